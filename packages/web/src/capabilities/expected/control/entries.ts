import { type ExpectedCard, type ExpectedRow, endOf, expectedCard, expectedStatus, partyNumbers, type World } from '@entente/engine';
import { type Entry, lanesOf } from '../../../kit/control/entry.ts';
import type { EntryLook } from '../../../kit/control/part.ts';

export function* expectedEntries(look: EntryLook): Iterable<Entry> {
  for (const [id, row] of look.world.expected.rows) {
    const entry = expectedEntry(id, row, look);
    if (entry) yield entry;
  }
}

function expectedEntry(id: string, row: ExpectedRow, { world, viewer, names, when }: EntryLook): Entry | undefined {
  const card = expectedCard(row, viewer.party);
  if (!card) return undefined;
  const status = expectedStatus(row);
  const after = row.plan?.after ?? row.shown.get(viewer.party ?? '')?.after;
  const at = row.opened?.from ?? when(id);
  return {
    id,
    kind: 'expected',
    number: card.number,
    others: viewer.party === undefined ? partyNumbers(row) : undefined,
    title: card.text,
    lanes: lanesOf([card.by], names, viewer),
    status,
    at,
    about: row.opened === undefined && card.at === undefined,
    allowed: true,
    until: endOf(row, card, at),
    happened: status !== 'planned' && status !== 'open',
    contingency: false,
    manual: !card.bySight,
    waits: row.opened === undefined && after !== undefined,
    after,
    mine: card.controller === viewer.address,
    objective: objectiveOf(card, world),
  };
}

function objectiveOf(card: ExpectedCard, world: World): string | undefined {
  if (card.objective) return card.objective;
  return world.seats.objectives?.list.find((o) => o.tasks.some((t) => t.id === card.task))?.id;
}
