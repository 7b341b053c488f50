import type { ItemCard } from '@entente/engine';
import type { ReactNode } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Check } from '../../../kit/Choice.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { PartyMarks } from '../../../kit/Names.tsx';

/** The portions of an item to choose from, each with its label; `why` says what keeps one back. */
export function PortionChecks({
  title,
  unseenTitle = false,
  card,
  chosen,
  change,
  required,
  why,
}: {
  readonly title: string;
  /** Where a heading stands over the portions already. */
  readonly unseenTitle?: boolean | undefined;
  readonly card: ItemCard;
  readonly chosen: readonly number[];
  readonly change: (portions: number[]) => void;
  readonly required?: boolean | undefined;
  readonly why?: ((portion: number) => ReactNode) | undefined;
}) {
  const t = useWords('sharing');
  const text = useText();
  const all = card.portions.map((_, i) => i);
  const set = (i: number, on: boolean) => change(all.filter((p) => (p === i ? on : chosen.includes(p))));
  return (
    <fieldset className="plain-fields" data-required={required || undefined}>
      <legend className={unseenTitle ? 'unseen' : 'field-title'}>{title}</legend>
      {card.portions.map((p, i) => (
        <Check
          // biome-ignore lint/suspicious/noArrayIndexKey: portions are known by their numbers
          key={i}
          checked={chosen.includes(i)}
          onChange={(on) => set(i, on)}
          help={why?.(i)}
        >
          <span className="row wrap small">
            <span className="dim">{t('portion', { n: i + 1 })}</span>
            <LabelChip label={p.label} />
            {p.releasableTo && p.releasableTo.length > 0 && <PartyMarks parties={p.releasableTo} />}
          </span>
          <span className="portion-preview">{text(p.text)}</span>
        </Check>
      ))}
      {all.length > 1 && chosen.length < all.length && (
        <div>
          <Button size="small" onClick={() => change(all)}>
            {t('all')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
