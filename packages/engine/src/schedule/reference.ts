/**
 * The same questions, answered apart from the room and importing nothing of it: Bellman and Ford on plain arcs between the two ends of
 * each activity. Slow on purpose, and only for tests.
 */

interface Plain {
  readonly id: string;
  readonly duration: number;
  readonly after: readonly { readonly step: string; readonly kind: 'FS' | 'SS' | 'FF'; readonly min: number; readonly max?: number }[];
  readonly at?: number;
  readonly notBefore?: number;
  readonly startBy?: number;
  readonly endBy?: number;
}
type Line = readonly [from: string, to: string, weight: number];

export type Verdict =
  | { readonly what: 'cycle' | 'impossible' }
  | {
      readonly what: 'times';
      readonly of: Readonly<Record<string, { readonly earliest: number; readonly latest: number | undefined; readonly critical: boolean }>>;
    };

const start = (id: string): string => `start ${id}`;
const end = (id: string): string => `end ${id}`;
const ends = (kind: string, from: string, to: string): readonly [string, string] => [
  kind === 'SS' ? start(from) : end(from),
  kind === 'FF' ? end(to) : start(to),
];

/** Longest distances from `source`; undefined if they grow for ever. */
function distances(nodes: readonly string[], lines: readonly Line[], source: string): Map<string, number> | undefined {
  const far = new Map<string, number>([[source, 0]]);
  for (let i = 0; i <= nodes.length; i++) {
    let changed = false;
    for (const [from, to, weight] of lines) {
      const by = far.get(from);
      if (by !== undefined && by + weight > (far.get(to) ?? Number.NEGATIVE_INFINITY)) {
        far.set(to, by + weight);
        changed = true;
      }
    }
    if (!changed) return far;
  }
  return undefined;
}

export function judge(all: readonly Plain[]): Verdict {
  const nodes = ['zero', ...all.flatMap(({ id }) => [start(id), end(id)])];
  const lasts: Line[] = all.flatMap(({ id, duration }): Line[] => [
    [start(id), end(id), duration],
    [end(id), start(id), -duration],
  ]);
  const begins: Line[] = all.map(({ id }) => ['zero', start(id), 0]);
  const least = all.flatMap(({ id, after }) => after.map((a) => ({ a, line: [...ends(a.kind, a.step, id), a.min] as Line })));
  const most: Line[] = all.flatMap(({ id, after }) =>
    after.flatMap((a): Line[] => {
      const [from, to] = ends(a.kind, a.step, id);
      return a.max === undefined ? [] : [[to, from, -a.max]];
    }),
  );
  const waiting = least.filter(({ a }) => a.min >= 0).map(({ line }) => line);
  if (!distances(nodes, [...lasts, ...begins, ...waiting], 'zero') || standsStill(all)) return { what: 'cycle' };
  const hard: Line[] = all.flatMap(({ id, at, startBy, endBy }): Line[] => [
    ...(at === undefined ? [] : [[start(id), 'zero', -at] as Line]),
    ...(startBy === undefined ? [] : [[start(id), 'zero', -startBy] as Line]),
    ...(endBy === undefined ? [] : [[end(id), 'zero', -endBy] as Line]),
  ]);
  const floors: Line[] = all.flatMap(({ id, at, notBefore }): Line[] =>
    [at, notBefore].flatMap((t) => (t === undefined ? [] : [['zero', start(id), t] as Line])),
  );
  const kept = [...lasts, ...least.map(({ line }) => line), ...most];
  const forwards = distances(nodes, [...kept, ...begins, ...floors, ...hard], 'zero');
  if (!forwards) return { what: 'impossible' };
  const whole = Math.max(0, ...all.map(({ id }) => forwards.get(end(id)) as number));
  // Backwards: how much later than each start must the last moment be?
  const goals: Line[] = hard.length > 0 ? hard : all.map(({ id }) => [end(id), 'zero', -whole]);
  const backwards = distances(
    nodes,
    [...kept, ...goals].map(([from, to, weight]): Line => [to, from, weight]),
    'zero',
  );
  const last = (id: string): number | undefined => {
    const need = backwards?.get(start(id));
    return need === undefined ? undefined : 0 - need;
  };
  const slack = (id: string): number => (last(id) ?? Number.POSITIVE_INFINITY) - (forwards.get(start(id)) as number);
  const tightest = Math.min(...all.map(({ id }) => slack(id)));
  return {
    what: 'times',
    of: Object.fromEntries(
      all.map(({ id }) => [
        id,
        {
          earliest: forwards.get(start(id)) as number,
          latest: last(id),
          critical: slack(id) === tightest && tightest < Number.POSITIVE_INFINITY,
        },
      ]),
    ),
  };
}

/** True if somebody waits, without any time between, for an end that waits for its own beginning. */
function standsStill(all: readonly Plain[]): boolean {
  const moments = all.flatMap(({ id }) => [start(id), end(id)]);
  const reach = new Set<string>();
  for (const { id, duration, after } of all) {
    if (duration === 0) reach.add(`${start(id)}>${end(id)}`);
    for (const a of after) if (a.min === 0) reach.add(ends(a.kind, a.step, id).join('>'));
  }
  for (const via of moments)
    for (const from of moments)
      if (reach.has(`${from}>${via}`)) for (const to of moments) if (reach.has(`${via}>${to}`)) reach.add(`${from}>${to}`);
  return all.some(({ id, after }) => after.some((a) => a.kind === 'FS' && a.min === 0 && reach.has(`${start(id)}>${end(a.step)}`)));
}
