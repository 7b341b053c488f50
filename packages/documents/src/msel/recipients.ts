import { type Said, said } from '../error.ts';
import type { Guesses } from '../guesses.ts';
import { asSeen, nameKey } from './names.ts';
import type { Template } from './reading.ts';
import { allBut, isControl, meansEveryone, meansEverySide, meansPublic, whyNoName, withoutPrefix } from './recipient-words.ts';
import { meansNothing } from './vocabulary.ts';
import { askWord } from './word-choice.ts';

/** A name, and the side that its row or the name itself puts it on. */
export interface Ref {
  readonly name: string;
  /** As the sheet writes it; absent where nothing says so. */
  readonly side?: string | undefined;
  /** It is named for a copy or for information. */
  readonly copy?: true | undefined;
  /** The map says that it is meant as it stands. */
  readonly given?: true | undefined;
}
/** Whom one row names, before they have ids. */
export interface Named {
  readonly names: readonly Ref[];
  readonly everyone: boolean;
  /** The words, if they may also mean all of one side. */
  readonly all?: string | undefined;
  readonly public: boolean;
  readonly control: boolean;
  /** Everyone but these. */
  readonly but?: readonly Ref[] | undefined;
  /** What may be a name, or several, or a part of one. */
  readonly unsure: readonly string[];
  /** The words that are not understood. */
  readonly unknown?: readonly string[];
  /** Why the row must wait for a person to name its recipients. */
  readonly waits?: Said | undefined;
}
export interface RecipientCell {
  readonly row: number;
  readonly text: string;
  /** The side that the row names, if it names one. */
  readonly side?: string | undefined;
}

const WEAK = /\s+(?:and|und|et|y|및)\s+|\s*[&/·∙・‧+]\s*|(?<=[가-힣])[와과]\s+/i;
const JOINED_BY_WORD = /\s+(?:and|und|et|y|및)\s+|(?<=[가-힣])[와과]\s+/i;
const CIRCLED = /[\u2460-\u2473\u2474-\u249b]/g;

/** “Navy (Cc: Police)”. */
const COPIES = /\s*\(\s*(cc|bcc|info|copy|copy to|참조|참고)\s*[:：]\s*([^()]*)\)/gi;

/** Splits at commas, semicolons, bars and lines, but not inside brackets. A numbered list is split at its numbers. */
function strongParts(cell: string): string[] {
  const marked = cell.replace(CIRCLED, (c) => `\n${((c.charCodeAt(0) - 0x2460) % 20) + 1}. `);
  const seen = asSeen(marked)
    .replace(COPIES, (_, word: string, names: string) => `\n${word}: ${names}`)
    .trim();
  const text = /^\(?1[.)]/.test(seen) ? seen.replace(/\s+(?=\(?\d{1,2}[.)]\s)/g, '\n') : seen;
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    if (character === ')') depth = Math.max(0, depth - 1);
    if (/[;\n|•]/.test(character) || (depth === 0 && /[,、،]/.test(character))) {
      depth = 0;
      parts.push('');
    } else parts[parts.length - 1] += character;
  }
  return parts
    .map((p) =>
      p
        .replace(/^[\s*–—▪■□○●▶▷ㆍ◦‣-]+/, '')
        .replace(/\s+/g, ' ')
        .replace(/[\s.,:]+$/, (end) => (/\.{2}|…/.test(end) ? end : ''))
        .trim(),
    )
    .filter((p) => p !== '');
}

const NUMBERED = /^\(?(\d{1,2}|[a-h]|[가나다라마바사아])[.)]\s*(?=\p{L})/iu;
const MARKS = ['123456789', 'abcdefgh', '가나다라마바사아'];

/** Takes list numbers away where they count from the first; undefined where a number may be a part of a name (“2. Division”). */
function withoutNumbers(parts: readonly string[], known: (name: string) => boolean): string[] | undefined {
  const marks = parts.map((p) => NUMBERED.exec(p));
  if (marks.every((m) => m === null)) return [...parts];
  const bare = parts.map((p, i) => p.slice(marks[i]?.[0].length ?? 0));
  const counts = marks.every((m, i) => m !== null && (m[1] === String(i + 1) || MARKS.some((row) => row[i] === m[1]?.toLowerCase())));
  return counts && (parts.length > 1 || known(bare[0] as string)) ? bare : undefined;
}

