import { Exercise, type FileCard, type Recorded, type Scenario, type Turn } from '@entente/engine';
import { Table } from '@entente/engine/testing';

/** An exercise as it was given to the engine: whoever gives it again gets the same record, if the engine is the same. */
export interface Script {
  readonly name: string;
  readonly scenario: Scenario;
  readonly making: {
    readonly secret: string;
    readonly wall: number;
    readonly files?: ReadonlyMap<string, FileCard>;
    readonly sketch?: boolean;
  };
  readonly steps: readonly Step[];
}
/** `must`: the story says that it is accepted, or that it is refused. */
type Step = { readonly wall: number } | { readonly turn: Turn; must?: boolean } | { readonly restart: true };

/** Plays, and writes down what the engine was given: one script for each exercise that was opened. */
export function scriptsOf(name: string, play: () => void): Script[] {
  const scripts: (Script & { readonly steps: Step[] })[] = [];
  const steps = new Map<Exercise, Step[]>();
  const engine = Exercise as { open: typeof Exercise.open };
  const { open } = engine;
  const { take, tick } = Exercise.prototype;
  const { ok, refused } = Table.prototype;
  const demand = (table: Table, must: boolean): void => {
    const last = steps.get(table.exercise)?.at(-1);
    if (last && 'turn' in last) last.must = must;
  };
  engine.open = (scenario, { secret, wall, files, sketch }) => {
    const opened = open.call(Exercise, scenario, { secret, wall, ...(files ? { files } : {}), ...(sketch ? { sketch } : {}) });
    const own: Step[] = [];
    steps.set(opened.exercise, own);
    scripts.push({ name, scenario, making: { secret, wall, ...(files ? { files } : {}), ...(sketch ? { sketch } : {}) }, steps: own });
    return opened;
  };
  Exercise.prototype.take = function (this: Exercise, turn: Turn) {
    steps.get(this)?.push({ turn });
    return take.call(this, turn);
  };
  Exercise.prototype.tick = function (this: Exercise, wall: number): readonly Recorded[] {
    steps.get(this)?.push({ wall });
    return tick.call(this, wall);
  };
  Table.prototype.ok = function (this: Table, ...given) {
    const id = ok.apply(this, given);
    demand(this, true);
    return id;
  };
  Table.prototype.refused = function (this: Table, ...given) {
    const code = refused.apply(this, given);
    demand(this, false);
    return code;
  };
  try {
    play();
  } finally {
    engine.open = open;
    Object.assign(Exercise.prototype, { take, tick });
    Object.assign(Table.prototype, { ok, refused });
  }
  return scripts;
}

/** The same, with the server started anew in the middle of it: what it folds from its record decides from then on. */
export function restarted(script: Script): Script {
  const middle = Math.floor(script.steps.length / 2);
  return {
    ...script,
    name: `${script.name}, with a restart`,
    steps: [...script.steps.slice(0, middle), { restart: true }, ...script.steps.slice(middle)],
  };
}
