import { injectStatus, type World } from '@entente/engine';
import { Table, Tape } from '@entente/engine/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layout } from '../msel/layouts.ts';
import { type MselLine, TOLD, tableOf } from '../out/lines.ts';
import { writeMsel } from '../out/write.ts';
import { stepsFor } from './commands.ts';
import { differenceOf, type RowChange } from './difference.ts';
import { wordsIn } from './edit.fixture.ts';
import { readEdited } from './edited.ts';
import { takeInto } from './scenario.ts';
import { type Edit, office, opened, type Story, scenarioOf, story, throughOffice } from './story.fixture.ts';

// Each run writes a workbook and edits it by another library: a long run is three hundred.
const numRuns = Math.min(300, Number(process.env.ENTENTE_RUNS ?? 3));
const seed = Number(process.env.ENTENTE_SEED);
/** Workbooks that LibreOffice opens and saves in the long run. */
const SAVED = 30;
/** ms; a workbook takes a second on a busy machine, three times each run. */
const LONGEST = 60_000 + numRuns * 5_000;
console.log(`an MSEL out and back: ${numRuns} runs, seed ${seed} (ENTENTE_SEED repeats it)`);

const made = fc.tuple(layout, fc.array(fc.nat(9_999), { minLength: 40, maxLength: 60 }));
const lineOf = (lines: readonly MselLine[], id: string): ReadonlyMap<string, string> => lines.find((l) => l.id === id)?.fields ?? new Map();
const editOf = (edits: readonly Edit[], { id, field }: Pick<Edit, 'id' | 'field'>): string | undefined =>
  edits.find((e) => e.id === id && e.field === field)?.words;
/** What a planner may change of a line. */
const wordsOf = (fields: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...fields].filter(([f]) => !TOLD.has(f) && f !== 'status'));

describe('an MSEL that goes out, is edited on both sides and comes back', () => {
  it('into a scenario: each edit is told, a conflict where both changed a cell, and what is taken is in the scenario and nothing else', {
    timeout: LONGEST,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(made, async ([sheets, numbers]) => intoScenario(await story(sheets, new Tape(numbers)))),
      { numRuns, seed },
    );
  });

  it('into an exercise that goes on: each edit becomes commands that do what they say, or a reason; every other row is as it was', {
    timeout: LONGEST,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(made, async ([sheets, numbers]) => {
        const tape = new Tape(numbers);
        intoExercise(await story(sheets, tape), tape);
      }),
      { numRuns, seed },
    );
  });

  it('holds for each party’s control no word of a row that is not for its side, and the whole is found to hold them all', {
    timeout: LONGEST,
  }, async () => {
    let hidden = 0;
    await fc.assert(
      fc.asyncProperty(made, async ([sheets, numbers]) => {
        const { scenario } = await story(sheets, new Tape(numbers));
        const t = new Table(scenario).start().wait(30);
        const book = (world: World, viewer: string) => wordsIn(writeMsel(tableOf(world, viewer, 'en'), { preset: 'uk', language: 'en' }));
        const whole = book(t.exercise.world, 'control');
        for (const { id, cells } of scenario.parties) {
          const own = new Set([
            'everyone',
            'public',
            `party:${id}`,
            ...cells.flatMap((c) => [`cell:${c.id}`, ...c.seats.map((s) => `seat:${s.id}`)]),
          ]);
          const words = book(t.seen(`control:${id}`).world, `control:${id}`);
          for (const { id: row, to, text } of scenario.injects.filter((i) => !i.to.some((a) => own.has(a)))) {
            hidden++;
            expect([row, id, words.includes(String(text)), whole.includes(String(text))]).toEqual([row, id, false, true]);
            expect(to.some((a) => own.has(a))).toBe(false);
          }
        }
      }),
      { numRuns, seed },
    );
    if (numRuns > 10) expect(hidden).toBeGreaterThan(0);
  });

  const program = process.env.ENTENTE_LONG === '1' ? office() : undefined;
  if (process.env.ENTENTE_LONG === '1' && !program) console.log('LibreOffice is not installed: no workbook went through it');
  it.runIf(program)(
    'through LibreOffice: the same, whatever it makes of the workbook',
    async () => {
      const samples = fc.sample(made, { numRuns: SAVED, seed: Number.isNaN(seed) ? 1 : seed });
      const stories = await Promise.all(samples.map(([sheets, numbers]) => story(sheets, new Tape(numbers))));
      const saved = throughOffice(
        program as string,
        stories.map((s) => s.book),
      );
      stories.forEach((s, i) => {
        const book = saved[i] as Uint8Array;
        intoScenario({ ...s, book });
        intoExercise({ ...s, book }, new Tape(samples[i]?.[1] ?? []));
      });
    },
    600_000,
  );
});

