import type { AnyEvent, Recorded } from '@entente/engine';
import { expect, it } from 'vitest';
import { Naming } from '../report/words.ts';
import { planOf } from '../run/plan.ts';
import { playRun } from '../run/run.ts';
import { spoilable } from '../testing/planted.ts';
import { actsIn } from './past.ts';
import { aboutOf, saidOf } from './words.ts';

const scenario = spoilable();
const naming = new Naming(scenario);
const events: Recorded[] = [];
playRun(planOf({ scenario, plays: [], runs: 1, seed: 1, files: undefined }), 1, undefined, {
  watch: { made: (made) => void events.push(...made) },
});

it('says of an act which inject it was about, by its number and title', () => {
  const read = events.find((r) => r.event.type === 'InjectReleased' && inject(r.event) === 'key');
  expect(read).toBeDefined();
  expect(aboutOf(read?.event as AnyEvent, events, naming)).toEqual({ en: 'key “Key”', ko: 'key ‘Key’' });
});

it('says what an act was about by its own title, or by that of the thing that it names', () => {
  const decided = { type: 'DecisionTaken', card: { title: { en: 'To go', ko: '출동' } } } as unknown as AnyEvent;
  const noted: Recorded = { n: 1, id: 'd1', at: 0, wall: 0, to: [], event: decided } as unknown as Recorded;
  expect(aboutOf(decided, [], naming)).toEqual({ en: 'To go', ko: '출동' });
  expect(aboutOf({ type: 'SubjectSet', decision: 'd1' } as unknown as AnyEvent, [noted], naming)).toEqual({ en: 'To go', ko: '출동' });
  expect(aboutOf({ type: 'PersonSeated', name: 'Kim' } as unknown as AnyEvent, [], naming)).toBeUndefined();
});

it('has words for whatever people do in a run, and shows no name of an event', () => {
  const acted = { en: 'acted', ko: '조치' };
  const done = new Set(actsIn(events).map((act) => act.event.type));
  expect(done.size).toBeGreaterThan(1);
  expect([...done].filter((type) => saidOf(type).en === acted.en)).toEqual([]);
  expect(saidOf('TermPlanned')).toEqual(acted);
});

function inject(event: AnyEvent & { readonly type: 'InjectReleased' }): string | undefined {
  const planned = events.find(({ event: e }) => e.type === 'InjectPlanned' && e.inject === event.inject)?.event;
  return planned?.type === 'InjectPlanned' ? planned.card.scenario : undefined;
}
