import './room.css';
import { peopleAt } from '@entente/engine';
import type { ComponentType } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { HereDot } from '../../../kit/control/HereDot.tsx';
import type { SeatHere } from '../../../kit/control/presenceView.ts';
import { AddressMark } from '../../../kit/Names.tsx';
import { personWords, sitterWords } from '../../../kit/people.ts';

interface RoomProps {
  /** What stands in the last column of a seat; without it there is none. */
  readonly Link?: ComponentType<{ readonly seat: string }>;
}

/** The room: every seat with the people at it, whether they are here now, and their answer to the last roll-call. */
export function RoomTable({ Link }: RoomProps) {
  const { say, present, names, pick, lead, viewer } = useControl();
  return (
    // Scrolls by itself, so it must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area
    <section className="room-table" tabIndex={0} aria-label={say('centre.room')}>
      <table>
        <thead>
          <tr>
            {(['seat', 'here', 'people', 'answer'] as const).map((column) => (
              <th key={column} scope="col">
                {say(`room.${column}`)}
              </th>
            ))}
            {Link && <th scope="col">{say('room.link')}</th>}
          </tr>
        </thead>
        <tbody>
          {(lead ? ['control', ...names.parties.map((p) => `control:${p.id}`)] : [viewer.address]).map((address) => (
            <Controllers key={address} address={address} more={Link !== undefined} />
          ))}
        </tbody>
        {present.map((p) => (
          <tbody key={p.party}>
            <tr>
              <th colSpan={Link ? 5 : 4} scope="rowgroup">
                <span className="ct-inline">
                  <AddressMark address={`party:${p.party}`} /> {pick(names.party(p.party)?.name)}
                </span>
              </th>
            </tr>
            {p.cells
              .flatMap((c) => c.seats)
              .map((s) => (
                <SeatRow key={s.seat.address} seat={s} Link={Link} />
              ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

/** Who sits at lead control, or at a party’s own; an empty seat of control is no fault and no line. */
function Controllers({ address, more }: { readonly address: string; readonly more: boolean }) {
  const { names, pick, say, world } = useControl();
  const kit = useWords('kit');
  const people = peopleAt(world.seats, address);
  if (people.length === 0) return null;
  return (
    <tr>
      <th scope="row">{names.say(address, pick, say)}</th>
      <td />
      <td>{people.map((p) => sitterWords(p, kit)).join(', ')}</td>
      <td />
      {more && <td />}
    </tr>
  );
}

function SeatRow({
  seat: { seat, here, people, answered },
  Link,
}: {
  readonly seat: SeatHere;
  readonly Link: RoomProps['Link'] | undefined;
}) {
  const { say, names, pick, start } = useControl();
  const kit = useWords('kit');
  return (
    <tr>
      <th scope="row">{names.say(seat.address, pick, say)}</th>
      <td>
        <span className="ct-inline">
          <HereDot here={here} /> {say(`here.${here}`)}
        </span>
      </td>
      <td>{people.map((p) => personWords(p, kit)).join(', ')}</td>
      <td>{answered === undefined ? '' : answered === false ? say('room.noAnswer') : clockWords(answered, start)}</td>
      {Link && (
        <td>
          <Link seat={seat.address} />
        </td>
      )}
    </tr>
  );
}
