import { useText } from '../../i18n/text.ts';
import { hasWord, useWords, type Words } from '../../i18n/words.ts';
import { Chip } from '../../kit/Chip.tsx';
import { Check, OneOf } from '../../kit/Choice.tsx';
import { Icon } from '../../kit/icons.tsx';
import type { ChangedCell, Choice, Outcome, Step } from './compared.ts';

interface Props {
  readonly step: Step;
  readonly choice: Choice;
  readonly outcome: Outcome | undefined;
  /** Absent where nothing can be chosen any more. */
  readonly choose: ((choice: Choice) => void) | undefined;
}

/** One row of the workbook: its cells before and after, what stands here where that is another, and what taking it over does. */
export function Difference({ step, choice, outcome, choose }: Props) {
  const t = useWords('workbook');
  const text = useText();
  const { change, takes, said } = step;
  const title = t(`row.${change.kind}`, { number: change.number || '–' });
  return (
    <li className={`wb-row${change.conflict ? ' conflict' : ''}${takes ? '' : ' unable'}`}>
      <div className="wb-row-head">
        <span className="strong">{title}</span>
        {change.row !== undefined && <span className="small dim">{t('row.at', { row: change.row })}</span>}
        {change.conflict && (
          <Chip tone="soon" icon="warning">
            {t('row.conflict')}
          </Chip>
        )}
      </div>
      {change.why && <p>{text(change.why)}</p>}
      <Cells cells={change.cells} added={change.kind === 'added'} />
      {outcome ? (
        <p className={outcome.refused === undefined ? 'met' : 'late'}>
          <Icon name={outcome.refused === undefined ? 'check' : 'cross'} /> {outcome.refused ?? t('row.taken')}
        </p>
      ) : takes ? (
        <Decision step={step} title={title} choice={choice} choose={choose} />
      ) : (
        <p className="wb-unable">
          <Icon name="warning" />
          <span>{text(said)}</span>
        </p>
      )}
    </li>
  );
}

function Cells({ cells, added }: { readonly cells: readonly ChangedCell[]; readonly added: boolean }) {
  const t = useWords('workbook');
  if (cells.length === 0) return null;
  return (
    <dl className="wb-cells">
      {cells.map(({ field, before, theirs, ours, conflict }) => (
        <div key={field}>
          <dt>{fieldWords(t, field)}</dt>
          <dd>
            {!added && (
              <>
                <del>
                  <span className="unseen">{t('row.before')} </span>
                  {before || t('row.empty')}
                </del>{' '}
                <span aria-hidden="true">→</span>{' '}
              </>
            )}
            <ins>
              <span className="unseen">{t('row.theirs')} </span>
              {theirs || t('row.empty')}
            </ins>
            {conflict && <span className="wb-ours">{t('row.ours', { words: ours || t('row.empty') })}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Decision({ step, title, choice, choose }: { step: Step; title: string; choice: Choice; choose: Props['choose'] }) {
  const t = useWords('workbook');
  const text = useText();
  const { change, said } = step;
  if (!change.conflict)
    return (
      <Check
        checked={choice === 'take'}
        disabled={!choose}
        label={`${title}: ${text(said)}`}
        onChange={(on) => choose?.(on ? 'take' : 'keep')}
      >
        {text(said)}
      </Check>
    );
  return (
    <OneOf
      title={t('row.decide', { row: title })}
      unseenTitle
      options={[
        { value: 'take', words: t('row.takeTheirs'), help: text(said) },
        { value: 'keep', words: t('row.keepOurs') },
      ]}
      value={choice}
      onChange={(value) => choose?.(value)}
    />
  );
}

/** `title.en`: Title [en]. */
function fieldWords(t: Words, field: string): string {
  const [name = '', language] = field.split('.');
  const words = hasWord('workbook', `field.${name}`) ? t(`field.${name}`) : name;
  return language === undefined ? words : `${words} [${language}]`;
}