/** What all cells together say of names: which stand alone, which sides there are. */
interface Known {
  readonly alone: ReadonlySet<string>;
  /** Side as written, by key. */
  readonly sides: ReadonlyMap<string, string>;
  /** The first halves of names with “/”, with how many second halves each has. */
  readonly slashed: ReadonlyMap<string, number>;
  /** What the map says of words, by key. */
  readonly given: ReadonlyMap<string, Given>;
}
type Given = NonNullable<Template['recipients']>[string];

/**
 * Reads all recipient cells together: “SOC & IT” is two recipients only if both also stand alone somewhere
 * (“Research and Development” never does), “Blue J2” is Blue's J2 only if Blue is a side and J2 a name.
 * What is not understood makes its row wait; it never widens whom the row reaches.
 */
export function readRecipients(cells: readonly RecipientCell[], guesses: Guesses, words: Template['recipients'] = {}): Map<number, Named> {
  const sides = new Map(cells.flatMap((c) => (c.side === undefined ? [] : [[nameKey(c.side), c.side] as const])));
  const parts = cells.flatMap((c) => strongParts(c.text).map((p) => withoutPrefix(p.replace(NUMBERED, '')).name));
  const single = parts.filter((p) => !WEAK.test(p) && whyNoName(p) === undefined);
  const slashes = new Map<string, Set<string>>();
  for (const p of parts) {
    const [head, tail] = p.split('/');
    if (head && tail) slashes.set(nameKey(head), (slashes.get(nameKey(head)) ?? new Set()).add(nameKey(tail)));
  }
  const known: Known = {
    alone: new Set([...single.map(nameKey), ...sides.keys()]),
    sides,
    slashed: new Map([...slashes].map(([head, tails]) => [head, tails.size])),
    given: new Map(Object.entries(words).map(([word, means]) => [nameKey(word), means])),
  };
  return new Map(cells.map((cell) => [cell.row, readCell(cell, known, guesses)]));
}

function readCell(cell: RecipientCell, known: Known, guesses: Guesses): Named {
  const found = {
    names: [] as Ref[],
    everyone: false,
    public: false,
    control: false,
    unsure: [] as string[],
    all: undefined as string | undefined,
    unknown: [] as string[],
  };
  const waits = (why: Said): Named => ({ ...found, waits: why });
  const text = asSeen(cell.text).trim();
  if (text === '' || meansNothing(text)) return waits(EMPTY);
  const told = known.given.get(nameKey(text));
  if (told !== undefined) return fromMap(told, text, cell, known);
  const kept = allBut(text);
  if (kept !== undefined) return { ...readBut(text, kept, cell, known), all: text, unknown: [text] };
  const numbered = strongParts(cell.text);
  const parts = withoutNumbers(numbered, (name) => known.alone.has(nameKey(name)));
  if (!parts) return { ...waits(notNumbers(text)), unknown: [text] };
  let why: Said | undefined;
  let copying = false;
  for (const [i, written] of parts.entries()) {
    const { name: part, copy } = withoutPrefix(written);
    copying = copy ?? copying;
    if (part === '' || meansNothing(part)) continue;
    if (copying) sayCopy(cell.row, guesses);
    const means = known.given.get(nameKey(part));
    if (means !== undefined) {
      const mapped = fromMap(means, part, cell, known);
      if (mapped.waits) why ??= mapped.waits;
      found.everyone ||= mapped.everyone;
      for (const ref of mapped.names) if (!found.names.some((n) => sameRef(n, ref))) found.names.push(ref);
      continue;
    }
    const inList = parts.length > 1 && i === parts.length - 1;
    for (const piece of piecesOf(part, inList, cell, known, guesses)) {
      if (typeof piece !== 'string') {
        why ??= piece;
        found.unsure.push(part);
        found.unknown.push(part);
      } else if (meansEveryone(piece)) {
        if (cell.side !== undefined && !meansEverySide(piece)) why ??= allOfWhom(piece, cell.side);
        else {
          found.everyone = true;
          if (!meansEverySide(piece)) found.all = piece;
        }
      } else if (meansPublic(piece)) found.public = true;
      else if (isControl(piece)) found.control = true;
      else {
        const ref = whyNoName(piece) ?? refOf(piece, cell, known);
        if ('en' in ref) {
          why ??= ref;
          found.unknown.push(piece);
        } else if (!found.names.some((n) => sameRef(n, ref))) found.names.push(copying ? { ...ref, copy: true } : ref);
      }
    }
  }
  if (why) return waits(why);
  return found.names.length > 0 || found.everyone || found.public || found.control ? found : waits(EMPTY);
}

