import { requestCard, standingCard } from '@entente/engine';
import type { Mark } from '../../../kit/review/mark.ts';
import type { MarksLook } from '../../../kit/review/part.ts';
import { partiesBehind } from '../../../kit/review/side.ts';

/** A release stands with whom it came from; a side that only got the item was told by its copy. */
export function releaseMarks({ world }: MarksLook): Mark[] {
  const marks: Mark[] = [];
  for (const item of world.sharing.items.values()) {
    const own = new Set([...item.releases.values()].map((r) => r.at));
    const got = [...item.copies.values()].flatMap((c) => (c.by !== undefined && !own.has(c.at) ? [{ at: c.at, by: c.by }] : []));
    for (const { at, by } of [...item.releases.values(), ...got])
      marks.push({
        key: `item:${item.id}`,
        lane: partiesBehind(world, [by])[0] ?? 'control',
        kind: 'sharing',
        form: 'released',
        at,
        title: standingCard(item)?.title,
        wordless: 'far',
        legend: 'sharing',
      });
  }
  return marks;
}

export function requestMarks({ world }: MarksLook): Mark[] {
  return [...world.sharing.requests.values()].flatMap((request) => {
    const card = requestCard(request);
    if (!card) return [];
    const { decided } = request;
    const mark = { key: `request:${request.id}`, kind: 'sharing', title: card.text, wordless: 'far' as const };
    const asked = {
      ...mark,
      lane: partiesBehind(world, [card.from])[0] ?? 'control',
      form: 'requested',
      at: card.since,
      legend: 'request',
    };
    if (!decided) return [asked];
    const lane = partiesBehind(world, [card.of])[0] ?? 'control';
    return [
      asked,
      { ...mark, lane, ...(decided.decision === 'refuse' ? { form: 'refused', legend: 'refused' } : { form: 'granted' }), at: decided.at },
    ];
  });
}
