import { type Guesses, ImportError, type Said, said } from '../error.ts';
import { type Ids, nameKey, slugOf } from './names.ts';
import { meansNothing } from './vocabulary.ts';

const EVERYONE =
  /^(all|everyone|everybody|all (players?|participants?|parties|cells|teams?|units|seats|sites|agencies|stations)|all hands|tous|toutes|alle|todos|todas|전체|전원|모두|모든 (참가자|참가측|부대|반|기관)|전 ?(부대|참가자|참가측|기관|반|요원))$/;
const PUBLIC = /^((the )?(general )?public|open public|국민|대중|일반 ?국민|공개)$/;
const CONTROL =
  /^(excon|control|control (team|cell|group)|lead control|controllers?|white (cell|team)|simcell|통제|통제반|통제부|통제단|통제관|모의반)$/;

export const isControl = (name: string): boolean => CONTROL.test(nameKey(name));
const MAX_NAME = 80;

/** Whom one row names, before they have ids. */
export interface Named {
  readonly names: readonly string[];
  readonly everyone: boolean;
  readonly public: boolean;
  readonly control: boolean;
  /** A name too long to be one. */
  readonly prose: boolean;
}

/** Splits at commas, semicolons and lines, but not inside brackets. */
function strongParts(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    if (character === ')') depth = Math.max(0, depth - 1);
    if (/[;；\n]/.test(character) || (depth === 0 && /[,，、]/.test(character))) {
      depth = 0;
      parts.push('');
    } else parts[parts.length - 1] += character;
  }
  return parts
    .map((p) =>
      p
        .trim()
        .replace(/^[•*-]+/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((p) => p !== '');
}
const WEAK = /\s+(?:and|und|et|y|및)\s+|\s*[&/·+]\s*|(?<=[가-힣])[와과]\s+/i;

/**
 * Reads all recipient cells together: “SOC & IT” is two recipients only if one of them also stands alone
 * somewhere (“Research and Development” never does), “ROK/NSC” is one if it shares its prefix with others.
 */
export function readRecipients(cells: readonly { row: number; text: string }[], guesses: Guesses): Map<number, Named> {
  const alone = new Set(
    cells
      .flatMap((c) => strongParts(c.text))
      .filter((p) => !WEAK.test(p))
      .map(nameKey),
  );
  const split = new Map<number, Named>();
  for (const { row, text } of cells) {
    const names: string[] = [];
    const named = { everyone: false, public: false, control: false, prose: false };
    for (const part of strongParts(text).flatMap((p) => weakParts(p, alone, row, guesses))) {
      const key = nameKey(part);
      if (meansNothing(part)) continue;
      if (EVERYONE.test(key)) named.everyone = true;
      else if (PUBLIC.test(key)) named.public = true;
      else if (CONTROL.test(key)) named.control = true;
      else if (part.length > MAX_NAME) named.prose = true;
      else if (!names.some((n) => nameKey(n) === key)) names.push(part);
    }
    split.set(row, { names, ...named });
  }
  return split;
}

function weakParts(part: string, alone: ReadonlySet<string>, row: number, guesses: Guesses): string[] {
  const pieces = part
    .split(WEAK)
    .map((p) => p.trim())
    .filter(Boolean);
  if (pieces.length < 2) return [part];
  const known = pieces.some(
    (p) => alone.has(nameKey(p)) || EVERYONE.test(nameKey(p)) || PUBLIC.test(nameKey(p)) || CONTROL.test(nameKey(p)),
  );
  if (known) {
    guesses.make(
      'split',
      (r) =>
        said(
          `${r.en}: names joined by “and”, “&” or “/” are several recipients.`,
          `${r.ko}: ‘및’, ‘&’, ‘/’로 이어진 이름은 각각의 수신자로 나누었습니다.`,
        ),
      said('One of them also stands alone, here or in another row.', '그중 하나가 다른 행에서 따로 쓰이기 때문입니다.'),
      row,
    );
    return pieces;
  }
  guesses.make(
    'kept',
    (r) =>
      said(
        `${r.en}: a name with “and”, “&” or “/” in it is one recipient.`,
        `${r.ko}: ‘및’, ‘&’, ‘/’가 든 이름은 하나의 수신자로 보았습니다.`,
      ),
    said('None of its parts stands alone in the sheet.', '그 부분이 시트에서 따로 쓰인 일이 없기 때문입니다.'),
    row,
  );
  return [part];
}

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
  /** Address by name key: `cell:…`, or `party:…` for a name that stands for a whole party. */
  readonly address: ReadonlyMap<string, string>;
}

