import './Choice.css';
import { type ReactNode, useId } from 'react';
import { Icon } from './icons.tsx';

export interface ChoiceProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean | undefined;
  /** Stands below the words: what choosing it means, or why it cannot be chosen. */
  readonly help?: ReactNode;
  /** Spoken where its words alone would not say which. */
  readonly label?: string | undefined;
  readonly children: ReactNode;
}

/** One thing to tick; the whole line takes the press. */
export function Check({ checked, onChange, disabled, help, label, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className={`check ${disabled ? 'disabled' : ''}`}>
      <label className="check-line">
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          aria-label={label}
          aria-describedby={help ? id : undefined}
          onChange={(e) => onChange(e.currentTarget.checked)}
        />
        <span className="check-words">{children}</span>
      </label>
      {help && (
        <div id={id} className="check-help small">
          {help}
        </div>
      )}
    </div>
  );
}

export interface Option<V extends string> {
  readonly value: V;
  readonly words: ReactNode;
  readonly help?: ReactNode;
}

/** One of a few, as edged lines that a finger hits; nothing is chosen until somebody chooses. */
export function OneOf<V extends string>({
  title,
  unseenTitle = false,
  required,
  options,
  value,
  onChange,
}: {
  readonly title: string;
  readonly unseenTitle?: boolean | undefined;
  /** Marked so, where nothing is chosen beforehand. */
  readonly required?: boolean | undefined;
  readonly options: readonly Option<V>[];
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
}) {
  const name = useId();
  return (
    <fieldset className="one-of" data-required={required || undefined}>
      <legend className={unseenTitle ? 'unseen' : 'field-title'}>{title}</legend>
      {options.map((o) => (
        <label key={o.value} className="one" data-chosen={value === o.value || undefined}>
          <input type="radio" name={name} required={required} checked={value === o.value} onChange={() => onChange(o.value)} />
          <span>
            {o.words}
            {o.help && <span className="small dim one-help">{o.help}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** One of two to four, each a word or two, side by side on one line as long as there is room. */
export function OfFew<V extends string>({
  title,
  options,
  value,
  onChange,
}: {
  readonly title: string;
  readonly options: readonly Omit<Option<V>, 'help'>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}) {
  const name = useId();
  return (
    <fieldset className="of-few">
      <legend className="field-title">{title}</legend>
      <div className="of-few-row">
        {options.map((o) => (
          <label key={o.value} data-chosen={value === o.value || undefined}>
            <input type="radio" className="unseen" name={name} checked={value === o.value} onChange={() => onChange(o.value)} />
            {value === o.value && <Icon name="check" size={12} />}
            {o.words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
