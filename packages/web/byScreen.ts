import { relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin, type Rolldown } from 'vite';
import { begins, COMMON_WORDS, SCREEN_NAMES, type ScreenName } from './firstLoads.ts';
import { onlyFolding } from './onlyFolding.ts';

type Chunk = Rolldown.OutputChunk;
/** A module’s path as seen from `packages/web`. */
type Path = (id: string) => string;

/**
 * Which modules share a file. The bundler’s own way is one file for each set of parts that share something: three hundred, of
 * 2 kB, each packed by itself, and a first opening of control asked for a hundred. So a module goes by the screens that need it at
 * once, and if none does, by whose parts need it when they open: no screen loads what only another needs.
 */
export function byScreen(): Plugin {
  const pathIn =
    (root: string): Path =>
    (id) =>
      relative(root, id).replaceAll('\\', '/');
  return {
    name: 'by-screen',
    apply: 'build',
    async config({ root = import.meta.dirname }) {
      const path = pathIn(root);
      const files = filesOf(await sketch(root), path);
      const name = (id: string) => wordsFile(path(id)) ?? files.get(path(id)) ?? null;
      // What a file imports is in files that all who need it load, so nothing must be drawn along.
      const codeSplitting = { includeDependenciesRecursively: false, groups: [{ name, debugName: 'by screen' }] };
      return { build: { rolldownOptions: { output: { codeSplitting } } } };
    },
    generateBundle: {
      // After those that take files away.
      order: 'post',
      handler(_, bundle) {
        const path = pathIn(this.environment.config.root);
        const opens = (id: string) => this.getModuleInfo(id)?.dynamicallyImportedIds ?? [];
        const files = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [saidOf(file, path, opens)] : []));
        this.emitFile({ type: 'asset', fileName: '.vite/files.json', source: JSON.stringify(files) });
      },
    },
  };
}

/** What `tools/weight.ts` reads of a file. */
export interface BuiltFile {
  readonly file: string;
  /** The files that come with it. */
  readonly imports: readonly string[];
  readonly styles: readonly string[];
  /** What each module in it weighs alone: bytes, packed, without what is written for readers. */
  readonly modules: Readonly<Record<string, number>>;
  /** Which modules each of them fetches when they are opened. */
  readonly opens: Readonly<Record<string, readonly string[]>>;
}

function saidOf(chunk: Chunk, path: Path, opens: (id: string) => readonly string[]): BuiltFile {
  const modules = Object.entries(chunk.modules);
  return {
    file: chunk.fileName,
    imports: chunk.imports,
    styles: [...(chunk.viteMetadata?.importedCss ?? [])],
    modules: Object.fromEntries(modules.map(([id, { code }]) => [path(id), packed(code ?? '')])),
    opens: Object.fromEntries(modules.flatMap(([id]) => (opens(id).length > 0 ? [[path(id), opens(id).map(path)]] : []))),
  };
}

const PACKED_NOTHING = gzipSync('').length;
function packed(code: string): number {
  return gzipSync(code.replace(/\/\*[\s\S]*?\*\/|^\s+|\/\/.*$/gm, '')).length - PACKED_NOTHING;
}

/** The app in the bundler’s own files, not made small and without styles: what needs what once nothing unused is left. */
async function sketch(root: string): Promise<readonly Chunk[]> {
  const load = { filter: { id: /\.css$/ }, handler: () => ({ code: '', moduleType: 'js' }) };
  const made = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [{ name: 'no-styles', enforce: 'pre', load }, onlyFolding()],
    build: { write: false, minify: false, modulePreload: false, reportCompressedSize: false },
  });
  return (made as Rolldown.RolldownOutput).output.filter((file) => file.type === 'chunk');
}

/** The words of a language come together: those that every screen says, those of each screen, and others each by itself. */
function wordsFile(module: string): string | undefined {
  const [, folder = '', language] = /^src\/(.+)\/text\.(\w+)\.json$/.exec(module) ?? [];
  if (language === undefined) return undefined;
  return COMMON_WORDS.test(`src/${folder}`) ? `words-${language}` : `words-${folder.split('/').at(-1)}-${language}`;
}

