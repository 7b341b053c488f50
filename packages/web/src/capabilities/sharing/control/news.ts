import { type Id, requestCard, standingCard, type World } from '@entente/engine';
import { among, firstWords, type Happening, type HappeningPart, happening } from '../../../kit/control/happening.ts';
import { withheldAs } from './withheld.ts';

/** What became of items: written, released, made of others, acknowledged, recalled. Holdings from the start are no news. */
export function* itemNews(world: World, touched: ReadonlySet<Id> | undefined): Generator<Happening> {
  for (const [id, item] of among(world.sharing.items, touched)) {
    const card = standingCard(item);
    if (!card) continue;
    const part: HappeningPart = { of: id, texts: { title: card.title }, target: { kind: 'item', id } };
    const told = new Set([...item.releases.values()].map((r) => r.at));
    for (const r of item.releases.values())
      yield happening(r.src, r.at, ['items'], 'item.released', { ...part, who: inWhoseName(world, r.by, card.originator), to: r.to });
    const made = [...item.derived.values()][0];
    if (made) yield happening(made.src, made.at, ['items'], `item.${made.how}`, { ...part, who: card.originator });
    for (const copy of item.copies.values()) {
      if (copy.to === undefined)
        yield happening(copy.src, copy.at, ['items'], copy.language === undefined ? 'item.revised' : 'item.translated', {
          ...part,
          who: card.originator,
        });
      else if (copy.by !== undefined && !told.has(copy.at))
        yield happening(copy.src, copy.at, ['items'], 'item.released', {
          ...part,
          who: inWhoseName(world, copy.by, card.originator),
          to: copy.to,
        });
      else if (copy.by === undefined && copy.at > 0 && copy.delivery === undefined && !made)
        yield happening(copy.src, copy.at, ['items'], 'item.written', { ...part, who: card.originator, to: copy.to });
    }
    for (const w of item.withheld.values())
      yield happening(w.src, w.at, ['items', 'late'], withheldAs(w.because), {
        ...part,
        to: w.to,
        tone: 'late',
      });
    for (const g of item.grants.values())
      yield happening(g.src, g.at, ['items', 'decisions'], 'item.onward', { ...part, who: card.originator, to: g.for });
    for (const { seat, src, at } of item.acknowledged.values())
      yield happening(src, at, ['people', 'items'], 'item.acknowledged', { ...part, who: seat, tone: 'met' });
    for (const r of item.recalls.values())
      yield happening(r.src, r.at, ['items'], 'item.recalled', { ...part, who: r.by, to: r.from.map((p) => `party:${p}`), tone: 'late' });
    // Those who were asked are not told who asked whom; who knows that need not read it twice.
    const asked = new Set([...item.recalls.values()].flatMap((r) => r.from));
    for (const { party, src, at } of item.recalled.values())
      if (!asked.has(party))
        yield happening(src, at, ['items'], 'item.askedToDestroy', { ...part, who: card.originator, to: [`party:${party}`], tone: 'late' });
    for (const { seat, src, at } of item.destroyed.values()) yield happening(src, at, ['items'], 'item.destroyed', { ...part, who: seat });
  }
}

/** Control acts in the name of whom it plays; for anybody else it acts as itself. */
function inWhoseName(world: World, by: string, name: string): string {
  const players = (world.seats.exercise?.parties ?? []).some((p) => name === `party:${p.id}` && !p.playedByControl);
  return by === 'control' && !players ? name : by;
}

export function* requestNews(world: World, touched: ReadonlySet<Id> | undefined): Generator<Happening> {
  for (const [id, request] of among(world.sharing.requests, touched)) {
    const card = requestCard(request);
    if (!card) continue;
    const part: HappeningPart = { of: id, texts: { title: firstWords(card) }, target: { kind: 'request', id } };
    yield happening(card.src, card.since, ['items'], 'request.made', { ...part, who: card.from, to: [card.of] });
    const { decided, overdue, withdrawn } = request;
    if (decided)
      yield happening(decided.src, decided.at, ['items', 'decisions'], `request.${decided.decision}`, {
        ...part,
        who: inWhoseName(world, decided.by, card.of),
        to: [card.from],
        tone: decided.decision === 'refuse' ? undefined : 'met',
      });
    if (overdue)
      yield happening(
        overdue.src,
        overdue.at,
        overdue.jumped ? ['items'] : ['items', 'late'],
        `request.${overdue.jumped ? 'passed' : 'overdue'}`,
        {
          ...part,
          who: card.of,
          to: [card.from],
          tone: overdue.jumped ? undefined : 'late',
        },
      );
    if (withdrawn) yield happening(withdrawn.src, withdrawn.at, ['items'], 'request.withdrawn', { ...part, who: card.from, to: [card.of] });
  }
}
