import './room.css';
import { peopleAt } from '@entente/engine';
import { IconButton } from '../../../kit/Button.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { HereDot } from '../../../kit/control/HereDot.tsx';
import type { SeatHere } from '../../../kit/control/presenceView.ts';
import { clockWords } from '../../../kit/control/scenarioTime.ts';
import { AddressMark } from '../../../kit/Names.tsx';

/** The room: every seat with the people at it, whether they are here now, and their answer to the last roll-call. */
export function RoomTable() {
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
            <th scope="col">{say('room.link')}</th>
          </tr>
        </thead>
        <tbody>
          {(lead ? ['control', ...names.parties.map((p) => `control:${p.id}`)] : [viewer.address]).map((address) => (
            <Controllers key={address} address={address} />
          ))}
        </tbody>
        {present.map((p) => (
          <tbody key={p.party}>
            <tr>
              <th colSpan={5} scope="rowgroup">
                <span className="ct-inline">
                  <AddressMark address={`party:${p.party}`} /> {pick(names.party(p.party)?.name)}
                </span>
              </th>
            </tr>
            {p.cells
              .flatMap((c) => c.seats)
              .map((s) => (
                <SeatRow key={s.seat.address} seat={s} />
              ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

/** Who sits at lead control, or at a party’s own; an empty seat of control is no fault and no line. */
function Controllers({ address }: { readonly address: string }) {
  const { names, pick, say, world } = useControl();
  const people = peopleAt(world.seats, address);
  if (people.length === 0) return null;
  return (
    <tr>
      <th scope="row">{names.say(address, pick, say)}</th>
      <td />
      <td>{people.map((p) => p.name).join(', ')}</td>
      <td />
      <td />
    </tr>
  );
}

function SeatRow({ seat: { seat, here, people, answered } }: { readonly seat: SeatHere }) {
  const { say, names, pick, open, start } = useControl();
  return (
    <tr>
      <th scope="row">{names.say(seat.address, pick, say)}</th>
      <td>
        <span className="ct-inline">
          <HereDot here={here} /> {say(`here.${here}`)}
        </span>
      </td>
      <td>{people.map((p) => (p.function ? `${p.name} (${p.function})` : p.name)).join(', ')}</td>
      <td>{answered === undefined ? '' : answered === false ? say('room.noAnswer') : clockWords(answered, start)}</td>
      <td>
        <IconButton
          size="small"
          icon="link"
          label={`${say('links.title')}: ${names.say(seat.address, pick, say)}`}
          onClick={() => open({ kind: 'links', seats: [seat.address] })}
        />
      </td>
    </tr>
  );
}
