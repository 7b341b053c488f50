import { type File, type Finding, isSource, isTest, lineAt } from './finding.ts';

/** What the engine must not touch: time, chance and the machine come in with the call. */
const IMPURE: readonly [RegExp, string][] = [
  [/\bfrom 'node:|\bimport\('node:|\brequire\(/g, 'the engine runs in the browser too: no Node modules'],
  [/\bDate\.now\b|\bnew Date\(\)|\bperformance\./g, 'the engine has no clock: time comes in with the call'],
  [/\bMath\.random\b|\bcrypto\.(getRandomValues|randomUUID|subtle)\b/g, 'the engine has no chance of its own: seeds and secrets come in'],
  [/\b(setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame)\(/g, 'the engine keeps no timers: it says what is due'],
  [/\bprocess\.|\bglobalThis\.|\bfetch\(|\blocalStorage\b|\bdocument\.(?!s)/g, 'the engine knows no machine and no screen'],
];

/** Which packages a package may import. Nothing may import the web app or the command line. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  engine: [],
  scenario: ['engine'],
  documents: ['engine', 'scenario'],
  rehearsal: ['engine', 'scenario'],
  server: ['engine', 'scenario', 'documents', 'rehearsal'],
  web: ['engine'],
  cli: ['engine', 'scenario', 'documents', 'rehearsal', 'server'],
};

/** Of what a package may import the types and nothing else: what the server passes on to the web as another package made it. */
const MAY_IMPORT_TYPES: Readonly<Record<string, readonly string[]>> = {
  web: ['@entente/documents/reading', '@entente/rehearsal/card'],
};

const LONG_FILE = 400;
const LONGISH_FILE = 300;
const LONG_FUNCTION = 80;
const EMPTY_NAMES = /(^|\/)(utils?|helpers?|managers?|common|misc|stuff)(\.[^/]*)?(\/|$)/i;

export function enginePurity({ path, text }: File): Finding[] {
  if (!path.startsWith('packages/engine/src/') || !isSource(path) || isTest(path)) return [];
  const code = withoutComments(text);
  return IMPURE.flatMap(([pattern, why]) =>
    [...code.matchAll(pattern)].map((m) => ({
      path,
      line: lineAt(code, m.index),
      what: `\`${m[0].trim()}\` in the engine`,
      todo: `${why}; hand it in from outside`,
    })),
  );
}

/** An act is judged on what its seat has: what a command names is looked up in `ctx.seen`, never in the whole world. */
export function judgedOnWhatIsSeen({ path, text }: File): Finding[] {
  if (!path.startsWith('packages/engine/src/') || !isSource(path) || isTest(path)) return [];
  const code = withoutComments(text);
  return [...code.matchAll(/\bworld\.\w+\.\w+\.(?:get|has)\(\s*command\.|\bctx\.holds\(/g)].map((m) => ({
    path,
    line: lineAt(code, m.index),
    what: `\`${m[0].trim()}\` asks the whole world what a command names`,
    todo: 'ask ctx.seen(by.seat); whom the act concerns is read off the whole world, by the id that was found',
  }));
}

/** Of those who hold a thing some are left out while they are found: after it, `public` may stand in the list for everybody. */
export function cutWhileFound({ path, text }: File): Finding[] {
  if (!path.startsWith('packages/engine/src/') || !isSource(path) || isTest(path)) return [];
  const code = withoutComments(text);
  return [...code.matchAll(/\bholdersAmong\((?:[^()]|\([^()]*\))*\)\s*\.filter\(/g)].map((m) => ({
    path,
    line: lineAt(code, m.index),
    what: 'holders are left out of a list that may name the public',
    todo: 'hand the question in: holdersAmong(to, id, (viewer) => …)',
  }));
}

export function packageImports({ path, text }: File): Finding[] {
  const own = /^packages\/([^/]+)\//.exec(path)?.[1];
  if (!own || !isSource(path) || isTest(path)) return [];
  const allowed = MAY_IMPORT[own];
  if (!allowed)
    return [{ path, line: 1, what: `the package ${own} is new`, todo: 'say in tools/tidy/source.ts which packages it may import' }];
  const code = withoutComments(text);
  // Types alone; what follows may hold no other import.
  const types = /import type (?:\w+|\{[^}]*\}) from '([^']+)'/g;
  const valued = code.replace(types, (whole, from: string) => (MAY_IMPORT_TYPES[own]?.includes(from) ? blank(whole) : whole));
  return [...valued.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap((m) => {
    const from = m[1] as string;
    const line = lineAt(code, m.index);
    const other = /^@entente\/([^/]+)/.exec(from)?.[1];
    if (other && other !== own && !allowed.includes(other)) {
      return [
        {
          path,
          line,
          what: `${own} imports ${other}`,
          todo: `${own} may import ${allowed.join(', ') || 'no other package'}; move the code or turn the dependency round`,
        },
      ];
    }
    if (from.startsWith('.') && climbsOut(path, from))
      return [{ path, line, what: `${from} reaches into another package`, todo: 'import it by its name, @entente/…' }];
    return [];
  });
}

const blank = (code: string): string => code.replace(/[^\n]/g, ' ');

/** Numbers, order and case go by the language that was chosen, and not by that of the browser or the machine. */
export function chosenLocale({ path, text }: File): Finding[] {
  if (!/^packages\/[^/]+\/src\//.test(path) || !isSource(path) || isTest(path)) return [];
  const code = withoutComments(text);
  const own = /\.toLocale\w*\(\s*(?:\)|undefined)|\.localeCompare\((?:[^(),]|\([^()]*\))*\)|\bIntl\.\w+\(\s*(?:\)|undefined|\[\])/g;
  return [...code.matchAll(own)].map((m) => ({
    path,
    line: lineAt(code, m.index),
    what: `\`${m[0]}\` follows the browser’s own language`,
    todo: 'name the language, or ’en’ where all are written alike; for a search toLowerCase',
  }));
}

export function fileLength({ path, text }: File): Finding[] {
  if (!isSource(path) && !path.endsWith('.css')) return [];
  const lines = text.split('\n').length - 1;
  if (lines > LONG_FILE)
    return [{ path, line: LONG_FILE, what: `${lines} lines`, todo: `split it by what it tells; ${LONG_FILE} is the limit` }];
  if (lines > LONGISH_FILE) return [{ path, line: LONGISH_FILE, what: `${lines} lines`, todo: 'soon to be split', warning: true }];
  return [];
}

/** Relies on the formatter: a function ends at the first line that has its indent and a closing brace. */
export function functionLength({ path, text }: File): Finding[] {
  if (!isSource(path)) return [];
  const lines = text.split('\n');
  const starts =
    /^(\s*)(?:export )?(?:default )?(?:async )?(?:function\b|const \w+(?:: [^=]+)? = (?:async )?(?:\([^)]*\)|\w+)(?:: [^=]+)? => \{$|(?:private |static |async )*#?\w+\([^)]*\)(?:: [^{]+)? \{$)/;
  return lines.flatMap((line, i) => {
    const m = starts.exec(line);
    if (!m || /^\s*(?:if|for|while|switch|catch|describe|test|it)\b/.test(line)) return [];
    const end = lines.findIndex((l, j) => j > i && (l === `${m[1]}}` || l === `${m[1]}};`));
    const length = end - i + 1;
    if (end < 0 || length <= LONG_FUNCTION) return [];
    return [
      { path, line: i + 1, what: `a function of ${length} lines`, todo: `let it fit a screen (${LONG_FUNCTION} lines): name its parts` },
    ];
  });
}

export function emptyNames({ path }: File): Finding[] {
  return EMPTY_NAMES.test(path) ? [{ path, line: 1, what: 'a name that says nothing', todo: 'name the file after what it is about' }] : [];
}

export function onlyTests({ path, text }: File): Finding[] {
  if (!isTest(path)) return [];
  return [...text.matchAll(/\b(?:test|it|describe)\.only\(/g)].map((m) => ({
    path,
    line: lineAt(text, m.index),
    what: `\`${m[0]}\` leaves every other test out`,
    todo: 'remove the restriction',
  }));
}

function climbsOut(path: string, from: string): boolean {
  const depth = path.split('/').length - 3; // folders below packages/NAME
  return (from.match(/\.\.\//g)?.length ?? 0) > depth;
}

/** Blanks comments, keeping every line where it was. Strings that hold `//` after a colon (addresses) are left alone. */
function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (c) => c.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:'"`\\])\/\/[^\n]*/g, (c, before: string) => before + ' '.repeat(c.length - before.length));
}
