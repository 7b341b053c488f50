import type { MarkKind } from '../../../kit/control/part.ts';
import type { ChartMark } from '../said/chart.ts';
import { SaidShape } from '../said/Shapes.tsx';
import { readDrawn } from './entries.ts';

/** The shapes of what is said on the timeline, in the colours of whoever said it: a bubble, a sheet; a question of the press. */
export const saidMarks: Readonly<Record<string, MarkKind>> = {
  statement: ofForm('bubble'),
  reported: ofForm('sheet'),
  'press-question': {
    Mark: () => (
      <text y={5} textAnchor="middle" className="pb-question">
        ?
      </text>
    ),
  },
};

/** Behind the title what is flagged, with “?” until lead control has confirmed it. */
function ofForm(form: ChartMark['form']): MarkKind {
  return {
    Mark: ({ entry, hand }) => {
      const { stance, party } = readDrawn(entry.drawn);
      return (
        <g className={party === undefined ? 'pb-mark' : `pb-mark p${(party % 4) + 1}`}>
          {hand && <rect x={-12} y={-12} width={24} height={24} rx={5} className="pb-hand" />}
          <SaidShape form={form} stance={stance as ChartMark['stance']} />
        </g>
      );
    },
    state: ({ drawn }, _waits, _now, say) => {
      const { state } = readDrawn(drawn);
      if (state === '') return {};
      if (state === 'uncoded') return { suffix: say('public.uncoded'), tone: 'quiet' };
      const flag = say(`public.flag.${state.replace('?', '')}`);
      return { suffix: state.endsWith('?') ? `${flag}?` : flag, tone: state.startsWith('contradictory') ? 'late' : 'soon' };
    },
  };
}
