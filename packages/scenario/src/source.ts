import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument, type YAMLError } from 'yaml';
import { type Both, type Path, type Place, type Problem, problem } from './problem.ts';

/** Bounds on what a scenario folder may hold; each breach is a problem, never a crash. */
export const LIMITS = {
  fileBytes: 2 * 1024 * 1024,
  files: 200,
  /** Files that injects bring: each, how many, and all together. */
  attachmentBytes: 20 * 1024 * 1024,
  attachments: 100,
  allAttachmentBytes: 100 * 1024 * 1024,
  depth: 40,
  values: 200_000,
  aliases: 100,
} as const;

/** One YAML file: its value, and the place of every part of it. */
export interface Source {
  readonly file: string;
  /** Undefined if the file could not be read at all. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** The place of what stands at a path: its value, or the nearest thing around it that exists. */
  place(path: Path): Place;
  /** The place of the last key of a path, rather than of its value. */
  keyPlace(path: Path): Place;
}

/** Reads one YAML text. Never throws: everything wrong is in `problems`. */
export function readSource(file: string, text: string): Source {
  const lines = new LineCounter();
  const empty = (problems: Problem[]): Source => {
    const top = { file, line: 1, column: 1 };
    return { file, value: undefined, problems, place: () => top, keyPlace: () => top };
  };
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const early = beforeParsing(file, text);
  if (early) return empty([early]);
  try {
    const doc = parseDocument(text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text, {
      lineCounter: lines,
      stringKeys: true,
      prettyErrors: false,
      uniqueKeys: false,
      // At 'silent' the parser drops a second document without a word.
      logLevel: 'error',
    });
    if (doc.errors.length > 0) return empty(doc.errors.slice(0, 50).map((e) => syntax(e, at)));
    const contents = doc.contents as ParsedNode | null;
    if (contents === null || (isScalar(contents) && contents.value === null))
      return empty([problem('empty-file', { file, line: 1, column: 1 }, [])]);
    const twice = duplicateKeys(contents, at);
    if (twice.length > 0) return empty(twice);
    const value: unknown = doc.toJS({ maxAliasCount: LIMITS.aliases });
    const find = finder(contents, (n) => (isAlias(n) ? (n.resolve(doc) ?? n) : n));
    const place = (path: Path) => at(find(path).value);
    const keyPlace = (path: Path) => at(find(path).key);
    const problems = inside(value, place, keyPlace);
    // What is too large is not looked into: each of its values might be a problem of its own.
    return problems.some((p) => p.code === 'too-large') ? empty(problems) : { file, value, problems, place, keyPlace };
  } catch (e) {
    const message = e instanceof Error ? e.message : String(e);
    const code = /alias/i.test(message) ? 'too-many-aliases' : 'too-deep';
    return empty([problem(code, { file, line: 1, column: 1 }, [], { limit: LIMITS.depth })]);
  }
}

/** What is told before the parser sees the text: too big, not text, or nested so deep that the parser would suffer. */
function beforeParsing(file: string, text: string): Problem | undefined {
  const top = { file, line: 1, column: 1 };
  if (text.length > LIMITS.fileBytes) return problem('file-too-big', top, [], { limit: LIMITS.fileBytes / 1024 / 1024 });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const bad = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(
    text,
  );
  if (bad) return problem('control-character', placeIn(file, text, bad.index), [], { hex: hex(bad[0]) });
  const deep = tooDeep(text);
  return deep === undefined ? undefined : problem('too-deep', placeIn(file, text, deep), [], { limit: LIMITS.depth });
}

function placeIn(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { file, line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

const hex = (character: string) => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/** Many times the allowed depth in brackets or list dashes: found by counting, since the parser is recursive. */
function tooDeep(text: string): number | undefined {
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x5b || c === 0x7b) open++;
    else if (c === 0x5d || c === 0x7d) open = Math.max(0, open - 1);
    if (open > LIMITS.depth * 10) return i;
  }
  const dashes = new RegExp(`^(?:[ \\t]*[-?:][ \\t]+){${LIMITS.depth},}`, 'm').exec(text);
  return dashes?.index;
}

