import { ImportError, type Said, said } from '../error.ts';
import type { Guesses } from '../guesses.ts';
import { type Ids, nameKey, slugOf } from './names.ts';
import type { Named, Ref } from './recipients.ts';
import { mayBeSlipFor } from './slips.ts';
import { askWord, mayBeShortFor } from './word-choice.ts';

export interface PlannedCell {
  readonly id: string;
  readonly name: string;
  readonly seat: string;
}
export interface PlannedParty {
  readonly id: string;
  readonly name: string | Said;
  readonly cells: readonly PlannedCell[];
}
export interface Cast {
  readonly parties: readonly PlannedParty[];
  /** The address of a name: `cell:…`, or `party:…` for a name that stands for a whole party; a reason if that is not certain. */
  find(ref: Ref): string | Said | undefined;
  /** Every recipient's address, as `find` gives it, but those of whole parties. */
  readonly cells: readonly string[];
  /** The address of the cells of a party. */
  cellsOf(address: string): readonly string[];
}

interface Group {
  readonly name: string | Said;
  readonly side?: string | undefined;
  readonly members: string[];
}
const MOST_NAMES = 200;
const MOST_PARTIES = 12;

/** Puts every recipient into a party: that of its side, where sides are known. */
export function castOf(recipients: ReadonlyMap<number, Named>, ids: Ids, guesses: Guesses): Cast {
  const rows = [...recipients.values()];
  const refs = new Map<string, Ref>();
  for (const row of rows) for (const ref of row.names) if (!refs.has(keyOf(ref))) refs.set(keyOf(ref), ref);
  const sided = new Set([...refs.values()].filter((r) => r.side !== undefined).map((r) => nameKey(r.name)));
  // A name without its side is one of those that have one, or nobody: it is no recipient more.
  const named = [...refs.values()].filter((r) => r.side !== undefined || !sided.has(nameKey(r.name)));
  const given = new Set(rows.flatMap((r) => r.names.flatMap((n) => (n.given ? [nameKey(n.name)] : []))));
  const unsure = rows.flatMap((r) => r.unsure);
  const found = new Map([
    ...(sided.size > 0 ? [] : doublesOf([...new Set(named.map((r) => r.name))], unsure)),
    ...slipsOf([...new Set(named.map((r) => r.name))], recipients),
    ...shortsOf([...new Set(named.map((r) => r.name))]),
  ]);
  const doubles = new Map([...found].flatMap(([key, { said: why }]) => (given.has(key) ? [] : [[key, why] as const])));
  for (const [key, double] of found) if (!given.has(key)) askDouble(double, rowsOf(key, recipients), guesses);
  const all = named.filter((r) => !doubles.has(nameKey(r.name)));
  if (all.length > MOST_NAMES) {
    throw new ImportError(
      'too-many-recipients',
      said(
        `The sheet names ${all.length} different recipients; ${MOST_NAMES} can play.`,
        `서로 다른 수신자가 ${all.length}개입니다. ${MOST_NAMES}개까지 참가할 수 있습니다.`,
      ),
      said(
        'Check that the recipient column holds names, not texts; the column map can name another column.',
        '수신 열에 문장이 아니라 이름이 들어 있는지 확인하십시오. 열 대응표로 다른 열을 지정할 수 있습니다.',
      ),
    );
  }
  const names = all.map((r) => r.name);
  const grouped = sided.size > 0 ? bySide(all, guesses) : (byPrefix(names, guesses) ?? byCount(names, rows, guesses));
  const groups = grouped.length < 2 ? [...grouped, { name: PARTY_B, members: [] }] : grouped;
  guesses.make(
    'seats',
    said(
      'Each recipient is a cell with one seat, which may speak publicly, release, consult and sign.',
      '수신자마다 직책이 하나인 반을 두고, 공개 발언·제공·협의·서명 권한을 주었습니다.',
    ),
    said('The sheet says nothing of seats and rights.', '직책과 권한은 시트에 적혀 있지 않기 때문입니다.'),
  );
  return withIds(groups, ids, doubles);
}

const keyOf = (ref: Ref): string => `${nameKey(ref.side ?? '')}\n${nameKey(ref.name)}`;

