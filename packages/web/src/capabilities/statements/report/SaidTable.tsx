import { claimsOf, type Statement, type Report as Story } from '@entente/engine/statements';
import { AddressName, PartyMarks } from '../../../kit/Names.tsx';
import { Cited } from '../../../kit/report/Cited.tsx';
import type { Report } from '../../../kit/report/model.ts';
import { SaidInAll } from '../../../kit/report/SaidInAll.tsx';
import { NONE } from '../../../kit/report/Table.tsx';
import { evidenceOfSaid } from '../review/evidence.ts';
import { isStatement, lasted, partiesOf, saidById } from '../said/look.ts';
import { type Scene, useSceneOf } from '../said/scene.ts';
import { sideOfEdition } from '../said/side.ts';

const HEADS = ['event', 'time', 'who', 'said', 'stance', 'verdict', 'repaired'] as const;

/** Everything that was said and reported, word for word, with what was heard, where it parted from others, and what repaired that. */
export function SaidTable({ report }: { readonly report: Report }) {
  const { world, events, until, edition } = report;
  const scene = useSceneOf(world, events.length, until, sideOfEdition(edition, world));
  const said = scene.look.things.flatMap((x) => saidById(world, x.id) ?? []).sort((a, b) => a.at - b.at);
  return (
    <table className="rp-table rp-said-table">
      <thead>
        <tr>
          {HEADS.map((h) => (
            <th key={h} scope="col" data-col={h}>
              {scene.t(`cols.${h}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {said.map((s) => (
          <Row key={s.id} said={s} scene={scene} numbers={report.numbersOf(evidenceOfSaid(world, s.id))} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly said: Statement | Story;
  readonly scene: Scene;
  readonly numbers: readonly number[];
}

function Row({ said, scene, numbers }: RowProps) {
  const { t, time, span, called, look, labels, world, side, topic } = scene;
  const flags = look.flags.filter((f) => f.said === said.id && f.right !== false);
  const claims = claimsOf(world, said, side);
  return (
    <tr>
      <td>
        <Cited numbers={numbers} bare most={3} />
      </td>
      <td>{time(said.at)}</td>
      <td>
        {isStatement(said) ? (
          <>
            <PartyMarks parties={partiesOf(said)} /> <AddressName address={said.card.by ?? `party:${said.card.party}`} mark={false} />
            <span className="rv-under small">{t(`thing.attribution.${said.card.attribution}`)}</span>
          </>
        ) : (
          <AddressName address={said.card.outlet} />
        )}
      </td>
      <th scope="row">
        {isStatement(said) ? (
          <>
            {said.card.question && (
              <span className="rv-under">
                {t('thing.question')}: <SaidInAll text={said.card.question.text} />
              </span>
            )}
            <SaidInAll text={said.card.text} />
          </>
        ) : (
          <SaidInAll text={said.card.title} />
        )}
      </th>
      <td>
        {claims === undefined
          ? t('stance.uncoded')
          : claims.map((c) => (
              <span key={`${c.topic} ${c.term}`} className="rv-under">
                {topic(c.topic)}: {t(`stance.${c.stance}`)}
              </span>
            ))}
      </td>
      <td>
        {flags.length === 0
          ? NONE
          : flags.map((f) => (
              <span key={f.key} className="rv-under">
                {labels.flag(f).text} ({called(f.with)})
              </span>
            ))}
      </td>
      <td>
        {flags.length === 0
          ? NONE
          : flags.map((f) => (
              <span key={f.key} className="rv-under">
                {f.closed
                  ? t('pair.closed', {
                      time: time(f.closed.at),
                      span: span(lasted(f, scene)),
                      what: called(f.closed.by),
                    })
                  : t('pair.stillOpen')}
              </span>
            ))}
      </td>
    </tr>
  );
}
