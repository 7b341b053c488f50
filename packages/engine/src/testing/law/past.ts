import type { Address, Directory } from './people.ts';
import { People } from './people.ts';

/** The law’s own reading of a record: plain facts, as they lie in its bytes. Only the fields that some law asks for. */
export interface Facts {
  readonly type: string;
  readonly by?: Address | undefined;
  readonly seat: Address;
  readonly scope: Address;
  readonly text: unknown;
  readonly party: string;
  readonly inject: string;
  readonly delivery: string;
  readonly expected: string;
  readonly item: string;
  readonly on: string;
  readonly from: string;
  readonly of: Address;
  readonly how: string;
  readonly request: string;
  readonly message: string;
  readonly note: string;
  readonly about: string;
  readonly to: readonly Address[];
  readonly for: readonly Address[];
  readonly card: Card;
  readonly waits?: boolean;
  readonly named?: boolean;
  readonly atDeadline?: boolean;
  readonly when?: Condition;
  readonly seen?: Condition;
  readonly after?: After;
  readonly verdict: string;
  readonly deadline: number;
  readonly made?: unknown;
  readonly attachments?: readonly { readonly id: string }[];
  readonly roll: string;
  readonly clients: Readonly<Record<string, readonly string[]>>;
  readonly heads: Readonly<Record<string, string>>;
  readonly late: boolean;
  readonly taking: string;
  readonly person: string;
  readonly purpose: string;
  readonly side: Address;
}
export interface Card {
  readonly scenario?: string;
  readonly number: string;
  readonly to: readonly Address[];
  readonly by: Address;
  readonly controller: Address;
  readonly manual: boolean;
  readonly note?: unknown;
  readonly improvised: boolean;
  readonly from: string;
  readonly says?: string;
  readonly brings?: { readonly item?: string };
  readonly attachments?: readonly { readonly id: string }[];
  readonly originator: Address;
  readonly made?: unknown;
}
export type Condition = Readonly<Record<string, unknown>>;
export interface After {
  readonly event?: string | undefined;
  readonly milestone?: string | undefined;
}

/** An event as it stands on the record. */
export interface Line {
  readonly n: number;
  readonly id: string;
  readonly at: number;
  readonly event: Facts;
  /** Those who really have it. */
  readonly viewers: ReadonlySet<Address>;
}

/** What came before an event: who was given what, and the lines by type. */
export class Past {
  readonly lines: Line[] = [];
  readonly #given = new Map<string, Map<Address, number>>();
  readonly #byType = new Map<string, Line[]>();
  readonly #byId = new Map<string, Line>();
  readonly #said = new Set<unknown>();
  #people: People | undefined;

  get people(): People {
    if (this.#people) return this.#people;
    const opened = this.all('ExerciseOpened')[0]?.event as unknown as Pick<Directory, 'parties'>;
    const given = this.all('DirectoryGiven')[0]?.event as unknown as Pick<Directory, 'cells' | 'entities'>;
    const people = new People({ parties: opened?.parties ?? [], cells: given?.cells ?? [], entities: given?.entities ?? [] });
    if (given) this.#people = people;
    return people;
  }

  add(line: Line): void {
    this.lines.push(line);
    const alike = this.#byType.get(line.event.type);
    if (alike) alike.push(line);
    else this.#byType.set(line.event.type, [line]);
    this.#byId.set(line.id, line);
    for (const value of valuesIn(line.event)) this.#said.add(value);
    for (const id of [line.id, ...broughtBy(line.event)]) {
      const holders = this.#given.get(id) ?? new Map<Address, number>();
      for (const v of line.viewers) if (!holders.has(v)) holders.set(v, line.n);
      this.#given.set(id, holders);
    }
  }

  all(type: string): readonly Line[] {
    return this.#byType.get(type) ?? [];
  }
  line(id: string): Line | undefined {
    return this.#byId.get(id);
  }
  /** True if the viewer was given it; with `before`, in a line whose number is smaller. */
  holds(viewer: Address, id: string, before = Number.POSITIVE_INFINITY): boolean {
    return (this.#given.get(id)?.get(viewer) ?? Number.POSITIVE_INFINITY) < before;
  }
  /** True if some event said these words. */
  says(words: string): boolean {
    return this.#said.has(words);
  }
  knows(id: string): boolean {
    return this.#given.has(id);
  }
  broughtBy(event: Facts): string[] {
    return broughtBy(event);
  }
  holders(id: string): Address[] {
    return [...(this.#given.get(id)?.keys() ?? [])];
  }
}

function valuesIn(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(valuesIn) : [value];
}

/** The ids of things that an event brings to whoever gets it. */
export function broughtBy(event: Facts): string[] {
  const files = [...(event.attachments ?? []), ...(event.card?.attachments ?? [])].map((a) => a.id);
  switch (event.type) {
    case 'InjectPlanned':
    case 'InjectShown':
      return [event.inject, ...files];
    case 'ItemPlanned':
    case 'ItemGiven':
      return [event.item, ...files];
    case 'ItemRequested':
    case 'RequestEscalated':
      return [event.request];
    case 'ExpectedPlanned':
    case 'ExpectedShown':
      return [event.expected];
    case 'MessageSent':
    case 'NoteWritten':
    case 'InjectDelivered':
      return files;
    default:
      return [];
  }
}