function bySide(all: readonly Ref[], guesses: Guesses): Group[] {
  const groups = new Map<string, Group>();
  const free = all.filter((r) => r.side === undefined);
  const sides = new Set(all.flatMap((r) => (r.side === undefined ? [] : [nameKey(r.side)])));
  const others = sides.size + free.length > MOST_PARTIES;
  for (const { name, side } of all) {
    const key = side !== undefined ? nameKey(side) : others ? '' : `\n${nameKey(name)}`;
    const group = groups.get(key) ?? { name: side ?? (others ? said('Others', '기타') : name), side, members: [] };
    group.members.push(name);
    groups.set(key, group);
  }
  const count = new Map<string, number>();
  for (const { name } of all) count.set(nameKey(name), (count.get(nameKey(name)) ?? 0) + 1);
  const twice = all.filter((r) => (count.get(nameKey(r.name)) ?? 0) > 1).map((r) => `“${r.name}”`);
  guesses.make(
    'parties',
    said(
      `The parties are those of the organisation column.${twice.length > 0 ? ` What stands on several sides is a recipient on each: ${[...new Set(twice)].slice(0, 8).join(', ')}.` : ''}`,
      `참가측은 기관 열에 적힌 대로 나누었습니다.${twice.length > 0 ? ` 여러 참가측에 있는 이름은 참가측마다 따로 두었습니다: ${[...new Set(twice)].slice(0, 8).join(', ')}.` : ''}`,
    ),
    said('It names one for most recipients.', '대부분의 수신자에 대해 기관이 적혀 있기 때문입니다.'),
  );
  return [...groups.values()];
}

/** Names that may be the short form of others (“NSC” beside “ROK-NSC”, “J2” beside “Blue J2” and “Red J2”), or their long one. */
function doublesOf(names: readonly string[], unsure: readonly string[]): Map<string, Double> {
  const doubles = new Map<string, Double>();
  const written = [...names, ...unsure];
  for (const name of names) {
    const end = nameKey(name);
    const hard = written.filter((n) => /[-–:/]/.test(n) && nameKey(n.slice(n.search(/[-–:/]/) + 1)) === end);
    const soft = written.filter((n) => n.split(/\s+/).some((_, i, words) => i > 0 && nameKey(words.slice(i).join(' ')) === end));
    const remarked = written.filter((n) => nameKey(n.replace(/\s*\(.*\)$/, '')) === end && nameKey(n) !== end);
    const whole = new Set([...hard, ...soft, ...remarked]);
    if (hard.length > 0 || whole.size > 1) doubles.set(end, notCertain(name, [...whole]));
    for (const n of remarked) doubles.set(nameKey(n), notCertain(n, [name]));
  }
  return doubles;
}
/** Names that may be others written short: “Ops” beside “Operations”. */
function shortsOf(names: readonly string[]): Map<string, Double> {
  return new Map(
    names.flatMap((name) => {
      const long = names.filter((other) => other !== name && mayBeShortFor(name, other));
      return long.length === 0 ? [] : [[nameKey(name), shortFor(name, long)] as const];
    }),
  );
}
/** Names that may be others mistyped: “Nvay” beside “Navy”. Which of the two is the slip, how often each is written decides. */
function slipsOf(names: readonly string[], recipients: ReadonlyMap<number, Named>): Map<string, Double> {
  const written = names.map((name) => ({ name, times: rowsOf(nameKey(name), recipients).length }));
  return new Map(
    written.flatMap(({ name, times }, i) => {
      const meant = written.filter((o, j) => (o.times > times || (o.times === times && j < i)) && mayBeSlipFor(name, o.name));
      return meant.length === 0
        ? []
        : [
            [
              nameKey(name),
              notCertain(
                name,
                meant.map((o) => o.name),
              ),
            ] as const,
          ];
    }),
  );
}

interface Double {
  readonly name: string;
  readonly others: readonly string[];
  readonly said: Said;
}

/** The rows that say a name. */
const rowsOf = (key: string, recipients: ReadonlyMap<number, Named>): number[] =>
  [...recipients].flatMap(([row, { names }]) => (names.some((n) => nameKey(n.name) === key) ? [row] : []));

function askDouble({ name, others, said: why }: Double, rows: readonly number[], guesses: Guesses): void {
  askWord(
    {
      word: name,
      code: 'double',
      what: why,
      because: said(
        'The two names are alike, and nobody but the planner knows; until somebody says so nobody receives.',
        '비슷한 이름이어서 작성자만 알 수 있습니다. 정할 때까지 아무에게도 전달하지 않습니다.',
      ),
      value: 'nobody',
      means: others.slice(0, 4).map((other) => [other]),
      confidence: 0.6,
      rows,
    },
    guesses,
  );
}

