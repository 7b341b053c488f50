import type { Weight } from '@entente/engine/statements';
import type { Chart, ChartLane, ChartMark, ChartStretch, SaidFlag, SaidLook, TopicEnd } from './chart.ts';
import type { ChartWords, Label } from './layout.ts';
import { lasted } from './look.ts';
import type { SaidWords } from './useSaidWords.ts';

/** What the chart, the list and the paper say in words: each colour and shape has its word beside it. */
export interface ChartLabels extends ChartWords {
  end(lane: ChartLane): Label | undefined;
  topicEnd(end: TopicEnd): Label;
  stretch(stretch: ChartStretch): Label;
  /** One mark as a sentence: for screen readers, and where the pointer rests. */
  sentence(mark: ChartMark, lane: ChartLane): string;
  flag(flag: SaidFlag): Label;
}

export function labelsOf(look: SaidLook, chart: Chart, w: SaidWords): ChartLabels {
  const { t, called, topic, who, time, span, ran, list } = w;
  const closes = (said: string): SaidFlag | undefined =>
    look.flags.find((f) => f.closed?.by === said && f.right !== false && f.flag === 'contradictory');
  const lighter = (weighs: Weight | undefined): string => lighterIn(w, weighs);
  const stepOf = (said: string) =>
    look.flags.filter((f) => f.right !== false).flatMap((f) => f.steps?.find((s) => s.said === said) ?? [])[0];
  const whose = (lane: ChartLane): string => who(lane.of);
  const flag = (f: SaidFlag): Label => ({ text: t(`flag.${f.flag}`), tone: f.flag === 'contradictory' ? 'late' : 'amber' });
  const contested = new Set(look.flags.flatMap((f) => [f.topics.said, f.topics.with]));
  // What speaks of several topics is named once: where it is contested, else where it begins.
  const home = new Map(
    look.things.map(({ id, claims = [] }) => [id, (claims.find((c) => contested.has(c.topic)) ?? claims[0])?.topic] as const),
  );
  const mark = ({ said, form, stance, flags, corrects, joint }: ChartMark, lane: ChartLane): Label | undefined => {
    if (joint || (form === 'bubble' && stance !== 'uncoded' && home.get(said) !== topicOf(lane))) return undefined;
    const [wrong] = flags.filter((f) => f.flag === 'misquotation' || f.flag === 'inference');
    if (form === 'sheet') {
      if (wrong) return { text: t(`report.${wrong.flag}`, { what: called(wrong.with) }), tone: 'amber' };
      if (corrects.length > 0) return { text: t('report.corrected'), tone: 'met' };
      return stance === 'uncoded' ? { text: called(said), tone: 'quiet' } : { text: t('report.asSaid'), tone: 'plain' };
    }
    const ended = closes(said);
    if (ended) return { text: t('contradictoryFor', { span: span(lasted(ended, { look, ran })) }), tone: 'late' };
    if (flags.some((f) => f.flag === 'off-line')) return { text: t('offLine', { what: called(said) }), tone: 'amber' };
    const step = stepOf(said);
    if (step) {
      const after = t(step.silent ? 'step.silent' : 'step.after', { what: called(said), span: span(step.after) });
      return { text: after + lighter(step.weighs), tone: 'plain' };
    }
    return { text: called(said), tone: stance === 'uncoded' ? 'quiet' : 'plain' };
  };
  return {
    flag,
    mark,
    join: ({ flag: f }) => flag(f),
    repair: ({ by, flag: f }) => {
      const text = f
        ? t('repairedAfter', { what: called(by), span: span(lasted(f, { look, ran })) }) + lighter(f.closedWeighs)
        : t('sets', { what: called(by) });
      return { text, tone: 'met' };
    },
    end: ({ repeats }) => (repeats ? { text: t('stillRepeats'), tone: 'amber' } : undefined),
    topicEnd: (end) => endIn(w, end),
    stretch: ({ state, from, to, open }) => {
      if (state === 'consistent') {
        const again = chart.between.some((s) => s.state !== 'consistent' && s.to <= from);
        return { text: t(again ? 'together.again' : 'together.first', { time: time(from) }), tone: 'met' };
      }
      return {
        text: t(open ? `open.${state}` : `for.${state}`, { span: span(ran(from, to)) }),
        tone: state === 'ambiguous' ? 'amber' : 'late',
      };
    },
    sentence: (m, lane) => {
      const of = topicOf(lane);
      const what = m.stance === 'uncoded' ? t('sentence.uncoded') : t(`sentence.${m.stance}`, { topic: topic(of) });
      const ended = closes(m.said);
      const more = [
        ...m.flags.map((f) => {
          const said = t(`sentence.flag.${f.flag}`, { what: called(f.with) });
          return f.closed ? t('sentence.until', { said, time: time(f.closed.at) }) : t('sentence.stillOpen', { said });
        }),
        ...(ended ? [t('sentence.ends', { what: called(ended.said) })] : []),
        ...(m.corrects.length > 0 ? [t('sentence.corrects', { what: list(m.corrects.map(called)) })] : []),
      ];
      return t('sentence.whole', { time: time(m.at), who: whose(lane), called: called(m.said), what: [what, ...more].join('; ') });
    },
  };
}

const topicOf = ({ key }: ChartLane): string => key.slice(0, key.indexOf(' '));

/** What repairs in a lower voice than it was said in, says so. */
const lighterIn = ({ t }: SaidWords, weighs: Weight | undefined): string =>
  weighs && weighs !== 'as-much' ? ` (${t(`chain.weighs.${weighs}`)})` : '';

function endIn({ t, letters }: SaidWords, end: TopicEnd): Label {
  switch (end.kind) {
    case 'repeats':
      return { text: t('end.repeats', { count: end.outlets.length }), tone: 'amber' };
    case 'leaves':
    case 'only':
      return { text: t(`end.${end.kind}`, { who: letters(end.parties) }), tone: 'plain' };
    default:
      return {
        text: t(`end.${end.kind}`),
        tone: { contradictory: 'late', ambiguous: 'amber', consistent: 'met', dismissed: 'plain', agreed: 'plain' }[
          end.kind
        ] as Label['tone'],
      };
  }
}
