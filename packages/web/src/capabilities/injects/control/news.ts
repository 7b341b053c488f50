import { type Id, injectOfDelivery, rowCard, type World } from '@entente/engine';
import { numbersOf, type Viewer } from '../../../kit/control/entry.ts';
import { among, type Happening, type HappeningPart, happening } from '../../../kit/control/happening.ts';

export function* injectNews(world: World, viewer: Viewer, touched?: ReadonlySet<Id>): Generator<Happening> {
  // What is read or acknowledged is a delivery; the line is of its row.
  const rows = touched && new Set([...touched].map((id) => injectOfDelivery(world.injects, id) ?? id));
  for (const [id, row] of among(world.injects.rows, rows)) {
    const card = rowCard(row, viewer.party);
    if (!card) continue;
    const part: HappeningPart = {
      of: id,
      values: { number: numbersOf(card, row, viewer) },
      texts: { title: card.title },
      target: { kind: 'inject', id },
    };
    if (row.released)
      yield happening(row.released.src, row.released.at, ['releases'], row.released.by ? 'inject.released' : 'inject.arrived', {
        ...part,
        who: row.released.by ?? card.from,
        to: card.to,
      });
    if (row.skip)
      yield happening(row.skip.src, row.skip.at, ['control'], row.skip.skipped ? 'inject.skipped' : 'inject.restored', {
        ...part,
        who: row.skip.by,
      });
    if (row.hold)
      yield happening(row.hold.src, row.hold.at, ['control'], row.hold.held ? 'inject.held' : 'inject.lifted', {
        ...part,
        who: row.hold.by,
      });
    if (row.corrected)
      yield happening(row.corrected.src, row.corrected.at, ['releases', 'control'], 'inject.corrected', { ...part, who: row.corrected.by });
    if (row.translated)
      yield happening(row.translated.src, row.translated.at, ['control'], 'inject.translated', { ...part, who: row.translated.by });
    if (row.withdrawn)
      yield happening(row.withdrawn.src, row.withdrawn.at, ['releases', 'control'], 'inject.withdrawn', {
        ...part,
        who: row.withdrawn.by,
        tone: 'late',
      });
    if (row.lapsed) yield happening(row.lapsed.src, row.lapsed.at, ['releases'], 'inject.lapsed', part);
    for (const delivery of row.deliveries.keys()) {
      const made = world.injects.deliveries.get(delivery);
      for (const [seat, mark] of made?.acknowledged ?? [])
        yield happening(mark.src, mark.at, ['people'], 'inject.acknowledged', { ...part, who: seat, tone: 'met' });
      for (const [seat, mark] of made?.read ?? [])
        if (!made?.acknowledged.has(seat)) yield happening(mark.src, mark.at, ['people'], 'inject.read', { ...part, who: seat });
    }
  }
  // Given to all, and no row of it shown to this viewer.
  for (const d of world.injects.deliveries.values())
    if (injectOfDelivery(world.injects, d.id) === undefined)
      yield happening(d.src, d.at, ['releases'], 'inject.given', {
        who: d.from,
        to: d.to,
        texts: { title: d.title },
        target: { kind: 'delivery', id: d.id },
      });
}
