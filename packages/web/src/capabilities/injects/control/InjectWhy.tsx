import { expectedCard, type InjectRow, namesIn, rowCard, scenarioIds } from '@entente/engine';
import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { type Entry, numbers } from '../../../kit/control/entry.ts';
import { minutes } from '../../../kit/control/scenarioTime.ts';

/** Why it comes when it comes, who released or held it, and what follows from it. */
export function InjectWhy({
  id,
  row,
  entry,
  waitsFor,
}: {
  id: string;
  row: InjectRow;
  entry: Entry | undefined;
  waitsFor: (entry: Entry) => string;
}) {
  const { say, names, pick, start, entries } = useControl();
  const who = (address: string): string => names.say(address, pick, say, names.hasTwin(address));
  const lines: string[] = [];
  const waits = entry && (entry.when || entry.after) ? waitsFor(entry) : '';
  if (waits) lines.push(say(row.released ? 'why.waited' : 'why.waits', { what: waits }));
  else if (entry?.waits) lines.push(say('why.waitsHidden'));
  if (entry?.until !== undefined && !row.released) lines.push(say('why.until', { time: clockWords(entry.until, start) }));
  if (row.timed?.by) lines.push(say('why.moved', { who: who(row.timed.by), time: clockWords(row.timed.due, start) }));
  if (row.hold?.by)
    lines.push(say(row.hold.held ? 'why.held' : 'why.lifted', { who: who(row.hold.by), time: clockWords(row.hold.at, start) }));
  if (row.skip?.by)
    lines.push(say(row.skip.skipped ? 'why.skipped' : 'why.restored', { who: who(row.skip.by), time: clockWords(row.skip.at, start) }));
  if (row.released)
    lines.push(
      row.released.by
        ? say('why.releasedBy', { who: who(row.released.by), time: clockWords(row.released.at, start) })
        : say('why.releasedSelf', { time: clockWords(row.released.at, start) }),
    );
  const follows = useFollowers(id, row, entries);
  if (lines.length === 0 && follows.length === 0) return null;
  return (
    <section aria-label={say('detail.why')}>
      <h4 className="ct-eyebrow">{say('detail.why')}</h4>
      <ul className="ct-why">
        {lines.map((l) => (
          <li key={l}>{l}</li>
        ))}
        {follows.map((f) => (
          <Follower key={f.id} entry={f} />
        ))}
      </ul>
    </section>
  );
}

function Follower({ entry }: { entry: Entry }) {
  const { say, pick, select, world, viewer } = useControl();
  const row = entry.kind === 'expected' ? world.expected.rows.get(entry.id) : undefined;
  const card = row && expectedCard(row, viewer.party);
  const words = card
    ? say('why.expects', { what: pick(entry.title), count: minutes(card.within) })
    : say(entry.contingency ? 'why.contingency' : 'why.follows', { what: pick(entry.title) });
  return (
    <li>
      <button
        type="button"
        className="ct-rowlink"
        onClick={() => select({ kind: entry.kind === 'expected' ? 'expected' : 'inject', id: entry.id })}
      >
        <span className="ct-num">{numbers(entry)}</span> {words}
      </button>
    </li>
  );
}

/** What a line can come of. */
const NAMED: ReadonlySet<string> = new Set(['inject', 'expected', 'item']);

/** Lines of the MSEL that come after this one or name it in their condition. */
function useFollowers(id: string, row: InjectRow, entries: readonly Entry[]): Entry[] {
  const { world, viewer } = useControl();
  const own = row.plan?.card.scenario;
  // What waits for the item that it brings, follows from it.
  const brought = world.sharing.items.get(row.plan?.card.brings?.item ?? '')?.plan?.scenario;
  const ids = scenarioIds(world);
  const isThis = (other: string | undefined): boolean =>
    other !== undefined && (other === own || other === brought || (ids.get(other) ?? other) === id);
  return entries
    .filter(
      (e) =>
        e.id !== id && (isThis(e.after?.event) || (e.when !== undefined && namesIn(e.when).some((n) => NAMED.has(n.kind) && isThis(n.id)))),
    )
    .filter((e) => e.kind !== 'inject' || rowCard(world.injects.rows.get(e.id)!, viewer.party))
    .slice(0, 8);
}