const listed = (names: readonly string[]): string =>
  names
    .slice(0, 4)
    .map((n) => `“${n}”`)
    .join(', ');
const shortFor = (name: string, others: readonly string[]): Double => ({
  name,
  others,
  said: said(
    `“${name}” may be short for ${listed(others)}, or a recipient of its own.`,
    `“${name}”이(가) ${listed(others)}의 줄임말인지 별도의 수신자인지 확실하지 않습니다.`,
  ),
});
const notCertain = (name: string, others: readonly string[]): Double => {
  const list = listed(others);
  return {
    name,
    others,
    said: said(
      `“${name}” may be the same as ${list}. Write one of them, or another name.`,
      `“${name}”이(가) ${list}와(과) 같은 수신자인지 확실하지 않습니다. 그중 하나로 적거나 다른 이름을 쓰십시오.`,
    ),
  };
};

/** “ROK-NSC”, “ROK-MND”, “US-NSC”: what stands before the mark names the party. */
function byPrefix(all: readonly string[], guesses: Guesses): Group[] | undefined {
  const prefix = (name: string) => /^(.{1,40}?)\s*[-–:/]\s*\S/.exec(name)?.[1]?.trim();
  const counts = new Map<string, number>();
  for (const name of all) {
    const p = prefix(name);
    if (p) counts.set(nameKey(p), (counts.get(nameKey(p)) ?? 0) + 1);
  }
  if (![...counts.values()].some((n) => n >= 2)) return undefined;
  const groups = grouped(all.map((name) => [prefix(name) ?? name, name]));
  if (groups.length < 2 || groups.length > 12 || tooWide(groups)) return undefined;
  guesses.make(
    'parties',
    said(
      'Recipients with the same beginning, up to the first “-”, “:” or “/”, are one party.',
      '‘-’, ‘:’, ‘/’ 앞부분이 같은 수신자를 하나의 참가측으로 묶었습니다.',
    ),
    said('Several recipients share such a beginning.', '여러 수신자의 앞부분이 같기 때문입니다.'),
  );
  return groups;
}

function grouped(pairs: readonly (readonly [string, string])[]): Group[] {
  const groups = new Map<string, Group>();
  for (const [party, name] of pairs) {
    const group = groups.get(nameKey(party)) ?? { name: party, members: [] };
    group.members.push(name);
    groups.set(nameKey(party), group);
  }
  return [...groups.values()];
}
const tooWide = (groups: readonly Group[]): boolean => groups.some((g) => g.members.length > 100);

const PARTY_A = said('Party A', '참가측 A');
const PARTY_B = said('Party B', '참가측 B');

function byCount(all: readonly string[], rows: readonly Named[], guesses: Guesses): Group[] {
  if (all.length >= 2 && all.length <= 8) {
    guesses.make(
      'parties',
      said('Each recipient is a party of its own.', '수신자마다 하나의 참가측으로 두었습니다.'),
      said(
        'The sheet does not say who belongs together, and there are at most eight.',
        '누가 한편인지 적혀 있지 않고, 수신자가 여덟 이하이기 때문입니다.',
      ),
    );
    return all.map((name) => ({ name, members: [name] }));
  }
  if (all.length > 8) {
    guesses.make(
      'parties',
      said(
        'The recipients are shared out between two parties, A and B; move cells in the scenario as you need.',
        '수신자를 참가측 A와 B로 나누었습니다. 필요하면 시나리오에서 반을 옮기십시오.',
      ),
      said(
        'The sheet does not say who belongs together; those who are addressed in one row stay together where that leaves two parties.',
        '누가 한편인지 적혀 있지 않기 때문입니다. 두 편이 되는 한, 같은 행에서 함께 수신한 이들은 같은 편에 두었습니다.',
      ),
    );
    return halves(all, rows);
  }
  const one = all[0];
  guesses.make(
    'parties',
    one
      ? said(
          `“${one}” is one party; a second, Party B, gets what goes to everyone.`,
          `“${one}”을(를) 한 참가측으로 두고, 전체에 보내는 것을 받는 참가측 B를 더했습니다.`,
        )
      : said('There are two parties, A and B, until you name others.', '참가측 A와 B를 두었습니다. 필요한 대로 바꾸십시오.'),
    one
      ? said(
          'It is the only recipient that the sheet names, and a joint exercise needs two parties.',
          '시트에 적힌 수신자가 하나뿐이고, 공동 연습에는 두 참가측이 필요하기 때문입니다.',
        )
      : said('The sheet names no recipient.', '시트에 수신자가 적혀 있지 않기 때문입니다.'),
  );
  return [one ? { name: one, members: [one] } : { name: PARTY_A, members: [] }, { name: PARTY_B, members: [] }];
}

