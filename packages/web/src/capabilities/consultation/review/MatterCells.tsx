import type { Standing } from '@entente/engine/consultation';
import { useWords } from '../../../i18n/words.ts';
import { lengthWords } from '../../../kit/review/length.ts';
import { kindOf } from '../matters/needs.ts';
import { useMatterWords } from '../matters/useMatterWords.ts';
import type { CourseRow } from './course.ts';

/** Forum, kind and how it ended, in one line; what went wrong stands in red with its minutes. */
export function Ends({ row }: { readonly row: CourseRow }) {
  const { t, forum } = useMatterWords();
  return (
    <span className="small rv-c-under">
      <span className="dim">
        {forum(row.forum.card)}, {t(`kind.${kindOf(row.matter)}`)} ·
      </span>{' '}
      <Outcome row={row} />
    </span>
  );
}

const GOOD: readonly string[] = ['acknowledged', 'answered', 'agreed', 'adopted', 'signed'];

/** How it ended, after how long if `took`, and with how many reservations and statements. */
export function Outcome({ row: { matter, troubles, said, lasted }, took = false }: { readonly row: CourseRow; readonly took?: boolean }) {
  const { t, time } = useMatterWords();
  const kit = useWords('kit');
  const { closed } = matter;
  const unasked = troubles.find((x) => x.kind === 'unasked');
  const state = closed ? `${t(`outcome.${closed.outcome}`)} ${time(closed.at)}` : t('review.open');
  const failed = troubles.some((x) => x.kind === closed?.outcome);
  return (
    <>
      {unasked && 'by' in unasked && (
        <>
          <b className="late">{t('review.before', { span: lengthWords(kit, unasked.by) })}</b>,{' '}
        </>
      )}
      <b className={failed ? 'late' : closed && GOOD.includes(closed.outcome) ? 'met' : ''}>{state}</b>
      {closed?.jumped && <span className="dim">, {t('cell.passed')}</span>}
      {took && lasted !== undefined && <span>, {t('review.took', { span: lengthWords(kit, lasted) })}</span>}
      {said > 0 && <span>, {t('review.said', { count: said })}</span>}
    </>
  );
}

/** True if what it did last is not void. */
const hasAnswered = ({ acts, voids }: Standing): boolean => acts.length > 0 && !voids.some(({ act }) => act === acts.at(-1));

/** How many were asked, have answered, and were late. To sign the asker is asked too; under silence nobody need answer. */
export function counts({ matter, lanes }: CourseRow): {
  readonly asked: number;
  readonly answered: number | undefined;
  readonly late: number;
} {
  const { procedure } = matter.card;
  const signs = procedure === 'joint-signature';
  const asked = lanes.flatMap(({ standing }) => (standing && (signs || !standing.asks) ? [standing] : []));
  return {
    asked: asked.length,
    answered: procedure === 'silence' ? undefined : asked.filter(hasAnswered).length,
    late: asked.filter((s) => s.lateBy !== undefined).length,
  };
}
