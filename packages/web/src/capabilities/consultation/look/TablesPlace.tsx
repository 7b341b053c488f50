import './tables.css';
import { isSoon, rosterOfWorld } from '@entente/engine';
import { current, type Forum, openBrackets, type TableText, takenAt } from '@entente/engine/consultation';
import { type CSSProperties, type ReactNode, useState } from 'react';
import { useNow } from '../../../connection/SeatProvider.tsx';
import { useWords } from '../../../i18n/words.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { Icon } from '../../../kit/icons.tsx';
import { AddressMark, PartyMarks } from '../../../kit/Names.tsx';
import { spanWords } from '../../../kit/relative.ts';
import { NotYet } from '../../../kit/Said.tsx';
import { kindOf, versionOf } from '../matters/needs.ts';
import { useMatterWords } from '../matters/useMatterWords.ts';
import { PartyCell, TextCell } from './PartyCell.tsx';
import { sideOf } from './side.ts';
import { stillNeeded } from './stillNeeded.ts';
import { type ForumRows, type MatterRow, tablesOf } from './tablesView.ts';

/** What lies on the forums’ tables: matters down, parties across, the nearest deadline first. */
export function TablesPlace() {
  const { world, viewer, names, pick } = useControl();
  const now = useNow();
  const { t } = useMatterWords();
  const [folded, fold] = useState(true);
  const { forums, quiet } = tablesOf(world, now, sideOf(viewer));
  const parties = partiesOf(
    forums,
    quiet,
    names.parties.map((p) => p.id),
    sideOf(viewer),
  );
  return (
    // Scrolls by itself, so it must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area
    <section className="ct-tables" tabIndex={0} aria-label={t('tables.title')}>
      <table style={{ '--parties': parties.length } as CSSProperties}>
        <thead>
          <tr>
            <th scope="col" className="ct-tb-left">
              {t('tables.left')}
            </th>
            <th scope="col" className="ct-tb-matter">
              {t('tables.matter')}
            </th>
            {parties.map((p) => (
              <th key={p} scope="col" className="ct-tb-party">
                <span className="ct-inline">
                  <AddressMark address={`party:${p}`} /> <span className="ct-tb-name">{pick(names.party(p)?.name)}</span>
                </span>
              </th>
            ))}
            <th scope="col" className="ct-tb-needed">
              {t('tables.needed')}
            </th>
          </tr>
        </thead>
        {forums.map((rows) => (
          <ForumBody key={rows.forum.id} rows={rows} parties={parties} now={now} />
        ))}
        {quiet.length > 0 && (
          <tbody>
            <tr className="ct-tb-quiet">
              <td colSpan={parties.length + 3}>
                <button type="button" className="ct-rowlink" aria-expanded={!folded} onClick={() => fold(!folded)}>
                  {t('tables.quiet', { count: quiet.length })} <Icon name={folded ? 'forward' : 'down'} size={12} />
                </button>
              </td>
            </tr>
            {!folded && quiet.map((row) => <Row key={row.matter.id} row={row} parties={parties} now={now} named />)}
          </tbody>
        )}
      </table>
    </section>
  );
}

/** Every party for lead control; for a party’s controllers those who sit with it somewhere. */
function partiesOf(forums: readonly ForumRows[], quiet: readonly MatterRow[], all: readonly string[], side: string | undefined) {
  if (side === undefined) return all;
  const met = new Set([side, ...[...forums, ...quiet].flatMap(({ forum }) => forum.card.members.map((m) => m.party))]);
  return all.filter((p) => met.has(p));
}

interface BodyProps {
  readonly rows: ForumRows;
  readonly parties: readonly string[];
  readonly now: number;
}