/**
 * The capability, or the folder in `src`, that a part is of. Beside what a place shows, `forms.ts` is what a click opens in it, and
 * `beside.ts` what stands elsewhere: neither is loaded with it.
 */
function roomOf(opener: string): string {
  const [, folder = '', room = ''] = opener.split('/');
  const [, apart] = /\/(forms|beside)\.ts$/.exec(opener) ?? /^src\/capabilities\/[^/]+\/(control)\//.exec(opener) ?? [];
  return [folder === 'capabilities' || folder === 'screens' ? room : folder, ...(apart ? [apart] : [])].join('.');
}

/** The file of each module. */
function filesOf(chunks: readonly Chunk[], path: Path): Map<string, string> {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const those = (files: readonly string[]) => files.flatMap((file) => byFile.get(file) ?? []);
  const openerOf = ({ facadeModuleId, isEntry }: Chunk) => (isEntry ? 'src/main.tsx' : facadeModuleId ? path(facadeModuleId) : '');
  const openers = chunks.filter((chunk) => /\.tsx?$/.test(openerOf(chunk)));
  const needed = (from: readonly Chunk[]) => closure(from, ({ imports }) => those(imports));
  const loads = SCREEN_NAMES.map((screen) => {
    const opened = openers.filter((chunk) => begins(screen, openerOf(chunk)));
    // The page itself leads to every screen.
    const later = closure(opened, ({ imports, dynamicImports, isEntry }) => those(isEntry ? imports : [...imports, ...dynamicImports]));
    return { screen, first: needed(opened), later };
  });
  const opened = openers.map((chunk) => ({ room: roomOf(openerOf(chunk)), needs: needed([chunk]) }));
  return new Map(
    chunks.flatMap((chunk) => {
      const first = loads.filter((load) => load.first.has(chunk)).map(({ screen }) => screen);
      const later = loads.filter((load) => load.later.has(chunk) && !load.first.has(chunk)).map(({ screen }) => screen);
      const rooms = new Set(opened.filter(({ needs }) => needs.has(chunk)).map(({ room }) => room));
      return Object.keys(chunk.modules).map((id) => [path(id), fileName(first, later, [...rooms], !id.includes('node_modules'))] as const);
    }),
  );
}

/**
 * The name of a file, by who needs it at once and by whose parts need it when they open. Whatever it imports is needed by as many at
 * least, and so is in it or in one of more: no two import each other.
 */
function fileName(first: readonly ScreenName[], later: readonly ScreenName[], rooms: readonly string[], ours: boolean): string {
  const [atOnce, opened] = [new Set(first), LENDING.filter((screen) => later.includes(screen))];
  if (atOnce.has('seat') && atOnce.has('lobby')) return 'common';
  if (atOnce.has('seat') && atOnce.has('control')) return 'table';
  // Control has at once what a seat’s forms are made of; lists that open over a form are the most of it, and few forms have one.
  if (atOnce.has('control') && opened.includes('seat')) {
    const more = (['lobby', 'review'] as const).find((screen) => atOnce.has(screen));
    return more ? `fields-${more}` : atOnce.has('evaluation') && !ours ? 'fields-lists' : 'fields';
  }
  if (atOnce.has('seat')) return [...first, ...(opened.length > 0 ? ['later'] : [])].join('-');
  if (atOnce.has('control')) return [...first, ...(opened.length > 0 ? ['later', ...opened] : [])].join('-');
  const several = new Set(rooms.map((room) => room.split('.')[0])).size > 2;
  const named = several ? 'several' : [...rooms].sort().join('-');
  return [...first, ...(first.length === 0 || opened.length > 0 ? [named, ...opened] : [])].join('-');
}
/** The screens that must not load a whole file for a little of it: the others are read at a desk. */
const LENDING = ['seat', 'control', 'evaluation', 'lobby'] as const;

function closure<T>(from: readonly T[], next: (one: T) => readonly T[], all = new Set<T>()): Set<T> {
  for (const one of from) {
    if (all.has(one)) continue;
    all.add(one);
    closure(next(one), next, all);
  }
  return all;
}
