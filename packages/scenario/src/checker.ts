import { nearest } from './nearest.ts';
import { type Code, type Path, type Problem, pathText, problem } from './problem.ts';
import type { Places } from './shape.ts';

/** What checks of names have in common: saying a problem at its place, with the name that was most likely meant. */
export class Checker {
  readonly problems: Problem[] = [];
  readonly at: Places;

  constructor(at: Places) {
    this.at = at;
  }

  say(code: Code, path: Path, facts: Parameters<typeof problem>[3]): void {
    this.problems.push(problem(code, this.at.place(path), path, facts));
  }

  /** The same, told at the key. */
  sayAtKey(code: Code, path: Path, facts: Parameters<typeof problem>[3]): void {
    this.problems.push(problem(code, this.at.keyPlace(path), path, facts));
  }

  /** `value` is one of `known`; anything that is no text is the shape check's business. */
  known(code: Code, value: unknown, known: ReadonlySet<string>, path: Path): void {
    if (typeof value !== 'string' || known.has(value)) return;
    const list = [...known];
    const meant = nearest(value, list) ?? list.find((k) => k.endsWith(`:${value}`));
    this.say(code, path, { value, meant, known: list.slice(0, 30).join(', ') });
  }

  /** The same for a key, told at the key. */
  unknownKey(code: Code, value: string, known: ReadonlySet<string>, path: Path): void {
    const list = [...known];
    this.problems.push(
      problem(code, this.at.keyPlace(path), path, { value, meant: nearest(value, list), known: list.slice(0, 30).join(', ') }),
    );
  }

  once(row: Readonly<Record<string, unknown>>, path: Path, taken: Map<string, Path>): void {
    if (typeof row.id !== 'string') return;
    const before = taken.get(row.id);
    if (before) this.say('duplicate-id', [...path, 'id'], { id: row.id, where: pathText(before) });
    else taken.set(row.id, [...path, 'id']);
  }

  /** Each loop once, at its first member in the file. Without recursion: chains may be thousands long. */
  loops(code: Code, graph: ReadonlyMap<string, { path: Path; on: string[] }>): void {
    const done = new Set<string>();
    for (const start of graph.keys()) {
      const trail: { id: string; next: number }[] = done.has(start) ? [] : [{ id: start, next: 0 }];
      const onTrail = new Set([start]);
      while (trail.length > 0) {
        const top = trail.at(-1)!;
        const next = graph.get(top.id)?.on[top.next++];
        if (next === undefined) {
          done.add(top.id);
          onTrail.delete(top.id);
          trail.pop();
        } else if (onTrail.has(next)) {
          const loop = trail.slice(trail.findIndex((t) => t.id === next)).map((t) => t.id);
          const shown = loop.length > 8 ? [...loop.slice(0, 7), '…'] : loop;
          this.say(code, graph.get(next)!.path, { chain: [...shown, next].join(' → ') });
        } else if (graph.has(next) && !done.has(next)) {
          trail.push({ id: next, next: 0 });
          onTrail.add(next);
        }
      }
    }
  }
}
