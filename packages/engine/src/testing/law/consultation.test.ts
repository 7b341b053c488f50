import { describe, expect, it } from 'vitest';
import { consultationRoom } from '../../consultation/consultation.ts';
import { consultationStory } from '../consultation-story.ts';
import { breaches } from './breaches.ts';

const table = consultationStory();
const play = table.play();

describe('the law over a story in which everything happens at every table', () => {
  it('finds no breach, and every event of the room', () => {
    expect(breaches(play)).toEqual([]);
    const happened = new Set(play.record.map((r) => r.event.type));
    expect(Object.keys(consultationRoom.events).filter((type) => !happened.has(type as never))).toEqual([]);
  });

  it('finds one viewer more, and one viewer less, on any event of the room', () => {
    const own = play.record.filter(({ event }) => Object.hasOwn(consultationRoom.events, event.type));
    // One of each kind and audience; all of them tell nothing more, and cost seconds.
    const kinds = new Map(own.map((r) => [`${r.event.type} ${r.to.join(' ')}`, r]));
    for (const r of kinds.values()) {
      const now = play.viewers(r);
      const changed = (viewers: Iterable<string>) =>
        breaches({ ...play, viewers: (x) => (x.n === r.n ? new Set(viewers) : play.viewers(x)) }).filter((b) => b.n === r.n);
      const outside = table.exercise.roster.viewers.find((v) => !now.has(v));
      if (outside) expect(changed([...now, outside]), `${outside} more: ${r.event.type}`).not.toEqual([]);
      const one = [...now].at(-1) as string;
      if (one !== 'control') expect(changed([...now].filter((v) => v !== one)), `${one} less: ${r.event.type}`).not.toEqual([]);
    }
  });

  it('finds who broke a silence in what all are told', () => {
    const broken = play.record.find((r) => r.event.type === 'ActDone' && !('party' in r.event && r.event.party));
    const told = play.record.map((r) =>
      r === broken ? { ...r, event: { ...r.event, party: 'b', by: 'seat:b-lead' } as typeof r.event } : r,
    );
    expect(breaches({ ...play, record: told }).map((b) => b.n)).toContain(broken?.n);
  });
});