/** Keys that stand twice in one map. The parser's own test takes quadratic time, which a hostile file would use. */
function duplicateKeys(contents: Node, at: (offset: number) => Place): Problem[] {
  const problems: Problem[] = [];
  const todo: unknown[] = [contents];
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (isSeq(node)) for (const item of node.items) if (item) todo.push(item);
    if (!isMap(node)) continue;
    const seen = new Set<string>();
    for (const { key, value } of node.items) {
      const name = String(isScalar(key) ? key.value : key);
      if (seen.has(name) && problems.length < 50)
        problems.push(problem('duplicate-key', at((key as ParsedNode).range?.[0] ?? 0), [name], { key: name }));
      seen.add(name);
      if (value) todo.push(value);
    }
  }
  return problems;
}

/** Walks the nodes along a path and gives the offsets of key and value. */
function finder(contents: Node, resolve: (n: Node) => Node): (path: Path) => { key: number; value: number } {
  const offset = (n: unknown): number | undefined => (n as { range?: [number, number, number] | null } | null | undefined)?.range?.[0];
  // Found once per map: a map may have many keys, and each of them a problem.
  const indexes = new WeakMap<object, Map<string, { key: unknown; value: unknown }>>();
  const indexOf = (map: { items: { key: unknown; value: unknown }[] }) => {
    let index = indexes.get(map);
    if (!index) {
      index = new Map(map.items.map((pair) => [String(isScalar(pair.key) ? pair.key.value : pair.key), pair]));
      indexes.set(map, index);
    }
    return index;
  };
  return (path) => {
    let node: Node = contents;
    let found = { key: offset(contents) ?? 0, value: offset(contents) ?? 0 };
    for (const step of path) {
      const here = resolve(node);
      let next: unknown;
      let key: unknown;
      if (isMap(here)) {
        const pair = indexOf(here).get(String(step));
        next = pair?.value;
        key = pair?.key;
      } else if (isSeq(here)) next = here.items[Number(step)];
      if (next === undefined && key === undefined) return found;
      const value = offset(next) ?? offset(key) ?? found.value;
      found = { key: offset(key) ?? value, value };
      if (next === null || next === undefined) return found;
      node = next as Node;
    }
    return found;
  };
}

/** What the values themselves must not hold: forbidden keys, escaped control characters, too much, too deep. */
function inside(value: unknown, place: (p: Path) => Place, keyPlace: (p: Path) => Place): Problem[] {
  const problems: Problem[] = [];
  let count = 0;
  const walk = (v: unknown, path: (string | number)[]): void => {
    if (problems.length > 50 || ++count > LIMITS.values) return;
    if (path.length > LIMITS.depth) {
      problems.push(problem('too-deep', place(path), path.slice(0, 5), { limit: LIMITS.depth }));
    } else if (typeof v === 'string') {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      const bad = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.exec(v)?.[0] ?? (v.isWellFormed() ? undefined : '\ufffd');
      if (bad) problems.push(problem('control-character', place(path), path, { hex: hex(bad) }));
    } else if (Array.isArray(v)) {
      v.forEach((item, i) => {
        walk(item, [...path, i]);
      });
    } else if (typeof v === 'object' && v !== null) {
      for (const [key, item] of Object.entries(v)) {
        if (key === '__proto__' || key === 'constructor' || key === 'prototype')
          problems.push(problem('reserved-key', keyPlace([...path, key]), [...path, key], { key }));
        else walk(item, [...path, key]);
      }
    }
  };
  walk(value, []);
  if (count > LIMITS.values) problems.push(problem('too-large', place([]), [], { limit: LIMITS.values }));
  return problems;
}

