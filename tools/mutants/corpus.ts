import { join } from 'node:path';
import { Exercise, type Scenario } from '@entente/engine';
import { playSome, someScenario, Table, Tape } from '@entente/engine/testing';
import { drive, loadFolder, PlayDriver, secretOf } from '@entente/scenario';
import { consultationStory } from '../../packages/engine/src/testing/consultation-story.ts';
import { numbersFrom } from './numbers.ts';
import { PLANS } from './plans.ts';
import { PUBLIC } from './press.ts';
import { restarted, type Script, scriptsOf } from './scripts.ts';
import { setting } from './setting.ts';
import { SHARED } from './shared.ts';
import { LAST, STORIES } from './stories.ts';

/** What changes are tried on, in the order in which it is tried: small stories, generated exercises, the plays of the house. */
export interface Chapter {
  readonly name: string;
  /** A small one, made to come by certain places. */
  readonly story: boolean;
  scripts(): Script[];
}

/** Stories in the middle of which the server is started anew. */
const ALL: Readonly<Record<string, () => void>> = { ...STORIES, ...SHARED, ...PUBLIC, ...PLANS, consults: () => void consultationStory() };
const RESTARTED = new Set(['consults', 'hands', 'words', 'released', 'asked', 'revised']);
const GENERATED = 40;
const ACTS = 80;
const NUMBERS = 400;
const HOUSE = ['river-flood', 'extended-deterrence', 'press-day'];
const root = join(import.meta.dirname, '..', '..');

export async function corpus(): Promise<Chapter[]> {
  const stories = Object.entries(ALL).map(([name, tell]) => chapter(name, tell, true));
  const restarts = Object.entries(ALL).flatMap(([name, tell]): Chapter[] =>
    RESTARTED.has(name) ? [{ name: `${name}, with a restart`, story: false, scripts: () => scriptsOf(name, tell).map(restarted) }] : [],
  );
  const generated = Array.from({ length: GENERATED }, (_, n) => {
    const name = `generated ${n + 1}`;
    return chapter(name, () => {
      const tape = new Tape(numbersOf(n + 1));
      const table = new Table(n % 2 === 0 ? wider(someScenario(tape)) : someScenario(tape));
      playSome(tape, ACTS, table);
    });
  });
  const folders = await Promise.all(HOUSE.map((name) => loadFolder(join(root, 'scenarios', name))));
  const last = Object.entries(LAST).map(([name, tell]) => chapter(name, tell));
  return [...stories, ...restarts, ...generated, ...folders.flatMap(playsOf), ...last];
}

const chapter = (name: string, play: () => void, story = false): Chapter => ({ name, story, scripts: () => scriptsOf(name, play) });

function playsOf({ scenario, plays, files }: Awaited<ReturnType<typeof loadFolder>>): Chapter[] {
  if (!scenario) return [];
  return plays.map((play) =>
    chapter(`${scenario.id}: ${play.play}`, () => {
      const driver = new PlayDriver(scenario, play);
      const { exercise } = Exercise.open(scenario, {
        secret: secretOf(scenario, play, 1),
        wall: driver.opens,
        ...(files ? { files } : {}),
      });
      drive(driver, exercise);
    }),
  );
}

/** A generated scenario in the wider setting of the stories, with more seats, cells and parties than acts are made up for. */
function wider(scenario: Scenario): Scenario {
  const { parties } = setting();
  const text = JSON.stringify({ ...scenario, parties })
    .replaceAll('cell:a-cell', 'cell:a-ops')
    .replaceAll('cell:b-cell', 'cell:b-out');
  return JSON.parse(text) as Scenario;
}

function numbersOf(seed: number): number[] {
  const next = numbersFrom(seed * 2_654_435_761);
  return Array.from({ length: NUMBERS }, () => next() % 5_040);
}
