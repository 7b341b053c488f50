import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const tests = globSync(['packages/*/src/**/*.test.ts', 'e2e/**/*.test.ts'], { cwd: root });
const SOURCE = /`((?:[\w*-]+\/)+[\w.*-]+|[\w.-]+\.(?:ts|tsx|json|md))`/g;
/** What stands in a row like a path and is none of ours: media types, and files of the data folder. */
const NO_PATH = /^(application\/|tls-)/;

/** A named file, as *Paths without another beginning are below `packages/`*, or by its own name alone. */
const found = (path: string): string[] =>
  [path, `packages/${path}`].filter((p) => globSync(p, { cwd: root }).length > 0).concat(tests.filter((t) => basename(t) === path));

describe.each(['docs/asvs.md', 'SECURITY.md'])('%s', (doc) => {
  const text = read(doc);

  it('names only files that are there', () => {
    const named = [...text.matchAll(SOURCE)].map((m) => m[1] as string).filter((path) => !NO_PATH.test(path));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => found(path).length === 0)).toEqual([]);
    const linked = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map((m) => m[1] as string).filter((to) => !to.startsWith('http'));
    expect(linked.filter((to) => !existsSync(join(root, dirname(doc), to)))).toEqual([]);
  });

  it('names only tests that say so', () => {
    // In a row, or paragraph, a sentence belongs to the test file named last.
    const sentences = text.split('\n').flatMap((line) => {
      const [, ...parts] = line.split(/`([\w./-]+\.test\.ts)`/);
      return parts.flatMap((file, i) =>
        i % 2 === 0 ? [...(parts[i + 1] ?? '').matchAll(/“([^”]+)”/g)].map((m) => ({ file, sentence: m[1] as string })) : [],
      );
    });
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.filter(({ file, sentence }) => !found(file).some((path) => read(path).includes(sentence)))).toEqual([]);
  });
});

it('the sums at the head of docs/asvs.md are those of its rows', () => {
  const rows = [...read('docs/asvs.md').matchAll(/^\| ([\d., –]+) \| [12–]+ \|.*?\| (holds|in part|does not|n\/a) \|/gm)];
  const sums = { holds: 0, 'in part': 0, 'does not': 0, 'n/a': 0 };
  for (const [, numbers = '', state] of rows) sums[state as keyof typeof sums] += counted(numbers);
  const said = (words: string) => Number(new RegExp(`^\\| ${words} \\| (\\d+) \\|`, 'm').exec(read('docs/asvs.md'))?.[1]);
  expect(sums).toEqual({ holds: said('hold'), 'in part': said('in part'), 'does not': said('do not'), 'n/a': said('do not apply') });
  expect(Object.values(sums).reduce((a, b) => a + b)).toBe(253);
});

/** How many requirements `1.2.6–1.2.8, 1.3.1` are. */
function counted(numbers: string): number {
  return numbers.split(', ').reduce((sum, part) => {
    const [first, last = first] = part.split('–').map((no) => Number(no.split('.').at(-1)));
    return sum + (last as number) - (first as number) + 1;
  }, 0);
}
