import type { Ms } from '@entente/engine';
import type { Words } from '../../i18n/words.ts';
import type { MatrixRow } from './rows.ts';
import type { PlanWords } from './usePlanWords.ts';

/** How a row stands, in two short lines. */
export interface StateWords {
  readonly icon: 'check' | 'cross' | 'play' | 'hourglass' | 'warning' | 'forward' | 'clock' | 'stop' | 'write';
  readonly tone: 'late' | 'soon' | 'met' | '';
  readonly says: string;
  readonly more: string;
}
type Of = (row: MatrixRow, words: PlanWords, numberOf: (id: string) => string, now: Ms | undefined) => StateWords;

export const stateWords = (row: MatrixRow, now: Ms | undefined, words: PlanWords, numberOf: (id: string) => string): StateWords =>
  STATES[row.state](row, words, numberOf, now);

const endOf = ({ expected, done }: MatrixRow): Ms | undefined => expected?.end ?? done?.end;
/** Past its latest time, or expected to be, by a second or more. */
const isTooLate = (row: MatrixRow): boolean => {
  const over = row.latest === undefined ? 0 : (endOf(row) ?? 0) - row.latest;
  return row.state === 'done' ? over > 0 : over >= 1_000;
};
const grave = (row: MatrixRow): 'late' | 'soon' => (isTooLate(row) ? 'late' : 'soon');

const STATES: Readonly<Record<MatrixRow['state'], Of>> = {
  done(row, { t, time, span }) {
    const says = t('state.done', { time: time(row.done?.end ?? 0) });
    if (isTooLate(row))
      return { icon: 'check', tone: 'late', says, more: t('state.pastLatest', { span: span((row.done?.end ?? 0) - (row.latest ?? 0)) }) };
    if (row.late > 0) return { icon: 'check', tone: 'soon', says, more: t('state.wasLate', { span: span(row.late) }) };
    return { icon: 'check', tone: 'met', says, more: t('state.inTime') };
  },
  failed: ({ done }, { t, time }, _, now) => ({
    icon: 'cross',
    tone: 'late',
    says: t('state.failed', { time: time(done?.end ?? now ?? 0) }),
    more: '',
  }),
  blocked({ blocked }, { t, span, letter }) {
    const open = blocked.at(-1);
    const more = open?.on === undefined ? '' : t('state.waitsForSide', { party: letter(open.on) });
    return { icon: 'stop', tone: 'late', says: t('state.blocked', { span: span(open ? open.end - open.start : 0) }), more };
  },
  hindered(row, { t, time }) {
    const end = endOf(row);
    return {
      icon: 'stop',
      tone: 'late',
      says: t('state.hindered'),
      more: row.late > 0 && end !== undefined ? t('state.expected', { time: time(end) }) : '',
    };
  },
  waits(row, { t, time, letter }) {
    const { at } = row.terms;
    return {
      icon: 'hourglass',
      tone: '',
      says: t('state.waits'),
      more: at === undefined ? wordOf(row, t, letter) : t('state.notBefore', { time: time(at) }),
    };
  },
  running(row, { t, time, span }) {
    const end = endOf(row) ?? 0;
    if (row.late > 0)
      return {
        icon: 'warning',
        tone: grave(row),
        says: t('state.late', { span: span(row.late) }),
        more: t('state.expected', { time: time(end) }),
      };
    return { icon: 'play', tone: 'met', says: t('state.running'), more: t('state.ends', { time: time(end) }) };
  },
  planned(row, { t, time, span, letter }, numberOf) {
    const { late, movedBy, expected, planned, latest, terms, own } = row;
    if (late > 0 && movedBy !== undefined && expected)
      return {
        icon: 'forward',
        tone: grave(row),
        says: t('state.moves', { time: time(expected.start) }),
        more: t('state.movedBy', { span: span(late), step: numberOf(movedBy) }),
      };
    if (late > 0 && expected)
      return { icon: 'warning', tone: grave(row), says: t('state.notBegun'), more: t('state.late', { span: span(late) }) };
    const begins = planned ?? (own ? expected : undefined);
    const more = begins ? t('state.begins', { time: time(begins.start) }) : wordOf(row, t, letter);
    const says = terms.decision && latest !== undefined ? t('state.decideBy', { time: time(latest) }) : t('state.planned');
    return { icon: 'clock', tone: '', says, more };
  },
  draft(row, { t, time, span, letter }) {
    const { planned, terms } = row;
    if (planned) return { icon: 'write', tone: '', says: `${time(planned.start)}–${time(planned.end)}`, more: span(terms.duration) };
    return { icon: 'write', tone: '', says: t('state.waits'), more: wordOf(row, t, letter) };
  },
};

const wordOf = ({ terms: { word } }: MatrixRow, t: Words, letter: PlanWords['letter']): string =>
  word === undefined ? t('state.noTime') : t('state.onWord', { party: letter(word) });

/** After which step: “1”; other than from its end to the own start at once it says how: “starts 5 min after 2 starts”. */
export function relationWords(
  { step, kind, min = 0, max }: MatrixRow['terms']['after'][number],
  { t, span }: Pick<PlanWords, 't' | 'span'>,
  numberOf: (id: string) => string,
): string {
  const how = min === 0 ? 'once' : min > 0 ? 'later' : 'earlier';
  const said = t(`relation.${kind}.${how}`, { step: numberOf(step), lag: span(Math.abs(min)) });
  return max === undefined ? said : `${said} ${t('matrix.most', { span: span(max) })}`;
}