function intoScenario({ files, before, book, theirs, ours }: Story): void {
  const mine = takeInto(files, ours.map(asChange(before.lines)), opened(scenarioOf(files)));
  expect(mine.refused).toEqual([]);
  const here = new Map([...files, ...mine.files]);
  const now = tableOf(opened(scenarioOf(here)), 'control', readEdited(book, 'm.xlsx').language);
  const { changes, notTaken, columns } = differenceOf(readEdited(book, 'm.xlsx'), now.lines);
  expect([notTaken, columns]).toEqual([[], []]);
  const told = changes.flatMap((c) => c.cells.map((cell) => `${c.id} ${cell.field} ${cell.theirs} ${cell.conflict}`));
  const meant = theirs.flatMap((e) => {
    const was = lineOf(before.lines, e.id).get(e.field) ?? '';
    const is = lineOf(now.lines, e.id).get(e.field) ?? '';
    return e.words === was || e.words === is ? [] : [`${e.id} ${e.field} ${e.words} ${is !== was}`];
  });
  expect(told.sort()).toEqual(meant.sort());

  const { files: written, refused, problems } = takeInto(here, changes, opened(scenarioOf(here)));
  expect([refused, problems.filter((p) => p.severity === 'error')]).toEqual([[], []]);
  const after = tableOf(opened(scenarioOf(new Map([...here, ...written]))), 'control', readEdited(book, 'm.xlsx').language);
  expect(after.lines.map((l) => l.id).sort()).toEqual(before.lines.map((l) => l.id).sort());
  // A cell that says what it said before was not edited.
  const meantFor = (id: string, field: string): string | undefined => {
    const words = editOf(theirs, { id, field });
    return words !== undefined && words !== lineOf(before.lines, id).get(field) ? words : lineOf(now.lines, id).get(field);
  };
  // Whose hand a row waits for follows from whom it is for, where the scenario does not say.
  const addressed = new Set([...theirs, ...ours].flatMap((e) => (e.field === 'to' ? [e.id] : [])));
  for (const { id, fields } of after.lines)
    for (const [field, words] of wordsOf(fields))
      if (field !== 'controller' || !addressed.has(id)) expect([id, field, words]).toEqual([id, field, meantFor(id, field)]);
}

const asChange =
  (lines: readonly MselLine[]) =>
  ({ id, field, words }: Edit): RowChange => {
    const before = lineOf(lines, id).get(field) ?? '';
    return { kind: 'changed', id, number: '', conflict: false, cells: [{ field, before, theirs: words, ours: before, conflict: false }] };
  };

function intoExercise({ scenario, before, book, theirs }: Story, tape: Tape): void {
  const t = new Table(scenario).start().wait(tape.below(40));
  // Control is at work meanwhile.
  for (const { id } of before.lines.slice(0, tape.below(4))) {
    const type = tape.pick(['SkipInject', 'HoldInject', 'MoveInject'] as const);
    const row = rowOf(t.exercise.world, id);
    if (row) t.say('control', { type, inject: row[0], ...(type === 'MoveInject' ? { at: 50_000_000 } : {}) });
  }
  const edited = readEdited(book, 'm.xlsx');
  const now = tableOf(t.exercise.world, 'control', edited.language);
  const steps = stepsFor(differenceOf(edited, now.lines), t.exercise.world, 'control');
  const touched = new Set(steps.map((s) => s.change.id));
  // Whatever differs from what stands here is told, and nothing else.
  for (const e of theirs)
    if (![lineOf(before.lines, e.id).get(e.field) ?? '', lineOf(now.lines, e.id).get(e.field) ?? ''].includes(e.words))
      expect([...touched]).toContain(e.id);
  for (const { change, commands, said } of steps) {
    expect(said.en.length * said.ko.length).toBeGreaterThan(0);
    const numbers = new Set(tableOf(t.exercise.world, 'control', edited.language).lines.map((l) => l.id));
    const answers = commands.map((command) => t.say('control', command as never));
    const after = tableOf(t.exercise.world, 'control', edited.language).lines;
    const old = lineOf(after, change.id);
    const fresh = after.filter((l) => !numbers.has(l.id));
    const was = lineOf(now.lines, change.id);
    if (commands.some((c) => c.type === 'ImproviseInject')) {
      const refused = answers.find((a) => !a.ok);
      // An earlier time than now is refused when it comes to it; the row then comes back.
      if (refused && !refused.ok) expect(refused.rejection.code).toBe('in-the-past');
      else {
        expect(rowOf(t.exercise.world, change.id)?.[1].skip?.skipped).toBe(true);
        expect(fresh).toHaveLength(1);
        const changed = new Map(change.cells.map((c) => [c.field, c.theirs]));
        for (const field of ['time', 'channel', 'from', 'to', 'title', 'text'])
          expect([field, fresh[0]?.fields.get(field)]).toEqual([field, changed.get(field) ?? was.get(field)]);
      }
    } else {
      expect(fresh).toEqual([]);
      if (commands.some((c) => c.type === 'MoveInject') && answers.every((a) => a.ok))
        expect(old.get('time')).toBe(change.cells.find((c) => c.field === 'time')?.theirs);
      else expect(wordsOf(old)).toEqual(wordsOf(was));
    }
  }
  const after = tableOf(t.exercise.world, 'control', edited.language).lines;
  for (const { id, fields } of now.lines) if (!touched.has(id)) expect([id, wordsOf(lineOf(after, id))]).toEqual([id, wordsOf(fields)]);
}

function rowOf(world: World, scenario: string) {
  const found = [...world.injects.rows].find(([, row]) => row.plan?.card.scenario === scenario);
  return found && injectStatus(found[1]) !== 'released' ? found : undefined;
}
