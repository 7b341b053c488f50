import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `node tools/footprint.ts ROOM [--at COMMIT] [--folders FOLDER,FOLDER] [--list]`: which files outside a room’s own
 * folders know it, and in how many lines. Its folders are `packages/engine/src/ROOM` and
 * `packages/web/src/capabilities/ROOM`; an older commit had others, so say them:
 *
 *     node tools/footprint.ts sharing --at df3d142 --folders packages/engine/src/sharing,packages/web/src/sharing
 *
 * Method. A line knows the room if it imports a file of the room’s folders, or has one of the room’s words: a command, an
 * event or a member of its state by name (`'SendMessage'`, `world.sharing`), or a name that the room’s engine folder
 * exports and this file imports. The words are read from the room’s own `language.ts`, `state.ts` and exports, at that
 * commit. Counted are sources (`.ts`, `.tsx`) without tests and fixtures; catalogues, styles and documents are not.
 */
const root = join(import.meta.dirname, '..');
const [room = '', ...rest] = process.argv.slice(2);
const option = (name: string): string | undefined => (rest.includes(name) ? rest[rest.indexOf(name) + 1] : undefined);
const at = option('--at');
const own = option('--folders')?.split(',') ?? [`packages/engine/src/${room}`, `packages/web/src/capabilities/${room}`];
if (!/^\w+$/.test(room)) throw new Error('say which room: node tools/footprint.ts ROOM');

const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
const read = (path: string): string => (at ? git('show', `${at}:${path}`) : readFileSync(join(root, path), 'utf8'));
const paths = (at ? git('ls-tree', '-r', '--name-only', at) : git('ls-files'))
  .split('\n')
  .filter((path) => /^(packages|bench|tools)\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$|fixture|\/testing\//.test(path));
const isOwn = (path: string): boolean => own.some((folder) => path.startsWith(`${folder}/`));

const engine = paths.filter((path) => isOwn(path) && path.startsWith('packages/engine/'));
const texts = engine.map(read);
/** Commands and events. */
const told = new Set(texts.flatMap((text) => [...text.matchAll(/(?:type: |literal\()'([A-Z]\w+)'/g)].map((m) => m[1] as string)));
/** What the room’s files export: types, rules, questions. */
const exported = new Set(
  texts.flatMap((text) => [...text.matchAll(/^export (?:interface|type|const|function\*?|class) (\w+)/gm)].map((m) => m[1] as string)),
);

interface Knows {
  readonly path: string;
  readonly lines: number;
}
const found = paths.filter((path) => !isOwn(path)).flatMap(knows);

function knows(path: string): Knows[] {
  const text = read(path);
  const imports = [...text.matchAll(/import (?:type )?\{([^}]*)\} from '([^']+)'/g)];
  const named = imports.flatMap(([, names = '', from = '']) =>
    from === '@entente/engine' || from.includes(`/${room}/`)
      ? names.split(',').map(
          (n) =>
            n
              .replace(/\btype\b/, '')
              .trim()
              .split(' ')[0] ?? '',
        )
      : [],
  );
  const words = named.filter((name) => exported.has(name));
  const own = new RegExp(
    [
      `/${room}/[\\w./-]+'`,
      `\\b(?:world|own|whole|loaded)\\w*\\.${room}\\b`,
      `\\{[^}]*\\b${room}\\b[^}]*\\}(?:: World|\\) =>)`,
      ...words.map((w) => `\\b${w}\\b`),
    ].join('|'),
  );
  const lines = text
    .split('\n')
    .filter((line) => own.test(line) || [...line.matchAll(/'([A-Z]\w+)'/g)].some((m) => told.has(m[1] as string)));
  return lines.length > 0 ? [{ path, lines: lines.length }] : [];
}

if (rest.includes('--list')) for (const { path, lines } of found) process.stdout.write(`${String(lines).padStart(5)}  ${path}\n`);
const places = [
  ...new Set(
    found.map(({ path }) =>
      path
        .split('/')
        .slice(0, path.startsWith('packages/') ? 2 : 1)
        .join('/'),
    ),
  ),
];
process.stdout.write(`${room}${at ? ` at ${at}` : ''}, outside ${own.join(' and ')}\n`);
for (const place of places) {
  const here = found.filter(({ path }) => path.startsWith(`${place}/`));
  process.stdout.write(
    `${place.padEnd(22)}${String(here.length).padStart(4)} files ${String(here.reduce((n, f) => n + f.lines, 0)).padStart(6)} lines\n`,
  );
}