/** What the map says of a word: names, everyone, itself as a name, or nobody. */
function fromMap(means: Given, word: string, cell: RecipientCell, known: Known): Named {
  const none = { names: [], everyone: false, public: false, control: false, unsure: [] };
  if (means === 'everyone') return { ...none, everyone: true };
  if (means === 'nobody')
    return {
      ...none,
      waits: said(`The map says that “${word}” reaches nobody.`, `열 대응표에서 “${word}”은(는) 아무에게도 전달하지 않도록 하였습니다.`),
    };
  const refs = (means === 'itself' ? [word] : means).map((name): Ref | Said => given(name));
  function given(name: string): Ref | Said {
    const [side, rest] = name.split('/').map((p) => p.trim());
    return rest && side && known.sides.has(nameKey(side))
      ? { name: rest, side: known.sides.get(nameKey(side)) }
      : asGiven(refOf(name.trim(), cell, known));
  }
  const doubt = refs.find((r): r is Said => 'en' in r);
  return doubt ? { ...none, waits: doubt } : { ...none, names: refs as Ref[] };
}

const asGiven = (ref: Ref | Said): Ref | Said => ('en' in ref ? ref : { ...ref, given: true });

export const sameRef = (a: Ref, b: Ref): boolean => nameKey(a.name) === nameKey(b.name) && nameKey(a.side ?? '') === nameKey(b.side ?? '');

/** “All except X, Y and Z”: each of them must be known, or nobody can say who is left. */
function readBut(text: string, kept: string, cell: RecipientCell, known: Known): Named {
  const found = { names: [], everyone: false, public: false, control: false, unsure: [] };
  if (cell.side !== undefined) return { ...found, waits: allOfWhom(text, cell.side) };
  // After a semicolon or in a new line it may be that others follow who do get it.
  const certain = (p: string): Ref | undefined => {
    const ref = refOf(p, cell, known);
    return 'en' in ref || whyNoName(p) !== undefined || !(known.alone.has(nameKey(p)) || ref.side !== undefined) ? undefined : ref;
  };
  const pieces = /[;\n|]/.test(kept) ? [] : strongParts(kept).flatMap((p) => (certain(p) ? [p] : p.split(WEAK)));
  const refs = pieces.map(certain);
  if (refs.length === 0 || refs.includes(undefined)) {
    return {
      ...found,
      waits: said(
        `“${text}”: who is left out is not certain. Write the names of those who get it.`,
        `“${text}”: 누구를 빼는지 확실하지 않습니다. 받을 이를 모두 적으십시오.`,
      ),
    };
  }
  return { ...found, but: refs as Ref[] };
}

/** The side that the name itself gives, or that of the row; a reason where the two are not the same. */
function refOf(piece: string, { side }: RecipientCell, known: Known): Ref | Said {
  for (const [key, written] of known.sides) {
    const whole = nameKey(piece) === key;
    const name = whole ? written : nameBeside(piece, key, known);
    if (name === undefined) continue;
    if (side !== undefined && nameKey(side) !== key) {
      return said(
        `“${piece}” is of another side than its row, which names “${side}”. Correct one of them.`,
        `“${piece}”은(는) 그 행에 적힌 참가측 “${side}”와(과) 다릅니다. 하나를 고치십시오.`,
      );
    }
    return { name, side: written };
  }
  return side === undefined ? { name: piece } : { name: piece, side };
}

/** “Blue J2”, “Blue/J2”, “J2 (Blue)”: J2, if J2 is a name of the sheet. */
function nameBeside(piece: string, side: string, known: Known): string | undefined {
  const words = piece.split(/(?<=\S)[\s:/–—-]+(?=\S)|\s*[()]\s*/).filter((w) => w !== '');
  for (let n = 1; n < words.length; n++) {
    const [head, tail] = [words.slice(0, n).join(' '), words.slice(n).join(' ')];
    if (nameKey(head) === side && known.alone.has(nameKey(tail))) return tail;
    if (nameKey(tail) === side && known.alone.has(nameKey(head))) return head;
  }
  return undefined;
}

