import type { Text, World } from '@entente/engine';
import { actsOf, partyOfAct, seatOfAct } from '@entente/engine/consultation';
import { clockWords } from '../../../kit/calendar.ts';
import { type Happening, type HappeningPart, happening } from '../../../kit/control/happening.ts';
import { kindOf } from '../matters/needs.ts';

/** Acts that break, refuse or put something off. */
const AGAINST: readonly string[] = ['object', 'amend', 'refuse', 'decline'];
const GOOD: readonly string[] = ['acknowledged', 'answered', 'agreed', 'adopted', 'signed'];
const FAILED: readonly string[] = ['broken', 'not-agreed', 'lapsed', 'not-signed'];

/** What happened on the forums’ tables: matters, what was done in them, texts and decisions, as far as this world was told. */
export function* matterNews(world: World): Generator<Happening> {
  const start = world.seats.exercise?.start ?? '';
  for (const matter of world.consultation.matters.values()) {
    const { id, at, card, closed, overdue } = matter;
    const members = (world.consultation.forums.get(matter.forum)?.card.members ?? []).map((m) => m.party);
    const part: HappeningPart = { texts: { title: card.title }, target: { kind: 'matter', id } };
    const others = members.filter((p) => p !== card.party).map((p) => `party:${p}`);
    yield happening(matter.src, at, ['tables'], `matter.opened.${kindOf(matter)}`, { ...part, who: card.by, to: others });
    for (const act of actsOf(matter)) {
      if (act.type === 'new-version') continue;
      const party = partyOfAct(act);
      yield happening(act.src, act.at, ['tables'], `matter.did.${act.type}`, {
        ...part,
        who: seatOfAct(act) ?? (party === undefined ? undefined : `party:${party}`),
        tone: AGAINST.includes(act.type) ? 'late' : undefined,
      });
    }
    for (const p of matter.prolonged)
      yield happening(p.src, p.at, ['tables'], p.by === 'control' ? 'matter.carried' : 'matter.prolonged', {
        ...part,
        who: p.by,
        values: { until: clockWords(p.due, start, true) },
      });
    if (overdue)
      yield happening(
        overdue.src,
        overdue.at,
        overdue.jumped ? ['tables'] : ['tables', 'late'],
        overdue.jumped ? 'matter.passed' : 'matter.overdue',
        {
          ...part,
          tone: overdue.jumped ? undefined : 'late',
        },
      );
    for (const d of matter.drafts) yield happening(d.src, d.at, ['tables'], 'matter.draft', { ...part, who: d.by });
    if (closed)
      yield happening(closed.src, closed.at, ['tables', 'decisions'], `matter.closed.${closed.outcome}`, {
        ...part,
        who: closed.by,
        tone: GOOD.includes(closed.outcome) ? 'met' : FAILED.includes(closed.outcome) ? 'late' : undefined,
      });
  }
  yield* textNews(world);
  for (const { src, id, at, card } of world.consultation.decisions.values())
    yield happening(src, at, ['tables', 'decisions'], 'decision.taken', {
      texts: { title: card.title },
      target: { kind: 'decision', id },
      who: card.by,
    });
}

function* textNews(world: World): Generator<Happening> {
  for (const text of world.consultation.texts.values()) {
    const title: Text = text.card.title;
    const part: HappeningPart = { texts: { title }, target: { kind: 'table-text', id: text.id } };
    const members = (world.consultation.forums.get(text.forum)?.card.members ?? []).map((m) => m.party);
    const others = members.filter((p) => p !== text.card.party).map((p) => `party:${p}`);
    yield happening(text.src, text.at, ['tables'], 'onTable.tabled', { ...part, who: text.card.by, to: others });
    for (const b of text.brackets) {
      yield happening(b.src, b.at, ['tables'], 'onTable.set', { ...part, who: b.by });
      for (const t of b.taken) yield happening(t.src, t.at, ['tables'], 'onTable.taken', { ...part, who: t.by });
      if (b.dropped) yield happening(b.dropped.src, b.dropped.at, ['tables'], 'onTable.dropped', { ...part, who: b.dropped.by });
    }
    for (const v of text.versions.slice(1))
      yield happening(v.src, v.at, ['tables'], 'onTable.version', { ...part, values: { version: v.version }, tone: 'met' });
  }
}
