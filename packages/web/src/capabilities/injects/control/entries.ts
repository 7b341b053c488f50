import { dependsOnMore, type InjectRow, injectOfDelivery, injectStatus, partyNumbers, rowCard } from '@entente/engine';
import { type Entry, lanesOf } from '../../../kit/control/entry.ts';
import type { EntryLook } from '../../../kit/control/part.ts';

export function* injectEntries(look: EntryLook): Iterable<Entry> {
  for (const [id, row] of look.world.injects.rows) {
    const entry = injectEntry(id, row, look);
    if (entry) yield entry;
  }
}

function injectEntry(id: string, row: InjectRow, { viewer, names, now, when }: EntryLook): Entry | undefined {
  const card = rowCard(row, viewer.party);
  if (!card) return undefined;
  const shown = viewer.party === undefined ? undefined : row.shown.get(viewer.party);
  const condition = row.plan?.when ?? shown?.when;
  const status = injectStatus(row);
  const ended = row.released?.at ?? (status === 'skipped' ? row.skip?.at : undefined) ?? (status === 'lapsed' ? row.lapsed?.at : undefined);
  const planned = when(id);
  const waiting = planned !== undefined && planned <= now && (status === 'waiting' || (status === 'planned' && condition !== undefined));
  return {
    id,
    kind: 'inject',
    number: card.number,
    others: viewer.party === undefined ? partyNumbers(row) : undefined,
    title: card.title,
    lanes: lanesOf(card.to, names, viewer),
    status,
    // A skipped row keeps its place in time: what was planned there did not happen there.
    at: status === 'skipped' ? (planned ?? ended) : (ended ?? (waiting ? undefined : planned)),
    about: ended === undefined && card.at === undefined && row.timed === undefined,
    until: row.plan?.until,
    happened: row.released !== undefined,
    contingency: card.kind === 'contingency',
    manual: card.manual,
    waits: dependsOnMore(row, viewer.party),
    when: condition,
    after: row.plan?.after,
    mine: card.controller === viewer.address,
    objective: card.objective,
  };
}

/** What was given to all, for those who were shown no row of it: the evaluators of all parties. */
export function* deliveryEntries({ world, names, viewer }: EntryLook): Iterable<Entry> {
  for (const delivery of world.injects.deliveries.values()) {
    if (injectOfDelivery(world.injects, delivery.id) !== undefined) continue;
    yield {
      id: delivery.id,
      kind: 'inject',
      target: 'delivery',
      number: '',
      title: delivery.title,
      lanes: lanesOf(delivery.to, names, viewer),
      status: 'released',
      at: delivery.at,
      about: false,
      happened: true,
      contingency: false,
      manual: false,
      waits: false,
      mine: false,
    };
  }
}
