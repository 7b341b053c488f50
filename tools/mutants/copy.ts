import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Mutant, SWAP } from './operators.ts';
import type { Tree } from './tree.ts';

const root = join(import.meta.dirname, '..', '..');
export const ENGINE = join(root, 'packages', 'engine', 'src');

/** A copy of the engine beside it, so that what the engine imports is found. Whoever makes it removes it. */
export function roomForCopy(): string {
  return mkdtempSync(join(ENGINE, '..', '.mutants-'));
}

/** Writes a copy of the engine in which every change can be switched on by its place in the list. */
export function writeCopy(folder: string, tree: Tree, mutants: readonly Mutant[]): void {
  cpSync(ENGINE, folder, { recursive: true, filter: (path) => !path.endsWith('.test.ts') && !path.endsWith('/testing') });
  for (const [path, source] of tree.sources) {
    const own = mutants.flatMap((m, n) => (m.file === path ? [{ ...m, n }] : []));
    if (own.length > 0) writeFileSync(join(folder, path), `${importOf(join(folder, path))}${woven(source.text, own)}`);
  }
}
function importOf(file: string): string {
  return `import * as ${SWAP} from '${relative(dirname(file), join(import.meta.dirname, 'swap.ts')).replaceAll('\\', '/')}';`;
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly changes: (Mutant & { readonly n: number })[];
  readonly within: Place[];
}

/** The text with all changes in it, those of inner expressions within those of outer ones. */
function woven(text: string, mutants: readonly (Mutant & { readonly n: number })[]): string {
  const whole: Place = { start: 0, end: text.length, changes: [], within: [] };
  const ordered = [...mutants].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const m of ordered) {
    let at = whole;
    for (let inner = at.within.at(-1); inner && m.start < inner.end; inner = at.within.at(-1)) at = inner;
    if (at !== whole && at.start === m.start && at.end === m.end) at.changes.push(m);
    else at.within.push({ start: m.start, end: m.end, changes: [m], within: [] });
  }
  return written(text, whole);
}

function written(text: string, place: Place): string {
  let inner = '';
  let at = place.start;
  for (const p of place.within) {
    inner += text.slice(at, p.start) + written(text, p);
    at = p.end;
  }
  inner += text.slice(at, place.end);
  const [first] = place.changes;
  if (!first) return inner;
  const asked = place.changes.map((m) => `${SWAP}.${m.to.includes(`${SWAP}.`) ? 'is' : 'isOther'}(${m.n}) ? (${m.to}) : `).join('');
  return `${shorthand(text, first) ? `${first.from}: ` : ''}(${asked}(${inner}))`;
}

/** `{ event, to }`: the value has no place of its own. */
function shorthand(text: string, { from, start, end }: Mutant): boolean {
  if (!/^\w+$/.test(from)) return false;
  const before = text.slice(0, start).trimEnd();
  const after = text.slice(end).trimStart();
  return (before.endsWith(',') || before.endsWith('{')) && (after.startsWith('}') || after.startsWith(',')) && inObject(text, start);
}
/** True if the nearest bracket that is open at a place is an object’s. */
function inObject(text: string, at: number): boolean {
  let depth = 0;
  for (let i = at - 1; i >= 0; i--) {
    if (')]}'.includes(text[i] as string)) depth++;
    else if ('([{'.includes(text[i] as string) && depth-- === 0) return text[i] === '{';
  }
  return false;
}

/** Those changes whose text type-checks, each written into a file of its own beside the one that it changes. */
export function sound(folder: string, tree: Tree, mutants: readonly Mutant[]): Mutant[] {
  const copy = join(folder, 'types');
  cpSync(ENGINE, copy, { recursive: true, filter: (path) => !path.endsWith('.test.ts') && !path.endsWith('/testing') });
  const files = mutants.map((m, n) => {
    const file = join(copy, m.file.replace(/\.ts$/, `.${n}.ts`));
    const { text } = tree.sources.get(m.file) as { text: string };
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      `${importOf(file)}\n${text.slice(0, m.start)}${shorthand(text, m) ? `${m.from}: ` : ''}(${m.to})${text.slice(m.end)}`,
    );
    return file;
  });
  const config = { extends: join(root, 'tsconfig.json'), include: [`${copy}/**/*.ts`], exclude: [] };
  writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify(config));
  const tsc = join(root, 'node_modules', '.bin', 'tsc');
  const { stdout } = spawnSync(tsc, ['-p', copy, '--pretty', 'false'], { encoding: 'utf8', maxBuffer: 1 << 28, cwd: root });
  const wrong = new Set([...stdout.matchAll(/^(.+?)\((?:\d+),(?:\d+)\): error TS/gm)].map((m) => join(root, m[1] as string)));
  rmSync(copy, { recursive: true, force: true });
  return mutants.filter((_, n) => !wrong.has(files[n] as string));
}
