import { acknowledges, type InjectCard, type InjectRow } from '@entente/engine';
import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { HereDot } from '../../../kit/control/HereDot.tsx';
import { reach, type SeatHere } from '../../../kit/control/presenceView.ts';
import { AddressMark } from '../../../kit/Names.tsx';

/** Whom it reaches, by party and seat: before release whether somebody sits there, after it who read and acknowledged it and when. */
export function InjectReach({ row, card }: { row: InjectRow; card: InjectCard }) {
  const { names, present, say, pick } = useControl();
  const { parties, empty, count } = reach(card.to, names, present);
  const released = row.released !== undefined;
  const left = present.filter((p) => !parties.some((r) => r.party === p.party)).map((p) => pick(names.party(p.party)?.name));
  return (
    <section className="ct-reach" aria-label={say('detail.audience')}>
      <div className="ct-row">
        <h4 className="ct-eyebrow">{say(released ? 'detail.reached' : 'detail.willReach', { count })}</h4>
        <span className="ct-grow" />
        {empty > 0 && <span className="ct-small late">{say('detail.notSeated', { count: empty })}</span>}
      </div>
      <div className="ct-box">
        {parties.map((p) => (
          <div key={p.party} className="ct-reach-party">
            <AddressMark address={`party:${p.party}`} named />
            <ul>
              {p.seats.map((s) => (
                <SeatLine key={s.seat.address} seat={s} row={row} />
              ))}
            </ul>
          </div>
        ))}
        {left.length > 0 && <p className="ct-reach-left ct-small">{say('detail.notAddressed', { who: left.join(', ') })}</p>}
      </div>
    </section>
  );
}

function SeatLine({ seat, row }: { seat: SeatHere; row: InjectRow }) {
  const { names, pick, say } = useControl();
  return (
    <li className="ct-row">
      <HereDot here={seat.here} />
      <span className="ct-grow">{names.say(seat.seat.address, pick, say)}</span>
      {row.released ? (
        <Receipt seat={seat.seat.address} row={row} />
      ) : (
        <span className={seat.here === 'empty' ? 'ct-small late' : 'ct-small'}>{say(`here.${seat.here}`)}</span>
      )}
    </li>
  );
}

function Receipt({ seat, row }: { seat: string; row: InjectRow }) {
  const { world, say, start } = useControl();
  const deliveries = [...row.deliveries.keys()].map((d) => world.injects.deliveries.get(d)).filter((d) => d !== undefined);
  const of = deliveries.find((d) => d.acknowledged.has(seat));
  const acknowledged = of?.acknowledged.get(seat);
  if (of && acknowledged) {
    const time = clockWords(acknowledged.at, start);
    // What was acknowledged before a correction is to be acknowledged anew.
    if (!acknowledges(of, seat)) return <span className="ct-small soon">{say('detail.acknowledgedBefore', { time })}</span>;
    return <span className="ct-small met">✓ {say('detail.acknowledgedAt', { time })}</span>;
  }
  const read = deliveries.map((d) => d.read.get(seat)).find((m) => m !== undefined);
  return <span className="ct-small">{read ? say('detail.readAt', { time: clockWords(read.at, start) }) : say('detail.notRead')}</span>;
}
