/**
 * Scenario discovery by PRIM (Friedman and Fisher 1999; Bryant and Lempert 2010): a box in the inputs is peeled, a little at a time,
 * so that the cases of interest grow dense in it. The whole course is given, densest last; a person chooses the point.
 */
export interface Inputs {
  readonly rows: number;
  readonly names: readonly string[];
  /** One array an input. */
  readonly columns: readonly Float64Array[];
  /** 1 where the case is of interest. */
  readonly interest: Uint8Array;
}
/** Limits on one input; absent: none. Both are inclusive. */
export interface Limit {
  readonly input: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}
export interface Box {
  readonly limits: readonly Limit[];
  readonly inside: number;
  readonly hits: number;
  /** The share of all cases of interest that lie in it. */
  readonly coverage: number;
  /** The share of its cases that are of interest. */
  readonly density: number;
  /** Its share of all cases. */
  readonly mass: number;
}
export interface PrimOptions {
  /** Share of the box that is peeled at once. */
  readonly peel?: number;
  /** The least share of all cases in a box. */
  readonly leastMass?: number;
  /** How a peel is judged: by what remains, or by what remains for what is given up. */
  readonly objective?: 'density' | 'gain';
}

/** Peels from all cases to the smallest box; the course of boxes, the whole first. Nothing is given back: a person chooses an earlier box. */
export function prim(inputs: Inputs, { peel = 0.05, leastMass = 0.05, objective = 'gain' }: PrimOptions = {}): Box[] {
  const { rows, columns, interest } = inputs;
  let total = 0;
  for (let r = 0; r < rows; r++) total += interest[r] as number;
  // Each input’s rows in its order, once; what lies outside is skipped and swept out as the box shrinks.
  const orders = columns.map((column) => sorted(column));
  const inside = new Uint8Array(rows).fill(1);
  const low = new Float64Array(columns.length).fill(Number.NEGATIVE_INFINITY);
  const high = new Float64Array(columns.length).fill(Number.POSITIVE_INFINITY);
  let [count, hits] = [rows, total];
  const course: Box[] = [boxOf(low, high, count, hits, rows, total)];
  const least = Math.max(1, leastMass * rows);
  for (;;) {
    let best: Peel | undefined;
    for (let d = 0; d < columns.length; d++) {
      const column = columns[d] as Float64Array;
      const order = orders[d] as Uint32Array;
      for (const side of [0, 1] as const) {
        const p = peelOf(column, order, count, interest, Math.max(1, Math.floor(peel * count)), side);
        if (!p || count - p.count < least) continue;
        const left = count - p.count;
        const density = (hits - p.hits) / left;
        const gain = objective === 'density' ? density : (density - hits / count) / p.count;
        if (!best || gain > best.gain || (gain === best.gain && p.count < best.count)) best = { ...p, d, side, gain, density };
      }
    }
    if (!best || best.density < hits / count) break;
    const column = columns[best.d] as Float64Array;
    const { d, side, bound } = best;
    for (const r of orders[d] as Uint32Array) {
      const v = column[r] as number;
      if (side === 0 ? v < bound : v > bound) inside[r] = 0;
    }
    if (side === 0) low[d] = bound;
    else high[d] = bound;
    count -= best.count;
    hits -= best.hits;
    for (let i = 0; i < orders.length; i++) orders[i] = swept(orders[i] as Uint32Array, inside, count);
    course.push(boxOf(low, high, count, hits, rows, total));
    if (hits === count) break;
  }
  return course;
}

interface Peel {
  readonly d: number;
  readonly side: 0 | 1;
  readonly count: number;
  readonly hits: number;
  /** The limit that remains. */
  readonly bound: number;
  readonly gain: number;
  readonly density: number;
}

/** What falls away at one end: at least `share` rows, and all that are equal to the last of them. Undefined if nothing would remain. */
function peelOf(column: Float64Array, order: Uint32Array, count: number, interest: Uint8Array, share: number, side: 0 | 1) {
  const at = (i: number): number => order[side === 0 ? i : count - 1 - i] as number;
  const value = column[at(Math.min(share, count - 1))] as number;
  let [n, hits] = [0, 0];
  const falls = (v: number): boolean => (side === 0 ? v < value : v > value);
  while (n < count && falls(column[at(n)] as number)) hits += interest[at(n++)] as number;
  // All that would be peeled is equal to what remains: the whole step goes, as values that are few do.
  if (n === 0) {
    const first = column[at(0)] as number;
    while (n < count && column[at(n)] === first) hits += interest[at(n++)] as number;
  }
  if (n === 0 || n >= count) return undefined;
  return { count: n, hits, bound: column[at(n)] as number };
}

