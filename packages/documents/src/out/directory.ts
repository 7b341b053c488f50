import { type Address, split, type World } from '@entente/engine';
import { pick } from './text.ts';
import { type Language, WORDS } from './words.ts';

/** What addresses are called in a sheet, and which address a name of a sheet means. */
export interface Names {
  of(address: Address): string;
  /** A sender: an entity's id, an address, or control. */
  sender(from: string): string;
  /** The address of a name, as `of` gives it; undefined if there is none. */
  address(name: string): Address | undefined;
  from(name: string): string | undefined;
  /** Recipients to choose from. */
  readonly all: readonly string[];
  readonly controllers: readonly string[];
}

const key = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * A name that two sides have is written with its side, `Westland/Operations`; one that two seats of a cell have, with its cell.
 * Both languages are understood, whichever is written.
 */
export function namesOf({ seats }: Pick<World, 'seats'>, language: Language): Names {
  const byAddress = new Map<Address, string>();
  const byName = new Map<string, Address>();
  const senders = new Map<string, string>();
  const fromNames = new Map<string, string>();
  const add = (address: Address, names: readonly string[]): void => {
    byAddress.set(address, names[0] as string);
    for (const name of names) if (!byName.has(key(name))) byName.set(key(name), address);
  };
  const other: Language = language === 'en' ? 'ko' : 'en';
  const parties = seats.exercise?.parties ?? [];
  const cells = seats.directory?.cells ?? [];
  add('everyone', [WORDS[language].everyone, WORDS[other].everyone, 'everyone']);
  add('public', [WORDS[language].public, WORDS[other].public, 'public']);
  const both = (text: Parameters<typeof pick>[0]): readonly [string, string] => [pick(text, language), pick(text, other)];
  for (const p of parties) add(`party:${p.id}`, both(p.name));
  const named = new Map(parties.map((p) => [p.id, both(p.name)]));
  const places = cells.flatMap((c) => [
    { address: `cell:${c.id}`, name: both(c.name), within: named.get(c.party) ?? ['', ''] },
    ...(c.seats.length < 2 && c.seats.every((s) => pick(s.name, language) === pick(c.name, language))
      ? []
      : c.seats.map((s) => ({
          address: `seat:${s.id}`,
          name: both(s.name),
          within: both(c.name).map((n, i) => `${named.get(c.party)?.[i]}/${n}`),
        }))),
  ]);
  const taken = new Map<string, number>();
  for (const name of [...parties.map((p) => pick(p.name, language)), ...places.map((p) => p.name[0])])
    taken.set(key(name), (taken.get(key(name)) ?? 0) + 1);
  for (const { address, name, within } of places) {
    const whole = name.map((n, i) => `${within[i]}/${n}`);
    const alone = (taken.get(key(name[0])) ?? 0) < 2;
    const names = alone ? [...name, ...whole] : whole;
    add(address, byName.has(key(names[0] as string)) ? [address] : names);
  }
  for (const c of cells)
    for (const s of c.seats) if (!byAddress.has(`seat:${s.id}`)) byAddress.set(`seat:${s.id}`, byAddress.get(`cell:${c.id}`) as string);
  add('control', [WORDS[language].control, WORDS[other].control, 'control']);
  for (const p of parties)
    add(`control:${p.id}`, [WORDS[language].controlOf(pick(p.name, language)), WORDS[other].controlOf(pick(p.name, other))]);
  for (const e of seats.directory?.entities ?? []) {
    const [name, second] = both(e.name);
    senders.set(e.id, name);
    for (const n of [name, second]) if (!fromNames.has(key(n))) fromNames.set(key(n), e.id);
  }
  const of = (address: Address): string => byAddress.get(address) ?? address;
  const address = (name: string): Address | undefined => byName.get(key(name)) ?? (byAddress.has(name.trim()) ? name.trim() : undefined);
  const control = [...byAddress].filter(([a]) => split(a)[0] === 'control').map(([, name]) => name);
  return {
    of,
    sender: (from) => senders.get(from) ?? of(from),
    address,
    from: (name) => fromNames.get(key(name)) ?? address(name) ?? (senders.has(name.trim()) ? name.trim() : undefined),
    all: [...new Set([...byAddress].filter(([a]) => split(a)[0] !== 'control').map(([, name]) => name))],
    controllers: control,
  };
}