interface Group {
  readonly name: string | Said;
  readonly members: string[];
}

/** Puts every recipient into a party. `organisations`: what a party column says, by recipient key. */
export function castOf(rows: readonly Named[], organisations: ReadonlyMap<string, string>, ids: Ids, guesses: Guesses): Cast {
  const names = new Map<string, string>();
  for (const row of rows) for (const name of row.names) if (!names.has(nameKey(name))) names.set(nameKey(name), name);
  const all = [...names.values()];
  if (all.length > 200) {
    throw new ImportError(
      'too-many-recipients',
      said(
        `The sheet names ${all.length} different recipients; 200 can play.`,
        `서로 다른 수신자가 ${all.length}개입니다. 200개까지 참가할 수 있습니다.`,
      ),
      said(
        'Check that the recipient column holds names, not texts; the column map can name another column.',
        '수신 열에 문장이 아니라 이름이 들어 있는지 확인하십시오. 열 대응표로 다른 열을 지정할 수 있습니다.',
      ),
    );
  }
  const groups = byOrganisation(all, organisations, guesses) ?? byPrefix(all, guesses) ?? byCount(all, rows, guesses);
  guesses.make(
    'seats',
    said(
      'Each recipient is a cell with one seat, which may speak publicly, release, consult and sign.',
      '수신자마다 직책이 하나인 반을 두고, 공개 발언·제공·협의·서명 권한을 주었습니다.',
    ),
    said('The sheet says nothing of seats and rights.', '직책과 권한은 시트에 적혀 있지 않기 때문입니다.'),
  );
  return withIds(groups, ids);
}

function byOrganisation(all: readonly string[], organisations: ReadonlyMap<string, string>, guesses: Guesses): Group[] | undefined {
  const found = all.map((name) => ({ name, party: organisations.get(nameKey(name)) }));
  const named = found.filter((f) => f.party !== undefined);
  const groups = grouped(found.map((f) => [f.party ?? f.name, f.name]));
  if (named.length < all.length / 2 || groups.length < 2 || groups.length > 12 || tooWide(groups)) return undefined;
  guesses.make(
    'parties',
    said('The parties are those of the organisation column.', '참가측은 기관 열에 적힌 대로 나누었습니다.'),
    said('It names one for most recipients.', '대부분의 수신자에 대해 기관이 적혀 있기 때문입니다.'),
  );
  return groups;
}

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
      : said('Two parties, A and B, both get everything.', '참가측 A와 B를 두고, 모든 상황을 둘 다 받게 하였습니다.'),
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
  for (const row of rows) for (const name of row.names.slice(1)) root.set(find(nameKey(name)), find(nameKey(row.names[0] as string)));
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

function withIds(groups: readonly Group[], ids: Ids): Cast {
  const address = new Map<string, string>();
  const parties = groups.map((group, i) => {
    const partyName = typeof group.name === 'string' ? group.name : group.name.en;
    const id = ids.take(partyName, `party-${i + 1}`);
    // A name that only stands for the whole party ("ROK" beside "ROK-NSC") is no cell.
    const whole = typeof group.name === 'string' && group.members.length > 1 ? nameKey(group.name) : undefined;
    const members = group.members.filter((m) => nameKey(m) !== whole);
    if (whole !== undefined) address.set(whole, `party:${id}`);
    const cells = (members.length > 0 ? members : [undefined]).map((name, n) => {
      const own = slugOf(name === undefined || nameKey(name) === nameKey(partyName) ? id : name) || `${id}-${n + 1}`;
      const cell = ids.take(own.endsWith('-cell') ? own : `${own}-cell`, `${id}-cell-${n + 1}`);
      if (name !== undefined) address.set(nameKey(name), `cell:${cell}`);
      return { id: cell, name: name ?? '', seat: ids.take(`${cell.replace(/-cell(?=-\d+$|$)/, '')}-seat`, `${cell}-seat`) };
    });
    return { id, name: group.name, cells };
  });
  return { parties, address };
}
