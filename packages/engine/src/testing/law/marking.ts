/**
 * Labels as the law’s own judge reads them: written from the words of TLP 2.0 (FIRST, 2022) and, for a policy of the
 * exercise’s own, from what the record says of it. Imports nothing of the rooms: what they get wrong must show here.
 */

type Reach = 'named' | 'organisation' | 'clients' | 'community' | 'everyone';
const WIDTH: readonly Reach[] = ['named', 'organisation', 'clients', 'community', 'everyone'];

/** TLP 2.0, strictest last: “no limit” · “their community” · “organization and its clients” · “organization only” · “individual recipients only”. */
const TLP: readonly (readonly [string, Reach])[] = [
  ['TLP:CLEAR', 'everyone'],
  ['TLP:GREEN', 'community'],
  ['TLP:AMBER', 'clients'],
  ['TLP:AMBER+STRICT', 'organisation'],
  ['TLP:RED', 'named'],
];

export interface PolicyOnRecord {
  readonly id: string;
  readonly levels: readonly { readonly id: string; readonly reach: string }[];
  readonly categories: readonly { readonly id: string; readonly kind: string }[];
  readonly clearances: Readonly<Record<string, { readonly level?: string; readonly values: Readonly<Record<string, readonly string[]>> }>>;
}
interface Read {
  readonly rank: number;
  readonly reach: Reach;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

export class Marking {
  readonly #policy: PolicyOnRecord;
  readonly #levels: readonly (readonly [string, Reach])[];

  constructor(policy: PolicyOnRecord) {
    this.#policy = policy;
    this.#levels = policy.id === 'tlp' ? TLP : policy.levels.map((l) => [l.id, l.reach as Reach]);
  }

  #read(label: string): Read {
    const [level = '', ...rest] = label.split('//');
    const rank = this.#levels.findIndex(([id]) => id === level);
    const values = new Map<string, readonly string[]>();
    for (const part of rest) {
      const [category = '', listed = ''] = part.split(' ');
      values.set(category, listed === 'NONE' ? [] : listed.split(','));
    }
    return { rank, reach: this.#levels[rank]?.[1] ?? 'named', values };
  }

  reach(label: string): Reach {
    return this.#read(label).reach;
  }

  /** True if the label lets a thing be addressed so: named seats · cells and parties · everyone · the public. */
  addresses(label: string, kind: string): boolean {
    const needed: Reach = kind === 'seat' ? 'named' : kind === 'everyone' ? 'community' : kind === 'public' ? 'everyone' : 'organisation';
    return WIDTH.indexOf(this.reach(label)) >= WIDTH.indexOf(needed);
  }

  /** True if a party’s people may read it; undefined: whoever belongs to none. Up to the level, any permissive value, all restrictive ones. */
  cleared(label: string, party: string | undefined): boolean {
    const { rank, values } = this.#read(label);
    const own = Object.entries(this.#policy.clearances).find(([id]) => id === party)?.[1];
    const top = own?.level;
    if (top !== undefined && rank > this.#levels.findIndex(([id]) => id === top)) return false;
    return this.#policy.categories.every(({ id, kind }) => {
      const listed = values.get(id);
      const has = (v: string): boolean => own?.values[id]?.includes(v) === true;
      if (listed === undefined || kind === 'informative') return true;
      return kind === 'permissive' ? listed.some(has) : listed.every(has);
    });
  }

  /** True if whoever reads what carries `had` learns nothing stricter by what carries `fresh`. */
  noStricter(had: string, fresh: string): boolean {
    const [a, b] = [this.#read(had), this.#read(fresh)];
    return (
      a.rank >= b.rank &&
      this.#policy.categories.every(({ id, kind }) => {
        const [old, now] = [a.values.get(id), b.values.get(id)];
        if (now === undefined || kind === 'informative') return true;
        if (kind === 'restrictive') return now.every((v) => old?.includes(v) === true);
        return old?.every((v) => now.includes(v)) === true;
      })
    );
  }

  /** True if a whole is marked above all of its portions: only its originator takes that off. */
  raised(label: string, portions: readonly string[]): boolean {
    const whole = this.#read(label);
    const parts = portions.map((p) => this.#read(p));
    if (parts.every((p) => whole.rank > p.rank)) return true;
    return this.#policy.categories.some(({ id, kind }) => {
      const listed = whole.values.get(id);
      const lists = parts.flatMap((p) => [p.values.get(id)].filter((l) => l !== undefined));
      if (listed === undefined || kind === 'informative') return false;
      if (kind === 'restrictive') return listed.some((v) => !lists.some((l) => l.includes(v)));
      return lists.length === 0 || (lists[0] ?? []).some((v) => lists.every((l) => l.includes(v)) && !listed.includes(v));
    });
  }
}
