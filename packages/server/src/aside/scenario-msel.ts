import { asTemplate, PRESETS, readEdited, takeInto, writeMsel } from '@entente/documents';
import { type Difference, differenceOf, type RowChange, type Said, tableOf } from '@entente/documents/msel';
import { Exercise, type World } from '@entente/engine';
import { loadFolder, type Problem, readScenarioFolder } from '@entente/scenario';
import { digest } from '../digest.ts';

/** What a workbook would change in a scenario as that stands now. */
export interface ScenarioChanges {
  /** How the scenario stands: what is confirmed is confirmed of this. */
  readonly mark: string;
  readonly sheet: string;
  readonly steps: readonly { readonly key: string; readonly change: RowChange; readonly takes: boolean; readonly said: Said }[];
  readonly notTaken: Difference['notTaken'];
  readonly columns: Difference['columns'];
}
export interface ScenarioTaken {
  readonly mark: string;
  /** The files of the folder that are another now, whole. */
  readonly files: ReadonlyMap<string, string>;
  readonly taken: number;
  /** What the check says of the scenario as it would be; with an error nothing is to be written. */
  readonly problems: readonly Problem[];
}

/** Nothing of a scenario is secret to its author. */
const SECRET = 'nothing of a scenario is secret to its author';

interface Opened {
  readonly files: ReadonlyMap<string, string>;
  readonly world: World;
  readonly mark: string;
}

/** @throws NoScenario if it has mistakes */
async function open(folder: string): Promise<Opened> {
  const [{ files, attachments }, { scenario }] = await Promise.all([readScenarioFolder(folder), loadFolder(folder)]);
  if (!scenario) throw new NoScenario();
  const { exercise } = Exercise.open(scenario, { secret: SECRET, wall: 0, files: attachments });
  return { files, world: exercise.world, mark: digest(JSON.stringify([...files])) };
}
export class NoScenario extends Error {}

export async function scenarioBook(folder: string, preset: unknown, language: 'en' | 'ko'): Promise<Uint8Array> {
  const { world } = await open(folder);
  const layout = PRESETS.find((p) => p === preset) ?? asTemplate(preset);
  return writeMsel(tableOf(world, 'control', language), { preset: layout, language });
}

export async function scenarioChanges(folder: string, book: Uint8Array, name: string): Promise<ScenarioChanges> {
  const { files, world, mark } = await open(folder);
  const { sheet, difference } = read(world, book, name);
  const { changes, notTaken, columns } = difference;
  const refused = new Map(takeInto(files, changes, world).refused.map((r) => [r.change, r.said]));
  const steps = changes.map((change) => ({
    key: keyOf(change),
    change,
    takes: !refused.has(change),
    said: refused.get(change) ?? WHAT[skips(change) ? 'removed' : change.kind],
  }));
  return { mark, sheet, steps, notTaken, columns };
}

/** With the changes of these keys in it. */
export async function scenarioTaken(folder: string, book: Uint8Array, name: string, keys: readonly string[]): Promise<ScenarioTaken> {
  const { files, world, mark } = await open(folder);
  const wanted = new Set(keys);
  const changes = read(world, book, name).difference.changes.filter((c) => wanted.has(keyOf(c)));
  const { files: written, taken, problems } = takeInto(files, changes, world);
  return { mark, files: written, taken: taken.length, problems };
}

/** @throws AnotherScenario if the workbook is of another */
function read(world: World, book: Uint8Array, name: string): { sheet: string; difference: Difference } {
  const edited = readEdited(book, name);
  const table = tableOf(world, 'control', edited.language);
  if (table.scenario !== edited.scenario) throw new AnotherScenario();
  return { sheet: edited.sheet, difference: differenceOf(edited, table.lines) };
}
export class AnotherScenario extends Error {}

const keyOf = ({ id, row }: RowChange): string => (id === '' ? `row ${row}` : id);
const skips = ({ cells }: RowChange): boolean => cells.some((c) => c.field === 'status' && /^(skipped|생략)$/i.test(c.theirs.trim()));
const WHAT: Readonly<Record<RowChange['kind'], Said>> = {
  changed: { en: 'It is changed in the scenario.', ko: '시나리오의 해당 행을 바꿉니다.' },
  added: { en: 'It is added to the scenario.', ko: '시나리오에 추가합니다.' },
  removed: { en: 'It is taken out of the scenario.', ko: '시나리오에서 삭제합니다.' },
};