/** Rows in the order of their values, those that are alike in the order of the table. */
function sorted(column: Float64Array): Uint32Array {
  const values = column.toSorted();
  const order = new Uint32Array(column.length);
  // Numbers sort by themselves much faster than rows by comparing: each row then looks up its place, and takes the next one there.
  const taken = new Uint32Array(column.length);
  for (let r = 0; r < column.length; r++) {
    const v = column[r] as number;
    let [from, to] = [0, column.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((values[middle] as number) < v) from = middle + 1;
      else to = middle;
    }
    order[from + (taken[from] as number)] = r;
    taken[from] = (taken[from] as number) + 1;
  }
  return order;
}

function swept(order: Uint32Array, inside: Uint8Array, count: number): Uint32Array {
  const left = new Uint32Array(count);
  let n = 0;
  for (const r of order) if (inside[r] === 1) left[n++] = r;
  return left;
}

function boxOf(low: Float64Array, high: Float64Array, inside: number, hits: number, rows: number, total: number): Box {
  const limits: Limit[] = [];
  for (let d = 0; d < low.length; d++) {
    const [l, h] = [low[d] as number, high[d] as number];
    if (l === Number.NEGATIVE_INFINITY && h === Number.POSITIVE_INFINITY) continue;
    limits.push({
      input: d,
      ...(l === Number.NEGATIVE_INFINITY ? {} : { low: l }),
      ...(h === Number.POSITIVE_INFINITY ? {} : { high: h }),
    });
  }
  return {
    limits,
    inside,
    hits,
    coverage: total === 0 ? 0 : hits / total,
    density: inside === 0 ? 0 : hits / inside,
    mass: rows === 0 ? 0 : inside / rows,
  };
}

/** The cases that lie within limits, and how many of them are of interest. */
export function within({ rows, columns, interest }: Inputs, limits: readonly Limit[]): Box {
  let [inside, hits, total] = [0, 0, 0];
  for (let r = 0; r < rows; r++) {
    total += interest[r] as number;
    const fits = limits.every(({ input, low, high }) => {
      const v = (columns[input] as Float64Array)[r] as number;
      return (low === undefined || v >= low) && (high === undefined || v <= high);
    });
    if (!fits) continue;
    inside++;
    hits += interest[r] as number;
  }
  return {
    limits,
    inside,
    hits,
    coverage: total === 0 ? 0 : hits / total,
    density: inside === 0 ? 0 : hits / inside,
    mass: rows === 0 ? 0 : inside / rows,
  };
}

/**
 * Could a limit be chance? The chance that so many of the cases in the box are of interest, or more, if it made no difference: a
 * binomial tail with the density of the box without that limit (Bryant and Lempert’s quasi-p). `told`: as many independent cases as
 * tell as much as those in the box do, where some are alike.
 */
export function quasiP(inputs: Inputs, box: Box, limit: number, told = box.inside): number {
  const without = within(
    inputs,
    box.limits.filter((_, i) => i !== limit),
  );
  return binomialTail(Math.round(box.density * told), Math.round(told), without.density);
}

/** The chance of at least `k` of `n`, each with chance `p`. */
export function binomialTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  let sum = 0;
  for (let i = k; i <= n; i++) sum += Math.exp(logChoose(n, i) + i * Math.log(p) + (n - i) * Math.log1p(-p));
  return Math.min(1, sum);
}

const factorials: number[] = [0];
function logFactorial(n: number): number {
  for (let i = factorials.length; i <= n; i++) factorials[i] = (factorials[i - 1] as number) + Math.log(i);
  return factorials[n] as number;
}
const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** The boxes of a course that are on the front: no other has both more coverage and more density. */
export function front(course: readonly Box[]): Box[] {
  return course.filter(
    (b) => !course.some((o) => o.coverage >= b.coverage && o.density >= b.density && (o.coverage > b.coverage || o.density > b.density)),
  );
}
