import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bodyOf } from '@entente/engine';
import { contest, cpu, type Finding, inWords, type Way } from './contest.ts';
import { folding } from './fold.ts';
import type { House, Houses } from './house.ts';
import { longRecord, making, room } from './record.ts';
import { tellings } from './story.ts';

const ENGINE = join(import.meta.dirname, '../packages/engine/src');
const MORE = 10;
const EVENTS = 20_000;

/** A room that nobody uses costs nothing: the engine with ten more of them, each with all that a room may have. */
export async function rooms(rounds: number, { own }: Houses): Promise<Finding[]> {
  const more = await withMoreRooms(own);
  const record = longRecord(EVENTS).map(bodyOf);
  const told = await contest(tellings(own), tellings(more), 2 * rounds);
  const opened = await contest(openings(own), openings(more), 2 * rounds);
  const folded = await contest(folding(own, record, 1, own.engine.parseBody), folding(more, record, 1, more.engine.parseBody), 2 * rounds);
  const row = (what: string, { dearer, costs }: Awaited<ReturnType<typeof contest>>): Finding => ({
    what: `${what} with ${MORE} more rooms that hear nothing`,
    anchor: 'the same without them',
    ratio: dearer,
    target: { atMost: 1.05 },
    note: `${inWords(costs[1])} and ${inWords(costs[0])}`,
  });
  return [
    row('a story of 20 choices', told),
    row('opening an exercise', opened),
    row(`folding ${EVENTS.toLocaleString('en')} events`, folded),
  ];
}

/** Opens exercises as the server does. */
function openings({ engine }: House): Way {
  const scenario = room(2, 2, 3);
  return {
    name: 'openings',
    run: () =>
      cpu(60, () => {
        for (let i = 0; i < 60; i++) engine.Exercise.open(scenario, { ...making, wall: i });
      }),
  };
}

/** The same programme with a copy of the engine in which more rooms are listed. */
async function withMoreRooms(own: House): Promise<House> {
  const folder = mkdtempSync(join(ENGINE, '..', '.mutants-rooms-'));
  try {
    cpSync(ENGINE, folder, { recursive: true, filter: (path) => !path.endsWith('.test.ts') && !path.endsWith('/testing') });
    const list = join(folder, 'rooms.ts');
    const source = readFileSync(list, 'utf8').replace('export const ROOMS = {', `${QUIET}\nexport const ROOMS = {\n  ...quiet,`);
    if (!source.includes('...quiet')) throw new Error('rooms.ts lists them in another way: mend bench/rooms.ts');
    writeFileSync(list, source);
    return { ...own, engine: await import(pathToFileURL(join(folder, 'index.ts')).href) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Rooms with a language of their own that is not spoken. */
const QUIET = `
const quiet: object = Object.fromEntries(Array.from({ length: ${MORE} }, (_, i) => {
  const names = (what: string) => Object.fromEntries(Array.from({ length: 8 }, (_, n) => [what + i + 'of' + n, true]));
  return ['quiet' + i, {
    commands: names('Do'),
    events: names('Done'),
    initial: () => ({ facts: new Map(), others: new Map() }),
    brief: () => [],
    decide: () => [],
    evolve() {},
    react: () => [],
    hears: Object.keys(names('Done')),
    guards: () => [],
    alarms: () => [],
    touches: () => [],
    introduces: () => [],
    waits: { nothing: () => [] },
  }];
}));
`;
