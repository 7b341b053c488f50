import { atLeast, effectiveLabel, type Label, type LabelPolicy, normalLabel, REACHES } from '@entente/engine';
import { Checker } from './checker.ts';
import { type Names, rowsOf } from './names.ts';
import { nearest } from './nearest.ts';
import type { Path, Problem } from './problem.ts';
import type { Places } from './shape.ts';

type Raw = Record<string, unknown>;
const isKeyed = (v: unknown): v is Raw => typeof v === 'object' && v !== null && !Array.isArray(v);

/** The label policy agrees with itself, and every label is one of it. */
export function checkLabels(value: Raw, names: Names, at: Places): Problem[] {
  const check = new Labels(at, names.policy);
  check.policy(value.labels, names);
  for (const { row, index } of rowsOf(value, 'injects')) check.label(row.label, ['injects', index, 'label']);
  for (const { row, index } of rowsOf(value, 'items')) check.item(row, ['items', index]);
  return check.problems;
}

/** A label of the policy as it is kept; undefined for what is none. */
export function labelIn(policy: LabelPolicy | undefined, label: unknown): Label | undefined {
  return policy && typeof label === 'string' ? normalLabel(policy, label) : undefined;
}

/** The label of a policy that a wrong one was most likely meant to be. */
export function meantLabel(policy: LabelPolicy, wrong: string): Label | undefined {
  const near = (word: string, known: readonly string[]): string | undefined =>
    known.includes(word) ? word : (nearest(word, known) ?? known.find((k) => k.endsWith(`:${word.trim().toUpperCase()}`)));
  const [level = '', ...rest] = wrong.split(/\s*\/{1,2}\s*/);
  const parts = rest.map((part) => {
    const [id = '', ...values] = part.trim().split(/[\s,:]+/);
    const category = policy.categories.find(
      (c) =>
        c.id ===
        near(
          id.toUpperCase(),
          policy.categories.map((k) => k.id),
        ),
    );
    const meant = values.map((v) => near(v.toUpperCase(), category?.values.map((k) => k.id) ?? []));
    return category && meant.every((v) => v !== undefined) ? `${category.id} ${meant.join(',')}` : undefined;
  });
  const levels = policy.levels.map((l) => l.id);
  const first = near(level, levels) ?? near(level.replace(/\s+/g, ''), levels);
  return first === undefined || parts.includes(undefined) ? undefined : normalLabel(policy, [first, ...parts].join('//'));
}

class Labels extends Checker {
  readonly own: LabelPolicy | undefined;

  constructor(at: Places, own: LabelPolicy | undefined) {
    super(at);
    this.own = own;
  }

  /** Gives the label as it is kept, where it is one. */
  label(value: unknown, path: Path): Label | undefined {
    const known = labelIn(this.own, value);
    if (this.own && typeof value === 'string' && known === undefined)
      this.say('not-of-policy', path, {
        value,
        meant: meantLabel(this.own, value),
        known: [
          ...this.own.levels.map((l) => l.id),
          ...this.own.categories.map((c) => `//${c.id} ${c.values.map((v) => v.id).join(',')}`),
        ].join(', '),
      });
    return known;
  }

  item(row: Raw, path: Path): void {
    const portions = rowsOf(row, 'portions').map(({ row: portion, index }) => {
      const label = this.label(portion.label, [...path, 'portions', index, 'label']);
      return portion.label === undefined ? this.own?.usual : label;
    });
    const whole = this.label(row.label, [...path, 'label']);
    if (!this.own || whole === undefined || portions.length === 0 || portions.includes(undefined)) return;
    if (normalLabel(this.own, this.own.usual) === undefined) return;
    const least = effectiveLabel(this.own, portions as Label[]);
    if (!atLeast(this.own, whole, least)) this.say('label-too-low', [...path, 'label'], { value: whole, meant: least });
  }

  policy(value: unknown, names: Names): void {
    if (!isKeyed(value)) return;
    this.reaches(value);
    if (!this.own) return;
    const categories = new Map(this.own.categories.map((c) => [c.id, new Set(c.values.map((v) => v.id))]));
    this.label(value.usual, ['labels', 'usual']);
    const levels = new Map<string, Path>();
    for (const { row, index } of rowsOf(value, 'levels')) this.once(row, ['labels', 'levels', index], levels);
    const taken = new Map<string, Path>();
    for (const { row, index } of rowsOf(value, 'categories')) {
      const path: Path = ['labels', 'categories', index];
      this.once(row, path, taken);
      const values = new Map<string, Path>();
      for (const v of rowsOf(row, 'values')) {
        this.once(v.row, [...path, 'values', v.index], values);
        if (v.row.id === 'NONE') this.say('reserved-value', [...path, 'values', v.index, 'id'], {});
      }
    }
    if (!isKeyed(value.clearances)) return;
    const parties = new Set(names.parties.keys());
    for (const [party, clearance] of Object.entries(value.clearances)) {
      const path: Path = ['labels', 'clearances', party];
      if (!parties.has(party)) this.unknownKey('unknown-party', party, parties, path);
      if (!isKeyed(clearance)) continue;
      this.known('unknown-level', clearance.level, new Set(levels.keys()), [...path, 'level']);
      if (!isKeyed(clearance.values)) continue;
      for (const [category, listed] of Object.entries(clearance.values)) {
        const own = categories.get(category);
        const there: Path = [...path, 'values', category];
        if (!own) this.unknownKey('unknown-category', category, new Set(categories.keys()), there);
        else if (Array.isArray(listed)) listed.forEach((v, i) => void this.known('unknown-category-value', v, own, [...there, i]));
      }
    }
  }
  /** A whole takes the strictest level of its portions: that one must not reach farther than the others. */
  reaches(value: Raw): void {
    let least: { id: string; reach: number } | undefined;
    for (const { row, index } of rowsOf(value, 'levels')) {
      const reach = (REACHES as readonly unknown[]).indexOf(row.reach);
      if (reach < 0) continue;
      if (least && reach > least.reach)
        this.say('level-reaches-farther', ['labels', 'levels', index, 'reach'], { milder: least.id, reach: REACHES[least.reach] });
      else least = { id: String(row.id), reach };
    }
  }
}
