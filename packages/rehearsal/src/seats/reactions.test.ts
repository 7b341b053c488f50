import { scenarioSchema } from '@entente/engine';
import type { Play, Step } from '@entente/scenario';
import { expect, it } from 'vitest';
import { planOf } from '../run/plan.ts';
import { playRun } from '../run/run.ts';
import { Stead } from './stead.ts';

const MINUTE = 60_000;
const seat = (id: string) => ({ id, name: id, may: ['speak', 'consult', 'sign'] });
const source = {
  entente: 1,
  id: 'small',
  title: 'Small',
  start: '2027-03-02T08:00+09:00',
  duration: 'PT3H',
  parties: ['a', 'b'].map((p) => ({
    id: p,
    name: p,
    cells: [{ id: `${p}-home`, name: p, seats: [seat(`${p}-lead`), seat(`${p}-desk`)] }],
  })),
};
const scenario = scenarioSchema.parse(source);
const step = (minutes: number, by: string, what: Step['do'], fields: object, as?: string): Step => ({
  ...{ at: minutes * MINUTE, seat: by, do: what, as, rejected: undefined, fields: { ...fields } },
  ...{ file: 'plays/told.yaml', line: 1 },
});
const told = (...steps: Step[]): Play => ({ play: 'told', title: 'Told', people: new Map(), steps });
const worldOf = (play: Play, run: number, of = scenario) => playRun(planOf({ scenario: of, plays: [play], runs: 20, seed: 5 }), run).world;
const played = (play: Play, run: number) => {
  const world = worldOf(play, run);
  return [...world.messages.messages.values()].map(({ from, text, at }) => ({ from, text, at }));
};

it('a recorded answer comes as far behind the question as it was recorded, and no stock line before it', () => {
  const play = told(
    step(1, 'seat:a-lead', 'SendMessage', { to: ['seat:b-lead'], text: 'When?', purpose: 'ask' }, 'when'),
    step(61, 'seat:b-lead', 'SendMessage', { to: ['party:a'], text: 'At noon.', about: 'when', purpose: 'inform' }),
  );
  const delays = Array.from({ length: 20 }, (_, i) => {
    const [asked, answered, ...more] = played(play, i + 1);
    expect([asked?.text, answered?.text, more]).toEqual(['When?', 'At noon.', []]);
    return ((answered?.at ?? 0) - (asked?.at ?? 0)) / MINUTE;
  }).sort((x, y) => x - y);
  // Recorded 60 min behind it; a lognormal factor of 1.35 leaves the middle of twenty between 45 and 80.
  expect(delays[10]).toBeGreaterThan(45);
  expect(delays[10]).toBeLessThan(80);
});

it('what nobody recorded an answer to is answered by the house, with a stock line', () => {
  const messages = played(told(step(1, 'seat:a-lead', 'SendMessage', { to: ['seat:b-lead'], text: 'When?', purpose: 'ask' })), 1);
  expect(messages).toMatchObject([{ text: 'When?' }, { from: 'seat:b-lead', text: { en: expect.stringContaining('Noted') } }]);
});

it('who asked for time in a recording gives no answer a moment later by the house’s rules, but after its usual time', () => {
  const members = ['a', 'b'];
  const table = [{ id: 'table', name: 'Table', members, chairs: ['a'] }];
  const asks = scenarioSchema.parse({ ...source, forums: table });
  const play = told(
    step(
      1,
      'seat:a-lead',
      'OpenMatter',
      { forum: 'table', procedure: 'consensus', title: 'Shall we?', text: 'Now.', due: 120 * MINUTE },
      'matter',
    ),
    step(11, 'seat:b-lead', 'ActInMatter', { matter: 'matter', act: 'ask-time', text: 'Wait.' }),
  );
  const took = Array.from({ length: 20 }, (_, i) => {
    const [matter] = worldOf(play, i + 1, asks).consultation.matters.values();
    const acts = matter?.acts ?? [];
    expect(acts.map((a) => a.type)).toEqual(['ask-time', 'join']);
    return ((acts[1]?.at ?? 0) - (acts[0]?.at ?? 0)) / MINUTE;
  }).sort((x, y) => x - y);
  // The house takes a position after 15 min, half of the time, spread by a factor of 1.6.
  expect(took[0]).toBeGreaterThan(3);
  expect(took[10]).toBeGreaterThan(9);
});

it('what a recording ends otherwise is not settled by the house before', () => {
  const inject = { id: 'note', at: 'PT10M', manual: true, from: 'control', to: ['party:a'], title: 'Note', text: 'Note.' };
  const kept = scenarioSchema.parse({ ...source, injects: [{ ...inject, channel: 'email' }] });
  const skips = told(step(40, 'control', 'SkipInject', { inject: 'note' }));
  const rows = (play: Play) =>
    [...worldOf(play, 1, kept).injects.rows.values()].map((r) => [r.released !== undefined, r.skip?.skipped ?? false]);
  expect([rows(told()), rows(skips)]).toEqual([[[true, false]], [[false, true]]]);
});

it('what was refused to a recorded step is, for those who name it, what another rule made of the same thing: before it, or after', () => {
  const publish = { type: 'PublishDraft', draft: 'draft-1' } as const;
  const before = new Stead();
  expect(before.did(publish, 'draft-1', 'said-1')).toEqual([]);
  expect(before.meant(publish, 'restated', undefined)).toEqual([['restated', 'said-1']]);
  const after = new Stead();
  expect(after.meant(publish, 'restated', undefined)).toEqual([]);
  expect(after.did({ ...publish, draft: 'draft-2' }, 'draft-2', 'said-2')).toEqual([]);
  expect(after.did(publish, 'draft-1', 'said-1')).toEqual([['restated', 'said-1']]);
  expect(after.did(publish, 'draft-1', 'said-3')).toEqual([]);
});
