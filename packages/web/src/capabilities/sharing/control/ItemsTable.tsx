import '../../../kit/review/Timeline.css';
import '../review/Knew.css';
import './items.css';
import { standingCard } from '@entente/engine';
import { type CSSProperties, type ReactNode, useMemo, useState } from 'react';
import { useSeat } from '../../../connection/SeatProvider.tsx';
import { useWords } from '../../../i18n/words.ts';
import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { SearchField } from '../../../kit/form/SearchField.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { AddressMark } from '../../../kit/Names.tsx';
import { spanWords } from '../../../kit/relative.ts';
import { KnownIcon } from '../review/KnownMark.tsx';
import { type ItemCell, type ItemRow, itemRows, itemsToCome } from './itemsView.ts';

/** What each party knows now: items down, parties across. A party's controllers see what their side knows. */
export function ItemsTable({ acts }: { readonly acts?: ReactNode }) {
  const { world, say, pick, names, lead } = useControl();
  const { version } = useSeat();
  const [query, setQuery] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world is one object; its version says when it changed
  const rows = useMemo(() => itemRows(world), [world, version]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const toCome = useMemo(() => itemsToCome(world), [world, version]);
  const wanted = query.trim().toLowerCase();
  const shown = rows.filter(({ known: { card } }) =>
    [card.title, ...card.portions.map((p) => p.text)].some((t) => pick(t).toLowerCase().includes(wanted)),
  );
  return (
    // Scrolls by itself, so it must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area
    <section className="ct-items" tabIndex={0} aria-label={say('items.title')}>
      <div className="ct-row ct-wrap ct-items-bar">
        <SearchField title={say('items.search')} value={query} change={setQuery} />
        <Legend />
        <span className="ct-grow" />
        {acts}
      </div>
      <table style={{ '--parties': names.parties.length } as CSSProperties}>
        <thead>
          <tr>
            <th scope="col">{say('items.item')}</th>
            {names.parties.map((p) => (
              <th key={p.id} scope="col">
                <span className="ct-inline">
                  <AddressMark address={`party:${p.id}`} /> {pick(p.name)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.id} row={row} />
          ))}
          {lead && wanted === '' && toCome.map((id) => <ToCome key={id} id={id} />)}
        </tbody>
      </table>
      {rows.length === 0 && toCome.length === 0 && <p className="ct-empty">{say('items.nothing')}</p>}
    </section>
  );
}

function Legend() {
  const review = useWords('review');
  return (
    <ul className="ct-legend">
      {(['held', 'released', 'part', 'acknowledged', 'withheld', 'overshared'] as const).map((kind) => (
        <li key={kind}>
          <KnownIcon kind={kind} />
          {review(`knew.mark.${kind}`)}
        </li>
      ))}
    </ul>
  );
}

function Title({ id, depth = 0 }: { id: string; depth?: number }) {
  const { world, select, pick } = useControl();
  const item = world.sharing.items.get(id);
  const card = item && standingCard(item);
  if (!card) return null;
  return (
    <th scope="row" style={{ paddingInlineStart: 12 + Math.min(depth, 3) * 16 }}>
      <span className="ct-item-title">
        <AddressMark address={card.originator} />
        <span>
          <button type="button" className="ct-rowlink" onClick={() => select({ kind: 'item', id })}>
            {depth > 0 && '↳ '}
            {pick(card.title)}
          </button>
          <span className="ct-item-label">
            <LabelChip label={card.label} />
          </span>
        </span>
      </span>
    </th>
  );
}

function Row({ row }: { row: ItemRow }) {
  const { selection, say } = useControl();
  const selected = selection?.id === row.id;
  return (
    <tr aria-selected={selected} className={selected ? 'selected' : undefined}>
      <Title id={row.id} depth={row.depth} />
      {row.cells.map((cell) => (
        <td key={cell.party}>
          <Cell cell={cell} expires={row.known.card.expires} />
          {row.waiting > 0 && cell.lacks !== undefined && <span className="ct-small"> {say('items.asked')}</span>}
        </td>
      ))}
    </tr>
  );
}

/** Since it expired nobody can be given it any more: the time of lacking ends there. */
function Cell({ cell, expires }: { cell: ItemCell; expires: number | undefined }) {
  const { start, now, say } = useControl();
  const kit = useWords('kit');
  const review = useWords('review');
  const until = Math.min(now, expires ?? now);
  if (cell.marks.length === 0 && cell.lacks === undefined) return <span className="ct-quiet">–</span>;
  return (
    <span className="ct-item-cell">
      {cell.marks.map((m) => (
        <span key={`${m.kind} ${m.at}`} className="ct-inline" title={review(`knew.mark.${m.kind}`)}>
          <KnownIcon kind={m.kind} />
          <span className="unseen">{review(`knew.mark.${m.kind}`)}</span>
          {m.kind === 'acknowledged' ? <span className="unseen">{clockWords(m.at, start)}</span> : clockWords(m.at, start)}
        </span>
      ))}
      {cell.lacks !== undefined && (
        <span className="ct-inline late">
          <KnownIcon kind="withheld" /> {say('items.lacks', { span: spanWords(kit, Math.max(until - cell.lacks, 0)) })}
        </span>
      )}
      {cell.overshared && (
        <span className="ct-inline late">
          <KnownIcon kind="overshared" /> {review('knew.mark.overshared')}
        </span>
      )}
    </span>
  );
}

function ToCome({ id }: { id: string }) {
  const { names, say } = useControl();
  return (
    <tr className="ct-quiet">
      <Title id={id} />
      <td colSpan={names.parties.length}>{say('items.toCome')}</td>
    </tr>
  );
}