/** Two groups of like size out of the sets of recipients that rows address together. */
function halves(all: readonly string[], rows: readonly Named[]): Group[] {
  const root = new Map(all.map((n) => [nameKey(n), nameKey(n)]));
  const find = (k: string): string => {
    let at = k;
    while (root.get(at) !== at) at = root.get(at) as string;
    root.set(k, at);
    return at;
  };
  for (const { names } of rows) for (const ref of names.slice(1)) root.set(find(nameKey(ref.name)), find(nameKey((names[0] as Ref).name)));
  const sets = grouped(all.map((n) => [find(nameKey(n)), n])).toSorted((a, b) => b.members.length - a.members.length);
  const together = sets.length > 1 && (sets[0]?.members.length ?? 0) <= 100;
  const a: string[] = [];
  const b: string[] = [];
  for (const members of together ? sets.map((s) => s.members) : all.map((n) => [n])) (a.length <= b.length ? a : b).push(...members);
  return [
    { name: PARTY_A, members: all.filter((n) => a.includes(n)) },
    { name: PARTY_B, members: all.filter((n) => b.includes(n)) },
  ];
}

function withIds(groups: readonly Group[], ids: Ids, doubles: ReadonlyMap<string, Said>): Cast {
  /** By name key: the address on each side that has it. */
  const found = new Map<string, { side: string; address: string }[]>();
  const put = (name: string, group: Group, address: string): void => {
    found.set(nameKey(name), [...(found.get(nameKey(name)) ?? []), { side: nameKey(group.side ?? ''), address }]);
  };
  const slugs = groups.flatMap((g) => g.members.map(slugOf));
  const parties = groups.map((group, i) => {
    const partyName = typeof group.name === 'string' ? group.name : group.name.en;
    const id = ids.take(partyName, `party-${i + 1}`);
    // A name that only stands for the whole party ("ROK" beside "ROK-NSC") is no cell.
    const whole = typeof group.name === 'string' && group.members.length > 1 ? nameKey(group.name) : undefined;
    const members = group.members.filter((m) => nameKey(m) !== whole);
    if (whole !== undefined) put(partyName, group, `party:${id}`);
    const cells = (members.length > 0 ? members : [undefined]).map((name, n) => {
      const bare = name === undefined || nameKey(name) === nameKey(partyName) ? id : slugOf(name);
      // What several sides have by one name says whose it is.
      const slug = slugs.filter((s) => s === bare).length > 1 ? `${id}-${bare}` : bare;
      const own = slug || `${id}-${n + 1}`;
      const cell = ids.take(own.endsWith('-cell') ? own : `${own}-cell`, `${id}-cell-${n + 1}`);
      if (name !== undefined) put(name, group, `cell:${cell}`);
      return { id: cell, name: name ?? '', seat: ids.take(`${cell.replace(/-cell(?=-\d+$|$)/, '')}-seat`, `${cell}-seat`) };
    });
    return { id, name: group.name, cells };
  });
  const cells = [...found.values()].flat().filter((f) => f.address.startsWith('cell:'));
  return {
    parties,
    cells: cells.map((f) => f.address),
    cellsOf: (address) => parties.find((p) => address === `party:${p.id}`)?.cells.map((c) => `cell:${c.id}`) ?? [address],
    find(ref) {
      const key = nameKey(ref.name);
      const doubt = doubles.get(key);
      if (doubt) return doubt;
      const places = found.get(key) ?? [];
      if (ref.side !== undefined) return places.find((f) => f.side === nameKey(ref.side ?? ''))?.address;
      if (places.length < 2) return places[0]?.address;
      return said(
        `“${ref.name}” is on several sides, and the row does not say on which. Write the side beside it.`,
        `“${ref.name}”이(가) 여러 참가측에 있는데 어느 쪽인지 적혀 있지 않습니다. 참가측을 함께 적으십시오.`,
      );
    },
  };
}
