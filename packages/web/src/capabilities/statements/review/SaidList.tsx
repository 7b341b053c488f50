import { AddressMark } from '../../../kit/Names.tsx';
import { Opener, Saved } from '../../../kit/review/tables.tsx';
import type { ChartLane, ChartMark, SaidFlag } from '../said/chart.ts';
import { lasted } from '../said/look.ts';
import { SaidIcon } from '../said/Shapes.tsx';
import { useScene } from '../said/scene.ts';

const HEADS = ['time', 'who', 'said', 'stance', 'verdict', 'repaired'] as const;

/** The same as the chart, line by line: under each topic who said what of it, where that parts from others, and what repaired it. */
export function SaidList() {
  const { t, chart, topic, labels } = useScene();
  const groups = [
    ...chart.groups.map((g) => ({ key: g.topic, name: topic(g.topic), lanes: g.lanes, ends: g.ends })),
    ...(chart.uncoded.length > 0 ? [{ key: '', name: t('review.uncoded'), lanes: chart.uncoded, ends: [] }] : []),
  ];
  return (
    <Saved>
      <table className="rv-table sd-list">
        <thead>
          <tr>
            {HEADS.map((h) => (
              <th key={h} scope="col">
                {t(`cols.${h}`)}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ key, name, lanes, ends }) => (
          <tbody key={key}>
            <tr className="sd-list-topic">
              <th scope="rowgroup" colSpan={HEADS.length}>
                {name}
                {ends.map((e) => {
                  const { text, tone } = labels.topicEnd(e);
                  return (
                    <span key={e.kind} className={`small sd-${tone}`}>
                      {' · '}
                      {text}
                    </span>
                  );
                })}
              </th>
            </tr>
            {rowsOf(lanes).map(({ lane, mark }) => (
              <Row key={`${lane.key} ${mark.said}`} lane={lane} mark={mark} />
            ))}
          </tbody>
        ))}
      </table>
    </Saved>
  );
}

function rowsOf(lanes: readonly ChartLane[]): { readonly lane: ChartLane; readonly mark: ChartMark }[] {
  return lanes.flatMap((lane) => lane.marks.map((mark) => ({ lane, mark }))).sort((a, b) => a.mark.at - b.mark.at);
}

function Row({ lane, mark }: { readonly lane: ChartLane; readonly mark: ChartMark }) {
  const { t, time, called, chosen, who, labels } = useScene();
  const party = lane.of.startsWith('party:');
  return (
    <tr className={chosen === `said:${mark.said}` ? 'chosen' : undefined}>
      <td className="rv-nowrap">{time(mark.at)}</td>
      <td>
        <span className="row">
          <AddressMark address={lane.of} named /> {!party && who(lane.of)}
        </span>
      </td>
      <th scope="row">
        <Opener id={`said:${mark.said}`}>{called(mark.said)}</Opener>
      </th>
      <td>
        <span className="row rv-nowrap">
          <SaidIcon form={mark.form} stance={mark.stance} /> {t(`stance.${mark.stance}`)}
        </span>
      </td>
      <td>
        {mark.flags.map((f) => (
          <span key={f.key} className={`rv-under sd-${labels.flag(f).tone}`}>
            <Opener id={`pair:${f.key}`}>{labels.flag(f).text}</Opener>
          </span>
        ))}
      </td>
      <td>
        {mark.flags.map((f) => (
          <Repaired key={f.key} flag={f} />
        ))}
      </td>
    </tr>
  );
}

function Repaired({ flag }: { readonly flag: SaidFlag }) {
  const scene = useScene();
  const { t, time, called } = scene;
  const { closed } = flag;
  const span = scene.span(lasted(flag, scene));
  return (
    <span className={closed ? 'rv-under sd-met' : 'rv-under sd-late'}>
      {closed ? t('pair.closed', { time: time(closed.at), span, what: called(closed.by) }) : t('pair.openFor', { span })}
    </span>
  );
}
