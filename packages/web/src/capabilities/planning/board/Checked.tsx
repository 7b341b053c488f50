import type { StepProblem } from '@entente/engine/steps';
import { useWords, type Words } from '../../../i18n/words.ts';
import { Icon } from '../../../kit/icons.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { Pieces } from '../../../kit/plan/Pieces.tsx';
import type { MatrixRow } from '../../../kit/plan/rows.ts';
import { usePlanWords } from '../../../kit/plan/usePlanWords.ts';

/** What is wrong with the steps of a plan before anybody signs it: what is grave keeps it from being agreed. */
export function Checked({
  problems,
  rows,
  select,
}: {
  readonly problems: readonly StepProblem[];
  readonly rows: readonly MatrixRow[];
  readonly select: (step: string) => void;
}) {
  const t = useWords('board');
  const { list } = usePlanWords();
  const name = useNamer();
  if (problems.length === 0)
    return (
      <p className="px-answers met row">
        <Icon name="check" size={14} /> {t('check.sound')}
      </p>
    );
  return (
    <section className="px-answers" aria-label={t('check.title')}>
      <h3 className="strong">{t(problems.some((p) => p.grave) ? 'check.grave' : 'check.title')}</h3>
      <ul>
        {problems.map((p) => {
          const numbers = p.steps.map((id) => rows.find((r) => r.id === id)).filter((r) => r !== undefined);
          const holes = list(numbers.map((_, i) => `⟦${i}⟧`)).split(/⟦(\d+)⟧/);
          const steps = holes.map((piece, i) => {
            const row = i % 2 === 1 ? numbers[Number(piece)] : undefined;
            return row ? (
              <button key={row.id} type="button" className="px-link" onClick={() => select(row.id)}>
                {row.number}
              </button>
            ) : (
              piece
            );
          });
          const meant =
            p.meant === undefined
              ? ''
              : p.code === 'after-nothing' || p.code === 'too-many'
                ? p.meant
                : name(p.meant.includes(':') ? p.meant : `party:${p.meant}`);
          return (
            <li key={`${p.code} ${p.steps.join()} ${p.meant ?? ''}`} className={p.grave ? 'late' : 'soon'}>
              <Icon name="warning" size={14} />{' '}
              <Pieces t={t} of={`check.${p.code}`} values={{ meant }} parts={{ steps: <span>{steps}</span> }} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The same beside each step. */
export function wrongBySteps(problems: readonly StepProblem[], t: Words): ReadonlyMap<string, string> {
  return new Map(
    [...problems]
      .sort((a, b) => Number(a.grave) - Number(b.grave))
      .flatMap((p) => p.steps.map((id) => [id, t(`check.short.${p.code}`)] as const)),
  );
}
