import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Id } from '../fact.ts';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';

/**
 * Texts worded by three sides, held to a model that knows nothing of the room: of each paragraph, the words by which each side
 * stands. `ENTENTE_RUNS` is five histories each.
 */
const RUNS = process.env.ENTENTE_LONG === '1' ? 5 * Number(process.env.ENTENTE_RUNS ?? 2_000) : 25;
const seed = Number(process.env.ENTENTE_SEED);
console.log(`texts: seed ${seed}, ${RUNS} histories (ENTENTE_SEED, ENTENTE_RUNS)`);

const SIDES = ['a', 'b', 'c'] as const;
type Side = (typeof SIDES)[number];
const scenario = smallScenario({ forums: [{ id: 'all', name: 'All', members: ['a', 'b', 'c'], chairs: ['a'] }] });
const hand = (side: Side) =>
  side === 'c' ? { seat: 'control', speaker: { speaker: 'seat:c-lead' } } : { seat: `seat:${side}-lead`, speaker: {} };

type Step = { side: Side; do: 'set' | 'take' | 'drop' | 'keep'; paragraph: number; pick: number };
const steps = fc.array(
  fc.record<Step>({
    side: fc.constantFrom(...SIDES),
    do: fc.constantFrom('set', 'take', 'take', 'drop', 'keep'),
    paragraph: fc.nat({ max: 2 }),
    pick: fc.nat({ max: 9 }),
  }),
  { minLength: 4, maxLength: 24 },
);

/** One wording that all three come to stand by: chance alone may settle none in a few histories. */
const SETTLED = SIDES.map((side, i): Step => ({ side, do: i === 0 ? 'set' : 'take', paragraph: 0, pick: 0 }));

/** What stands, by the model: wordings by an own number, and by which each side stands in each paragraph. */
interface Model {
  paragraphs: string[];
  version: number;
  readonly wordings: { readonly by: Side; readonly paragraph: number; readonly words: string; open: boolean; readonly id: Id }[];
  readonly stands: (number | undefined)[][];
}

const digestOf = (title: string, label: string, paragraphs: readonly { id: string; text: unknown }[]): string =>
  createHash('sha256')
    .update(JSON.stringify([title, label, paragraphs.map((p) => [p.id, p.text])]))
    .digest('hex');

/** Plays a history; `keeps`: with what A words for itself, else with a note of A’s in its place. */
function played(history: readonly Step[], keeps: boolean, sketch = false): { t: Table; of: Id; model: Model } {
  const t = new Table(scenario, sketch).start();
  for (const side of ['a', 'b'] as const) t.sit(`seat:${side}-lead`);
  const forum = [...t.exercise.world.consultation.forums.keys()][0];
  const of = t.ok('seat:a-lead', { type: 'TableText', forum, title: 'Text', paragraphs: ['One.', 'Two.', 'Three.'] });
  const model: Model = {
    paragraphs: ['One.', 'Two.', 'Three.'],
    version: 1,
    wordings: [],
    stands: [0, 1, 2].map(() => [undefined, undefined, undefined]),
  };
  for (const [n, step] of history.entries()) doStep(t, of, model, step, n, keeps);
  return { t, of, model };
}

function doStep(t: Table, of: Id, model: Model, { side, do: what, paragraph, pick }: Step, n: number, keeps: boolean): void {
  const { seat, speaker } = hand(side);
  const me = SIDES.indexOf(side);
  const stands = model.stands[paragraph] as (number | undefined)[];
  const own = model.wordings.findIndex((w) => w.open && w.by === side && w.paragraph === paragraph);
  const close = (i: number): void => {
    (model.wordings[i] as Model['wordings'][0]).open = false;
    for (const [p, s] of stands.entries()) if (s === i) stands[p] = undefined;
  };
  if (what === 'set') {
    const words = `Words ${n} of ${side}.`;
    const id = t.ok(seat, { type: 'SetWording', of, version: model.version, paragraph: `p${paragraph + 1}`, words, ...speaker });
    if (own >= 0) close(own);
    model.wordings.push({ by: side, paragraph, words, open: true, id });
    stands[me] = model.wordings.length - 1;
  } else if (what === 'keep') {
    const kept = { type: 'KeepWording', of, paragraph: `p${paragraph + 1}`, words: `Kept ${n} by A.` } as const;
    t.ok('seat:a-lead', keeps ? kept : { type: 'WriteNote', text: `Something else, ${n}` });
  } else {
    const open = model.wordings.flatMap((w, i) => (w.open ? [i] : []));
    const i = open[pick % Math.max(1, open.length)];
    if (i === undefined) return;
    const wording = model.wordings[i] as Model['wordings'][0];
    const answer = t.say(seat, { type: what === 'take' ? 'TakeWording' : 'DropWording', bracket: wording.id, ...speaker });
    const there = model.stands[wording.paragraph] as (number | undefined)[];
    const may = what === 'take' ? there[me] !== i : wording.by === side;
    expect(answer.ok).toBe(may);
    if (!may) return;
    const mine = model.wordings.findIndex((w) => w.open && w.by === side && w.paragraph === wording.paragraph);
    if (what === 'drop' || mine >= 0) {
      const gone = what === 'drop' ? i : mine;
      (model.wordings[gone] as Model['wordings'][0]).open = false;
      for (const [p, s] of there.entries()) if (s === gone) there[p] = undefined;
    }
    if (what === 'drop') return;
    there[me] = i;
    if (!there.every((s) => s === i)) return;
    model.paragraphs[wording.paragraph] = wording.words;
    model.version++;
    for (const w of model.wordings) if (w.paragraph === wording.paragraph) w.open = false;
    there.fill(undefined);
  }
}

describe('a text that three sides word', () => {
  it('is the same for every member, and what the model says; every bracket stands, or was taken, replaced or dropped on record', () => {
    let versions = 0;
    fc.assert(
      fc.property(steps, (history) => {
        const { t, of, model } = played(history, true, true);
        versions += model.version - 1;
        for (const viewer of ['control', 'seat:a-lead', 'seat:c-lead']) {
          const text = t.seen(viewer).world.consultation.texts.get(of);
          const last = text?.versions.at(-1);
          expect(last?.paragraphs.map((p) => p.text)).toEqual(model.paragraphs);
          expect(last?.version).toBe(model.version);
          expect(last?.digest).toBe(digestOf('Text', text?.card.label ?? '', last?.paragraphs ?? []));
          const open = text?.brackets.filter((b) => !b.dropped && !b.settled).map((b) => b.id);
          expect(open).toEqual(model.wordings.filter((w) => w.open).map((w) => w.id));
          expect(text?.brackets).toHaveLength(model.wordings.length);
        }
      }),
      { numRuns: RUNS, seed, endOnFailure: true, examples: [[SETTLED]] },
    );
    expect(versions).toBeGreaterThan(0);
  });

  it('tells the others the same bytes whether a side has kept a wording of its own or not', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const feed = (keeps: boolean, viewer: string) =>
          JSON.stringify(
            played(history, keeps)
              .t.seen(viewer)
              .events.map(({ n: _, ...r }) => ({ ...r, hash: undefined, body: undefined, prev: undefined })),
          );
        for (const viewer of ['seat:b-lead', 'seat:c-lead', 'control:b', 'evaluators:b'])
          expect(feed(true, viewer)).toBe(feed(false, viewer));
      }),
      { numRuns: Math.ceil(RUNS / 5), seed, endOnFailure: true },
    );
  });
});
