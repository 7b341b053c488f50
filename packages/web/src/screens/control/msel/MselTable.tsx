import { useState } from 'react';
import { usePreferences } from '../../../i18n/preferences.ts';
import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { byTime, compareNumbers, type Entry, EVERYONE, NOBODY, numbers } from '../../../kit/control/entry.ts';
import { MarkIcon } from '../../../kit/control/Mark.tsx';
import { PartyLetters } from '../../../kit/control/PartyLetters.tsx';
import { EntryStatus } from './EntryStatus.tsx';
import { type Filter, filtered } from './msel.ts';

type Column = 'number' | 'time' | 'kind' | 'title' | 'to' | 'status';
const COLUMNS: readonly Column[] = ['number', 'time', 'kind', 'title', 'to', 'status'];

/** The MSEL as a table: the same lines as the timeline, for those who rather read, sort or listen. */
export function MselTable({ filter, hands, waitsFor }: { filter: Filter; hands: ReadonlySet<string>; waitsFor: (entry: Entry) => string }) {
  const { entries, pick, say } = useControl();
  const { language } = usePreferences();
  const [sort, setSort] = useState<{ by: Column; down: boolean }>({ by: 'time', down: false });
  const rows = filtered(entries, filter)
    .filter((e) => !e.pictured)
    .filter((e) => e.status !== 'done')
    .sort((a, b) => (sort.down ? -1 : 1) * compared(a, b, { by: sort.by, pick, say, language }));
  return (
    // Scrolls by itself, so it must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area
    <section className="ct-table" tabIndex={0} aria-label={say('table.label')}>
      <table>
        <thead>
          <tr>
            {COLUMNS.map((c) => (
              <th key={c} scope="col" aria-sort={sort.by !== c ? 'none' : sort.down ? 'descending' : 'ascending'}>
                <button type="button" onClick={() => setSort({ by: c, down: sort.by === c && !sort.down })}>
                  {say(`table.${c}`)} <span aria-hidden="true">{sort.by === c ? (sort.down ? '▼' : '▲') : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((e) => (
            <Row key={e.id} entry={e} hand={hands.has(e.id)} waitsFor={waitsFor} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="ct-empty">{say('timeline.nothing')}</p>}
    </section>
  );
}

function Row({ entry, hand, waitsFor }: { entry: Entry; hand: boolean; waitsFor: (entry: Entry) => string }) {
  const { selection, select, pick, say, start } = useControl();
  const selected = selection?.id === entry.id;
  const words = entry.waits ? waitsFor(entry) : '';
  return (
    <tr aria-selected={selected} className={selected ? 'selected' : undefined}>
      <td className="ct-num">{numbers(entry)}</td>
      <td className="ct-num">{entry.at === undefined ? '–' : `${entry.about ? '~' : ''}${clockWords(entry.at, start)}`}</td>
      <td>
        <span className="ct-inline">
          <MarkIcon
            kind={entry.kind}
            status={entry.status}
            contingency={entry.contingency}
            waits={entry.waits}
            happened={entry.happened}
            hand={hand}
          />
          {say(entry.contingency ? 'kind.contingency' : `kind.${entry.kind}`)}
        </span>
      </td>
      <td>
        <button type="button" className="ct-rowlink" onClick={() => select({ kind: entry.target ?? entry.kind, id: entry.id })}>
          {pick(entry.title)}
        </button>
        {words && <span className="ct-quiet"> {say('state.waitsFor', { what: words })}</span>}
      </td>
      <td>
        <PartyLetters parties={entry.lanes.filter((l) => l !== EVERYONE)} everyone={entry.lanes.includes(EVERYONE)} />
        {entry.lanes.includes(NOBODY) && <span className="ct-small late">{say('who.nobody')}</span>}
      </td>
      <td>
        <EntryStatus status={entry.status} />
      </td>
    </tr>
  );
}

function compared(
  a: Entry,
  b: Entry,
  { by, pick, say, language }: Pick<ReturnType<typeof useControl>, 'pick' | 'say'> & { readonly by: Column; readonly language: string },
): number {
  if (by === 'time') return byTime(a, b);
  if (by === 'number') return compareNumbers(a.number, b.number);
  const word = (e: Entry): string =>
    by === 'title' ? pick(e.title) : by === 'to' ? e.lanes.join() : by === 'kind' ? say(`kind.${e.kind}`) : say(`status.${e.status}`);
  return word(a).localeCompare(word(b), language) || byTime(a, b);
}
