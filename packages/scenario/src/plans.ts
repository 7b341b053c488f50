import type { Scenario } from '@entente/engine';
import { checkSteps, type Step } from '@entente/engine/steps';
import { Checker } from './checker.ts';
import { type Names, rowsOf } from './names.ts';
import { nearest } from './nearest.ts';
import { type Both, type Path, type Problem, problem } from './problem.ts';
import type { Places } from './shape.ts';

type Raw = Record<string, unknown>;
const listOf = (v: unknown): unknown[] => (Array.isArray(v) ? v : []);
const isKeyed = (v: unknown): v is Raw => typeof v === 'object' && v !== null && !Array.isArray(v);

/** Plans are compared in a forum that exists; their options, criteria and steps are named once, and name what is there. */
export function checkPlans(value: Raw, names: Names, at: Places): Problem[] {
  const check = new Plans(names, at);
  const [plans, criteria, options] = [new Map<string, Path>(), new Map<string, Path>(), new Map<string, Path>()];
  for (const { row, index } of rowsOf(value, 'plans')) {
    const path = ['plans', index];
    check.once(row, path, plans);
    check.known('unknown-forum', row.forum, new Set(names.forums.keys()), [...path, 'forum']);
    for (const c of rowsOf(row, 'criteria')) check.once(c.row, [...path, 'criteria', c.index], criteria);
    for (const o of rowsOf(row, 'options')) {
      check.once(o.row, [...path, 'options', o.index], options);
      check.option(o.row, typeof row.forum === 'string' ? row.forum : '', [...path, 'options', o.index]);
    }
  }
  return check.problems;
}

class Plans extends Checker {
  readonly names: Names;
  readonly correspondents: ReadonlySet<string>;

  constructor(names: Names, at: Places) {
    super(at);
    this.names = names;
    this.correspondents = new Set([...names.posts(), ...[...names.entities].flatMap((e) => [e, `entity:${e}`])]);
  }

  option(row: Raw, forum: string, path: Path): void {
    const members = this.names.forums.get(forum)?.members ?? [];
    const member = (value: unknown, there: Path): void => {
      if (typeof value === 'string' && this.names.forums.has(forum) && !members.includes(value))
        this.say('not-at-table', there, { value, forum, meant: nearest(value, members) });
    };
    for (const c of rowsOf(row, 'contributions')) member(c.row.party, [...path, 'contributions', c.index, 'party']);
    const steps = new Map<string, Path>();
    const ids = new Set(rowsOf(row, 'steps').flatMap((s) => (typeof s.row.id === 'string' ? s.row.id : [])));
    for (const { row: step, index } of rowsOf(row, 'steps')) {
      const there = [...path, 'steps', index];
      this.once(step, there, steps);
      this.known('unknown-address', step.lead, new Set([...this.names.seats.keys()].map((s) => `seat:${s}`)), [...there, 'lead']);
      listOf(step.support).forEach((party, i) => {
        member(party, [...there, 'support', i]);
      });
      member(step.word, [...there, 'word']);
      listOf(step.tells).forEach((to, i) => {
        this.known('unknown-address', to, this.correspondents, [...there, 'tells', i]);
      });
      listOf(step.after).forEach((after, i) => {
        if (isKeyed(after)) this.known('unknown-step', after.step, ids, [...there, 'after', i, 'step']);
      });
    }
  }
}

const WHY: Readonly<Record<string, Both>> = {
  'no-lead': { en: 'nobody leads it', ko: '주관하는 직책이 없음' },
  'no-start': {
    en: 'nothing begins it: no time, no step before it, nobody’s word',
    ko: '시작 조건이 없음(시각, 선행 단계, 승인 가운데 하나가 필요)',
  },
};

/** Whether the steps of options can be kept: leads sit in the forum, and nothing waits for itself or comes too late. */
export function checkOptions({ plans, forums, parties }: Scenario, at: Places): Problem[] {
  const problems: Problem[] = [];
  const say = (code: Parameters<typeof problem>[0], path: Path, facts: Parameters<typeof problem>[3]) =>
    problems.push(problem(code, at.place(path), path, facts));
  const seats = parties.flatMap((p) =>
    p.cells.flatMap((c) => c.seats.map((s) => ({ seat: `seat:${s.id}`, at: [`seat:${s.id}`, `cell:${c.id}`, `party:${p.id}`] }))),
  );
  plans.forEach(({ forum, options }, p) => {
    const members = (forums.find((f) => f.id === forum)?.members ?? []).map((m) => ({
      party: m.party,
      seats: seats.filter((s) => s.at.some((a) => m.seats.includes(a))).map((s) => s.seat),
    }));
    options.forEach(({ steps }, o) => {
      const path = ['plans', p, 'options', o, 'steps'];
      const party = (lead: string | undefined) => members.find((m) => m.seats.includes(lead ?? ''))?.party;
      const cards = steps.map(
        ({ id, text, when, ...terms }): Step => ({
          id,
          text,
          terms: { ...terms, word: terms.word ?? (when === undefined ? undefined : party(terms.lead)) },
        }),
      );
      for (const { code, steps: of, meant = '' } of checkSteps(cards, members)) {
        const index = steps.findIndex((s) => s.id === of[0]);
        const there = [...path, Math.max(0, index)];
        const chain = of.join(' → ');
        if (code === 'cycle') say('steps-in-circle', there, { chain: `${chain} → ${of[0]}` });
        else if (code === 'impossible') say('steps-impossible', there, { chain: of.join(', ') });
        else if (code === 'lead-not-here') say('not-at-table', [...there, 'lead'], { value: meant, forum });
        else if (WHY[code]) say('step-unready', there, { id: of[0] ?? '', why: WHY[code] });
      }
    });
  });
  return problems;
}