/** The parser's own words in English; in Korean by its code. */
function syntax(e: YAMLError, at: (offset: number) => Place): Problem {
  // The parser's own words tell programmers which function to call.
  const words = e.code === 'MULTIPLE_DOCS' ? 'The file holds more than one document' : (e.message.split('\n')[0] ?? '');
  const english = words.replace(/[.:]$/, '');
  const [ko, adviceEn, adviceKo] = SYNTAX[e.code] ?? [
    '해석할 수 없는 부분',
    'Compare with the lines around it.',
    '앞뒤 줄과 비교하십시오.',
  ];
  const code = e.code === 'RESOURCE_EXHAUSTION' ? 'too-deep' : 'yaml-syntax';
  const reason: Both = { en: english, ko };
  return problem(code, at(e.pos[0]), [], { reason, advice: { en: adviceEn, ko: adviceKo }, limit: LIMITS.depth });
}

const SYNTAX: Partial<Record<string, readonly [string, string, string]>> = {
  BAD_ALIAS: [
    '정의되지 않은 별칭',
    'Define the anchor (&name) first, or put the text in quotes if the * belongs to it.',
    '앵커(&이름)를 먼저 정의하거나, *가 본문이면 따옴표로 묶으십시오.',
  ],
  BAD_DQ_ESCAPE: [
    '큰따옴표 안의 잘못된 \\ 표기',
    'Double the backslash, or use single quotes.',
    '\\를 두 번 쓰거나 작은따옴표를 쓰십시오.',
  ],
  MULTIPLE_DOCS: [
    '한 파일에 문서가 둘 이상',
    'A line “---” begins another document, which would not be read: delete the line, or move what follows to a file of its own.',
    '“---” 줄부터는 다른 문서가 되어 읽히지 않습니다. 그 줄을 지우거나 뒤의 내용을 다른 파일로 옮기십시오.',
  ],
  BAD_INDENT: ['들여쓰기 오류', 'Use blanks, and line the keys of one part up.', '빈칸으로 들여쓰고 같은 묶음의 항목을 나란히 맞추십시오.'],
  TAB_AS_INDENT: ['들여쓰기에 탭 문자 사용', 'Indent with blanks instead of tabs.', '탭 대신 빈칸으로 들여쓰십시오.'],
  BAD_SCALAR_START: ['따옴표 없이 시작할 수 없는 문자', 'Put the text in quotes.', '본문을 따옴표로 묶으십시오.'],
  BLOCK_AS_IMPLICIT_KEY: [
    '한 줄에 콜론이 여러 번 쓰임',
    'A text with “: ” in it needs quotes.',
    '본문에 ‘: ’이 있으면 따옴표로 묶으십시오.',
  ],
  BLOCK_IN_FLOW: [
    '괄호 안에 여러 줄 묶음을 쓸 수 없음',
    'Close the bracket first, or write the part in lines of its own.',
    '괄호를 닫거나 줄을 나누어 쓰십시오.',
  ],
  MISSING_CHAR: [
    '빠진 문자(따옴표·괄호·콜론)',
    'Close what was opened: quotes, brackets, or the colon after a key.',
    '연 따옴표나 괄호를 닫고, 항목 뒤에 콜론을 쓰십시오.',
  ],
  MULTILINE_IMPLICIT_KEY: [
    '항목 이름이 여러 줄에 걸침',
    'Look for a missing colon, or put a text of several lines after “|”.',
    '콜론이 빠졌는지 보고, 여러 줄 본문은 ‘|’ 뒤에 쓰십시오.',
  ],
  NON_STRING_KEY: ['문자열이 아닌 항목 이름', 'Keys are plain words.', '항목 이름은 단어로 쓰십시오.'],
  TAG_RESOLVE_FAILED: ['알 수 없는 태그(!)', 'Leave the tag out, or put the text in quotes.', '태그를 빼거나 본문을 따옴표로 묶으십시오.'],
  UNEXPECTED_TOKEN: [
    '뜻밖의 문자',
    'Look for a missing quote, bracket or indentation just before it.',
    '바로 앞의 따옴표, 괄호, 들여쓰기를 확인하십시오.',
  ],
};
