import type { Command, Id } from '@entente/engine';
import { names } from './waited.ts';

/** A label, and what it names now. */
type Labelled = readonly (readonly [label: string, id: Id])[];
const NONE: Labelled = [];

/**
 * What one rule does in the stead of another: a recorded step that comes too soon or too late is refused, and what others name by
 * its label is then what another rule made of the same thing.
 */
export class Stead {
  /** What was made of each thing, by kind of command. */
  readonly #made = new Map<string, Map<Id, Id>>();
  /** Steps that were refused, and of whose label nothing has come yet, by kind of command. */
  readonly #lacking = new Map<string, { readonly command: Command; readonly label: string }[]>();

  /** A rule without a label has settled `of`. */
  did(command: Command, of: Id, made: Id): Labelled {
    const { type } = command;
    const things = this.#made.get(type);
    if (things) things.set(of, made);
    else this.#made.set(type, new Map([[of, made]]));
    const lacking = this.#lacking.get(type);
    const served = lacking?.filter((l) => names(l.command, of)) ?? [];
    if (!lacking || served.length === 0) return NONE;
    this.#lacking.set(
      type,
      lacking.filter((l) => !served.includes(l)),
    );
    return served.map((l) => [l.label, made]);
  }

  /** A rule with a label has acted; `made`: what came of it, undefined if it was refused. */
  meant(command: Command, label: string, made: Id | undefined): Labelled {
    if (made !== undefined) return [[label, made]];
    for (const [of, id] of this.#made.get(command.type) ?? []) if (names(command, of)) return [[label, id]];
    this.#lacking.set(command.type, [...(this.#lacking.get(command.type) ?? []), { command, label }]);
    return NONE;
  }
}
