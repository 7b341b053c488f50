import { lastRoll, type Roll, rollState, seatCount } from '@entente/engine';
import { isDismissed } from '@entente/engine/takings';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { HereDot } from '../../../kit/control/HereDot.tsx';
import type { CellHere, Here, PartyHere, SeatHere } from '../../../kit/control/presenceView.ts';
import { Icon } from '../../../kit/icons.tsx';
import { AddressMark } from '../../../kit/Names.tsx';
import { personWords } from '../../../kit/people.ts';

export interface PresenceProps {
  readonly acts?: ReactNode;
  /** What a press on a seat opens; without it a seat is only shown. */
  readonly openSeat?: (seat: string) => void;
}

/** Who sits where, by party; the answers to the roll-call. Nothing, to those whose record does not tell it. */
export function PresencePanel({ acts, openSeat }: PresenceProps) {
  const { say, present, world, viewer, start } = useControl();
  if (present.length === 0) return null;
  const { seated, of } = seatCount(world, viewer.party);
  const roll = lastRoll(world);
  const here = new Set(present.flatMap((p) => p.cells.flatMap((c) => c.seats.map((s) => s.here))));
  const shown = (h: Here): boolean => (h !== 'played' && h !== 'simulated') || here.has(h);
  return (
    <section className="ct-panel ct-presence" aria-label={say('presence.title')}>
      <header className="ct-head">
        <h2>{say('presence.title')}</h2>
        <span className="ct-small">{say('presence.count', { seated, of })}</span>
        <span className="ct-grow" />
        {acts}
      </header>
      {/* biome-ignore lint/a11y/useSemanticElements: a group that scrolls is no set of fields */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div className="ct-presence-body" tabIndex={0} role="group" aria-label={say('presence.title')}>
        <div className="ct-small ct-rollline">
          <ul className="ct-legend">
            {(['present', 'away', 'empty', 'played', 'simulated'] as const).filter(shown).map((h) => (
              <li key={h}>
                <HereDot here={h} />
                {say(`here.${h}`)}
              </li>
            ))}
          </ul>
          {roll && <span>{say('presence.rollLine', { time: clockWords(roll.at, start), ...rollState(world, roll, viewer.party) })}</span>}
        </div>
        <div className="ct-presence-parties">
          {present.map((p) => (
            <Party key={p.party} party={p} openSeat={openSeat} />
          ))}
        </div>
      </div>
    </section>
  );
}

interface Opening {
  readonly openSeat: PresenceProps['openSeat'] | undefined;
}

function Party({ party, openSeat }: { party: PartyHere } & Opening) {
  const { names, pick } = useControl();
  return (
    <div className="ct-presence-party">
      <h3 className="ct-row">
        <AddressMark address={`party:${party.party}`} /> {pick(names.party(party.party)?.name)}
      </h3>
      <ul>
        {party.cells.map((c) => (
          <Cell key={c.id} cell={c} openSeat={openSeat} />
        ))}
      </ul>
    </div>
  );
}

/** So many marks stand beside a cell’s name; of more there is their number, which unfolds them. */
const MOST_BESIDE = 4;

/** The name first; beside it its seats, one mark each, or their number. */
function Cell({ cell, openSeat }: { cell: CellHere } & Opening) {
  const { pick, say } = useControl();
  const [open, setOpen] = useState(false);
  const many = cell.seats.length > MOST_BESIDE;
  const played = cell.seats.filter((s) => s.here !== 'played');
  // Whoever only looks at the door has not taken the seat: as in the count of all.
  const count = { seated: played.filter((s) => s.people.length > 0).length, of: played.length };
  return (
    <li className="ct-presence-cell">
      <span className="ct-presence-name">{pick(cell.name)}</span>
      {many && (
        <button
          type="button"
          className="ct-seatcount"
          aria-expanded={open}
          title={`${pick(cell.name)}, ${say('presence.count', count)}`}
          onClick={() => setOpen(!open)}
        >
          <span className="unseen">{pick(cell.name)} </span>
          {count.seated}/{count.of}
          <Icon name={open ? 'down' : 'forward'} />
        </button>
      )}
      {(!many || open) && (
        <span className={`ct-dots ${many ? 'many' : ''}`}>
          {cell.seats.map((s) => (
            <Seat key={s.seat.address} seat={s} openSeat={openSeat} />
          ))}
        </span>
      )}
    </li>
  );
}

/** One seat: a dot. Its people, state and answer are its spoken and hovered words; missing answers show as a word in the roll line. */
function Seat({ seat, openSeat }: { seat: SeatHere } & Opening) {
  const { say, names, pick, start, now, world } = useControl();
  const kit = useWords('kit');
  const people = seat.people.map((p) => personWords(p, kit)).join(', ');
  const answer =
    seat.answered === undefined
      ? ''
      : seat.answered === false
        ? say('presence.noAnswer')
        : say('presence.answered', { time: clockWords(seat.answered, start) });
  const words = [names.say(seat.seat.address, pick, say), say(`here.${seat.here}`), people, answer].filter((w) => w !== '').join(', ');
  // Answers count while somebody waits for them, a jump or not, and while a roll-call is fresh; later they would only be noise.
  const roll = lastRoll(world);
  const awaits = (of: Roll): boolean => rollState(world, of).answered < rollState(world, of).of && !isDismissed(world, of.id);
  const fresh = roll && (now - roll.at < 30 * 60_000 || awaits(roll));
  const mark = !fresh ? '' : typeof seat.answered === 'number' ? 'yes' : seat.answered === false ? 'no' : '';
  const dot = (
    <>
      <HereDot here={seat.here} />
      {mark === 'yes' && <span aria-hidden="true">✓</span>}
      {mark === 'no' && <span aria-hidden="true">?</span>}
    </>
  );
  if (!openSeat)
    return (
      <span className={`ct-seatdot ${mark}`} title={words} role="img" aria-label={words}>
        {dot}
      </span>
    );
  return (
    <button type="button" className={`ct-seatdot ${mark}`} title={words} aria-label={words} onClick={() => openSeat(seat.seat.address)}>
      {dot}
    </button>
  );
}
