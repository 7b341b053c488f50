import { CHANNELS } from '@entente/engine';
import { someScenario, Table, Tape } from '@entente/engine/testing';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clock, type MselLine, tableOf } from '../out/lines.ts';
import { PRESETS } from '../out/presets.ts';
import { type Language, WORDS } from '../out/words.ts';
import { writeMsel } from '../out/write.ts';
import { differenceOf } from './difference.ts';
import { edit } from './edit.fixture.ts';
import { readEdited } from './edited.ts';

const numRuns = Number(process.env.ENTENTE_RUNS ?? 15);
const seed = Number(process.env.ENTENTE_SEED);
console.log(`an MSEL out and back: ${numRuns} runs, seed ${seed} (ENTENTE_SEED repeats it)`);

/** What one side writes into a field. */
function written(tape: Tape, field: string, language: Language, side: string): string {
  if (field === 'time') return clock('2027-03-02T08:00+09:00', tape.below(600) * 60_000);
  if (field === 'channel') return WORDS[language][tape.pick(CHANNELS)];
  return `${side} wrote ${tape.below(1_000)}`;
}

it('loses nothing: whatever two sides edit between the export and the return is told cell by cell, and a conflict where they differ', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(9_999), { minLength: 40, maxLength: 80 }), async (numbers) => {
      const tape = new Tape(numbers);
      const { world } = new Table(someScenario(tape)).exercise;
      const language = tape.pick(['en', 'ko'] as const);
      const preset = tape.pick(PRESETS);
      const before = tableOf(world, 'control', language);
      const book = writeMsel(before, { preset, language });
      const editable = before.fields.filter((f) => /^(title|text|note)/.test(f) || f === 'time' || f === 'channel');
      const edits = (side: string) =>
        new Map(
          Array.from({ length: tape.below(6) }, () => {
            const line = tape.pick(before.lines);
            const field = tape.pick(editable);
            return [`${line.id} ${field}`, { id: line.id, field, words: written(tape, field, language, side) }] as const;
          }),
        );
      const [theirs, ours] = [edits('A planner'), edits('Control')];
      const headers = await headersOf(book);
      const bytes = await edit(book, (s) => {
        for (const { id, field, words } of theirs.values()) s.set(id, headers(field), words);
        if (tape.chance(3)) s.sort();
      });
      const here: MselLine[] = before.lines.map((l) => ({
        id: l.id,
        fields: new Map([...l.fields, ...[...ours.values()].filter((e) => e.id === l.id).map((e) => [e.field, e.words] as const)]),
      }));
      const { changes, notTaken, columns } = differenceOf(readEdited(bytes, 'm.xlsx'), here);
      expect([notTaken, columns]).toEqual([[], []]);
      const was = (id: string, field: string): string => before.lines.find((l) => l.id === id)?.fields.get(field) ?? '';
      const expected = [...theirs.values()].flatMap(({ id, field, words }) => {
        const mine = ours.get(`${id} ${field}`)?.words ?? was(id, field);
        return words === was(id, field) || words === mine ? [] : [`${id} ${field} ${words} ${mine !== was(id, field)}`];
      });
      expect(changes.flatMap((c) => c.cells.map((cell) => `${c.id} ${cell.field} ${cell.theirs} ${cell.conflict}`)).sort()).toEqual(
        expected.sort(),
      );
    }),
    { numRuns, seed },
  );
});

/** Under which header a field stands, read off the kept sheet by an independent library. */
async function headersOf(book: Uint8Array) {
  const { default: Excel } = await import('@protobi/exceljs');
  const workbook = new Excel.Workbook();
  await workbook.xlsx.load(book as never);
  const kept = workbook.getWorksheet('Entente');
  const fields = kept?.getRow(2).values as (string | undefined)[];
  const names = kept?.getRow(3).values as (string | undefined)[];
  return (field: string): string => names[fields.indexOf(field)] ?? '';
}
