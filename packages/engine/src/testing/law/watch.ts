import type { Act, Plan } from './case.ts';
import type { Address } from './people.ts';

/** An event with what the law needs of it; a recorded event is one. */
export interface Made {
  readonly n: number;
  readonly id: string;
  readonly at: number;
  readonly wall: number;
  readonly to: readonly Address[];
  readonly event: { readonly type: string };
}

/** A record as it was made: the events, who really has each, and where each turn began. */
export interface Play {
  /** The scenario. Absent where nobody has it any more: then the record is believed where it repeats what the scenario said. */
  readonly plan?: Plan | undefined;
  readonly record: readonly Made[];
  /** Who really has an event: the answer that is judged. */
  readonly viewers: (r: Made) => ReadonlySet<Address>;
  /** Numbers of the events that begin a turn, and the command that made it; absent: one turn for each moment of the wall clock. */
  readonly turns?: readonly Turn[];
}
export interface Turn {
  readonly from: number;
  readonly act?: Act | undefined;
}

/** Writes down, while an exercise is played, where its turns begin: one for each command, one for each instant that time brings. */
export class Watch {
  readonly record: Made[] = [];
  readonly turns: Turn[] = [{ from: 1 }];

  /** What time did. */
  passed(events: readonly Made[]): void {
    for (const r of events) {
      if (r.at !== this.record.at(-1)?.at) this.turns.push({ from: r.n });
      this.record.push(r);
    }
  }

  /** What a command made, with what was due before it and what its jump passed. */
  acted(by: Address, command: object, events: readonly Made[]): void {
    // The end is stamped after all that is due; everything else stands first, and a jump’s time after it.
    const ends = (command as Act['command']).type === 'EndExercise';
    const own = ends ? events.at(-1)?.at : events[0]?.at;
    const first = events.findIndex((r) => r.at === own);
    const after = events.findLastIndex((r) => r.at === own) + 1;
    this.passed(events.slice(0, Math.max(0, first)));
    this.turns.push({ from: this.record.length + 1, act: { by, command: command as Act['command'] } });
    this.record.push(...events.slice(Math.max(0, first), after));
    this.passed(events.slice(after));
  }
}