/** The names that “and”, “&” or “/” join, if that is certain. */
function piecesOf(part: string, inList: boolean, cell: RecipientCell, known: Known, guesses: Guesses): (string | Said)[] {
  const pieces = part
    .split(WEAK)
    .map((p) => p.trim())
    .filter(Boolean);
  if (pieces.length < 2 || known.alone.has(nameKey(part))) return [part];
  if ([...known.sides.keys()].some((side) => nameBeside(part, side, known) !== undefined)) return [part];
  // “Navy/all” may mean everyone, or all of the navy.
  const wide = pieces.some((p) => meansEveryone(p) || meansPublic(p));
  const count = pieces.filter((p) => known.alone.has(nameKey(p)) || isControl(p)).length;
  const prefix = part.includes('/') && (known.slashed.get(nameKey(pieces[0] as string)) ?? 0) > 1;
  const none = pieces.map((p) => (isControl(p) ? undefined : whyNoName(p))).find((why) => why !== undefined);
  if (none && !wide) return [none];
  if (count === 0 && !wide) {
    const stroke = part.includes('/');
    const doubt = said(
      `“${part}” may be one recipient or several. Write a comma between several.`,
      `“${part}”이(가) 수신자 하나인지 여럿인지 확실하지 않습니다. 여럿이면 쉼표로 나누십시오.`,
    );
    askWord(
      {
        word: part,
        code: 'kept',
        what: stroke
          ? said(
              `“${part}” may be one recipient or several; until somebody says so it is nobody.`,
              `“${part}”이(가) 수신자 하나인지 여럿인지 확실하지 않아, 정할 때까지 아무에게도 전달하지 않습니다.`,
            )
          : said(`“${part}” is one recipient.`, `“${part}”은(는) 하나의 수신자로 보았습니다.`),
        because: said('None of its parts stands alone in the sheet.', '그 부분이 시트에서 따로 쓰인 일이 없기 때문입니다.'),
        value: stroke ? 'nobody' : 'itself',
        means: stroke ? [pieces] : [],
        confidence: stroke ? 0.5 : 0.75,
        rows: [cell.row],
      },
      guesses,
    );
    return [stroke ? doubt : part];
  }
  const list = inList && JOINED_BY_WORD.test(part) && !/[&/·+]/.test(part);
  if (wide || prefix || (count < pieces.length && !list)) {
    return [
      said(
        `“${part}” may be one recipient or several. Write a comma between several.`,
        `“${part}”이(가) 수신자 하나인지 여럿인지 확실하지 않습니다. 여럿이면 쉼표로 나누십시오.`,
      ),
    ];
  }
  guesses.make(
    'split',
    (r) =>
      said(
        `${r.en}: names joined by “and”, “&” or “/” are several recipients.`,
        `${r.ko}: ‘및’, ‘&’, ‘/’로 이어진 이름은 각각의 수신자로 나누었습니다.`,
      ),
    said('Each of them also stands alone, or they end a list.', '각각 다른 행에서 따로 쓰이거나 목록의 끝에 있기 때문입니다.'),
    cell.row,
  );
  return pieces;
}

const EMPTY = said(
  'It names no recipient. Write who gets it, or “all”.',
  '수신자가 적혀 있지 않습니다. 받을 이를 적거나, 모두에게 가는 것이면 ‘전체’라고 적으십시오.',
);
export const allOfWhom = (words: string, side: string): Said =>
  said(
    `“${words}” may mean all of “${side}” or everyone. Write “${side}”, or “all parties”.`,
    `“${words}”이(가) “${side}” 전체인지 모든 참가측인지 확실하지 않습니다. “${side}” 또는 ‘모든 참가측’이라고 적으십시오.`,
  );
const notNumbers = (text: string): Said =>
  said(
    `“${text}”: whether the number counts a list or belongs to a name is not certain. Write names, with commas between them.`,
    `“${text}”: 번호가 목록 번호인지 이름의 일부인지 확실하지 않습니다. 이름만 쉼표로 나누어 적으십시오.`,
  );

function sayCopy(row: number, guesses: Guesses): void {
  guesses.make(
    'copy',
    (r) =>
      said(
        `${r.en}: those named for a copy or for information get it like the others.`,
        `${r.ko}: 참조로 적힌 이들도 다른 수신자와 같이 받습니다.`,
      ),
    said('The sheet names them as recipients.', '수신자로 적혀 있기 때문입니다.'),
    row,
  );
}