function ForumBody({ rows: { forum, rows, texts, unasked }, parties, now }: BodyProps) {
  const { t } = useMatterWords();
  return (
    <tbody>
      <tr className="ct-tb-forum">
        <th scope="rowgroup" colSpan={parties.length + 3}>
          <ForumHead forum={forum} />
        </th>
      </tr>
      {rows.map((row) => (
        <Row key={row.matter.id} row={row} parties={parties} now={now} />
      ))}
      {texts.map((text) => (
        <TextRow key={text.id} text={text} forum={forum} parties={parties} />
      ))}
      {unasked.map((decision) => (
        <UnaskedRow key={decision.id} id={decision.id} parties={parties} />
      ))}
      {rows.length + texts.length + unasked.length === 0 && (
        <tr>
          <td colSpan={parties.length + 3} className="ct-quiet">
            {t('tables.empty')}
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** Whose forum it is, who chairs it, for whom it does not exist, and before what its members consult there. */
function ForumHead({ forum }: { readonly forum: Forum }) {
  const { world, names, lead, pick } = useControl();
  const { t, forum: called, ordered, list, time } = useMatterWords();
  const { card, at } = forum;
  const roster = rosterOfWorld(world);
  const members = ordered(card.members.map((m) => m.party));
  const name = (p: string) => pick(names.party(p)?.name);
  const played = card.chairs.some((p) => roster?.isPlayed(`party:${p}`));
  const others = names.parties.map((p) => p.id).filter((p) => !members.includes(p));
  const says = [
    card.adHoc
      ? t('tables.adHoc', { time: time(at), who: list(card.chairs.map(name)) })
      : t('tables.chair', { count: card.chairs.length, who: list(ordered(card.chairs).map(name)) }),
    ...(lead && played ? [t('tables.played')] : []),
    ...(card.subjects.length > 0
      ? [t('tables.before', { what: list(card.subjects.map((s) => t('tables.quoted', { what: pick(s.name) }))) })]
      : []),
    ...(lead && card.adHoc && others.length > 0 ? [t('tables.notKnown', { who: list(others.map(name)) })] : []),
  ];
  return (
    <span className="ct-tb-head">
      <strong>{called(card)}</strong> <PartyMarks parties={members} /> <span className="ct-tb-says">{says.join(' · ')}</span>
    </span>
  );
}

interface RowProps {
  readonly row: MatterRow;
  readonly parties: readonly string[];
  readonly now: number;
  /** Names its forum: it does not stand below it. */
  readonly named?: boolean;
}

function Row({ row, parties, now, named = false }: RowProps) {
  const { world, selection, select, pick } = useControl();
  const { t, letters, time, forum, version } = useMatterWords();
  const { matter } = row;
  const { card } = matter;
  const unasked = row.troubles.some((x) => x.kind === 'unasked');
  const selected = selection?.kind === 'matter' && selection.id === matter.id;
  const needed = matter.closed && unasked ? t('needs.unasked') : stillNeeded(world, matter, now, { t, parties: letters, time });
  return (
    <tr aria-selected={selected} className={selected ? 'selected' : undefined}>
      <td className="ct-tb-left">
        <TimeLeft row={row} now={now} />
      </td>
      <th scope="row" className="ct-tb-matter">
        <button type="button" className="ct-rowlink" onClick={() => select({ kind: 'matter', id: matter.id })}>
          {pick(card.title)}
          {version(versionOf(world, matter)?.version)}
        </button>{' '}
        <NotYet of={[card.title]} />
        <span className="ct-tb-under">
          {named && `${forum(row.forum.card)} · `}
          {t(`kind.${kindOf(matter)}`)}
        </span>
      </th>
      {parties.map((p) => (
        <Cell key={p} party={p}>
          <PartyCell row={row} party={p} now={now} />
        </Cell>
      ))}
      <td className="ct-tb-needed">{needed}</td>
    </tr>
  );
}

/** What stands in a party’s column, with whose it is where no heads stand above. */
function Cell({ party, children }: { readonly party: string; readonly children: ReactNode }) {
  return (
    <td className="ct-tb-party">
      <span className="ct-tb-whose">
        <AddressMark address={`party:${party}`} />
      </span>
      {children}
    </td>
  );
}

/** How much time is left; of what is over, its trouble, by how much, and when it closed. */
function TimeLeft({ row: { matter, due, troubles, standings }, now }: { readonly row: MatterRow; readonly now: number }) {
  const { t, time, seconds } = useMatterWords();
  const kit = useWords('kit');
  const { closed } = matter;
  const [first] = troubles;
  if (closed)
    return (
      <>
        <strong className={first ? 'late' : ''}>
          {first ? t(`trouble.${first.kind}`, 'by' in first ? { span: spanWords(kit, first.by) } : {}) : t(`outcome.${closed.outcome}`)}
        </strong>
        <span className="ct-tb-under">{t('tables.closedAt', { time: time(closed.at) })}</span>
      </>
    );
  if (due === undefined) return <span className="ct-quiet">{t('tables.noTime')}</span>;
  const past = now > due;
  // A jump that passed it was given to nobody: that is no lateness.
  const jumped = past && standings.some((s) => s.passed) && troubles.length === 0;
  const span = spanWords(kit, Math.abs(due - now));
  return (
    <>
      <strong className={jumped ? '' : past ? 'late' : isSoon(due, now) || due - now < 10 * 60_000 ? 'soon' : ''}>
        {jumped ? t('cell.passed') : past ? t('trouble.late', { span }) : span}
      </strong>
      <span className="ct-tb-under">{seconds(due)}</span>
    </>
  );
}

/** A text that lies on the table and that no matter is about: who tabled it, and whose brackets stand in it. */
function TextRow({ text, forum, parties }: { readonly text: TableText; readonly forum: Forum; readonly parties: readonly string[] }) {
  const { selection, select, pick } = useControl();
  const { t, time } = useMatterWords();
  const open = openBrackets(text);
  const selected = selection?.id === text.id;
  return (
    <tr aria-selected={selected} className={selected ? 'selected' : undefined}>
      <td className="ct-tb-left">
        {t('tables.onTable')}
        <span className="ct-tb-under">{time(text.at)}</span>
      </td>
      <th scope="row" className="ct-tb-matter">
        <button type="button" className="ct-rowlink" onClick={() => select({ kind: 'table-text', id: text.id })}>
          {pick(text.card.title)}, {t('detail.version', { n: current(text).version })}
        </button>{' '}
        <NotYet of={[text.card.title]} />
        <span className="ct-tb-under">{t('tables.noMatter')}</span>
      </th>
      {parties.map((p) => (
        <Cell key={p} party={p}>
          <TextCell text={text} party={p} member={forum.card.members.some((m) => m.party === p)} />
        </Cell>
      ))}
      <td className="ct-tb-needed">{open.length === 0 ? t('detail.brackets') : t('detail.bracketsOpen', { count: open.length })}</td>
    </tr>
  );
}

/** A decision on which a forum was to be asked first, and nobody was asked at all. */
function UnaskedRow({ id, parties }: { readonly id: string; readonly parties: readonly string[] }) {
  const { world, selection, select, pick, names } = useControl();
  const { t, time } = useMatterWords();
  const decision = world.consultation.decisions.get(id);
  if (!decision) return null;
  const { card } = decision;
  const selected = selection?.id === id;
  return (
    <tr aria-selected={selected} className={selected ? 'selected' : undefined}>
      <td className="ct-tb-left">
        <strong className="late">{t('trouble.unasked')}</strong>
        <span className="ct-tb-under">{time(takenAt(decision))}</span>
      </td>
      <th scope="row" className="ct-tb-matter">
        <button type="button" className="ct-rowlink" onClick={() => select({ kind: 'decision', id })}>
          {pick(card.title)}
        </button>
        <span className="ct-tb-under late">{t('tables.nobodyAsked')}</span>
      </th>
      {parties.map((p) => (
        <td key={p} className="ct-tb-party">
          {p === card.party && (
            <span className="ct-tb-whose">
              <AddressMark address={`party:${p}`} />
            </span>
          )}
          {p === card.party && <strong className="late">{t('cell.decided', { time: time(takenAt(decision)) })}</strong>}
        </td>
      ))}
      <td className="ct-tb-needed">{t('needs.never', { who: names.party(card.party)?.letter ?? card.party })}</td>
    </tr>
  );
}
