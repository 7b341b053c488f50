import { dirname, join, normalize } from 'node:path/posix';
import { type File, type Finding, isSource, lineAt } from './finding.ts';

/**
 * No file imports itself by a way round, types included: what two files rest on stands in a third. One finding for each file
 * of a circle.
 */
export function importCircles(files: readonly File[]): Finding[] {
  const sources = new Map(files.filter((f) => isSource(f.path)).map((f) => [f.path, f]));
  const imports = new Map([...sources.values()].map((f) => [f.path, importsOf(f).filter((i) => sources.has(i.path))]));
  return [...sources.keys()].flatMap((path) => {
    const round = wayRound(path, imports);
    if (!round) return [];
    const [first] = round as [Import];
    return [
      {
        path,
        line: first.line,
        what: `a circle of imports: ${[{ path }, ...round].map((i) => i.path).join(' → ')}`,
        todo: 'move what both rest on into a file of its own',
      },
    ];
  });
}

interface Import {
  readonly path: string;
  readonly line: number;
}

function importsOf({ path, text }: File): Import[] {
  return [...text.matchAll(/^(?:import|export)[^;'"`]*?(?:from )?'(\.[^']+)';/gm)].map((m) => ({
    path: normalize(join(dirname(path), m[1] as string)),
    line: lineAt(text, m.index),
  }));
}

/** The shortest way by which a file imports itself; undefined if there is none. */
function wayRound(path: string, imports: ReadonlyMap<string, readonly Import[]>): Import[] | undefined {
  const from = new Map<string, { readonly before: string; readonly by: Import }>();
  const queue = [path];
  for (const at of queue) {
    for (const by of imports.get(at) ?? []) {
      if (!from.has(by.path)) {
        from.set(by.path, { before: at, by });
        queue.push(by.path);
      }
      if (by.path !== path) continue;
      const way = [by];
      for (let before = at; before !== path; before = (from.get(before) as { before: string }).before)
        way.unshift((from.get(before) as { by: Import }).by);
      return way;
    }
  }
  return undefined;
}
