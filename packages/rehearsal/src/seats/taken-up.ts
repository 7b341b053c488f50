import type { Address, Ms, Roster, Scenario } from '@entente/engine';
import type { Rule } from './rule.ts';

type Plan = Scenario['plans'][number];
/** Ready to be asked, by seat. */
type Rules = ReadonlyMap<Address, readonly Rule[]>;

const MINUTE = 60_000;
/** By what sides agree on a text, the lightest first. */
const AGREES = ['consensus', 'silence', 'ad-referendum', 'joint-signature'] as const;

/**
 * The same rules, by which of each plan that is named the named option is taken up: whoever puts another on the table puts that
 * one; and where nobody puts any, its forum’s chair does, and asks the others to agree.
 */
export function takenUp(rules: Rules, chosen: Readonly<Record<string, string>>, scenario: Scenario, roster: Roster): Rules {
  let changed = rules;
  for (const plan of scenario.plans) {
    const option = plan.options.find((o) => o.id === chosen[plan.id]);
    if (!option) continue;
    const ofPlan = optionsOf(plan, changed);
    let isTabled = false;
    const instead = (rule: Rule): Rule => {
      if (!('give' in rule.doing) || rule.doing.give.do !== 'TablePlan' || !ofPlan.has(String(rule.doing.give.fields.option))) return rule;
      isTabled = true;
      const { give } = rule.doing;
      if (give.fields.option === option.id) return rule;
      // What was said before the steps is said of another option.
      const { version: _, paragraphs: __, ...fields } = give.fields;
      return { ...rule, doing: { ...rule.doing, give: { ...give, fields: { ...fields, option: option.id, title: option.name } } } };
    };
    changed = new Map([...changed].map(([seat, list]) => [seat, list.map(instead)]));
    if (!isTabled) changed = tabledByChair(changed, plan, option, scenario, roster);
  }
  return changed;
}

/** What options of the plan are called: by the scenario, and by those who table one more. */
function optionsOf(plan: Plan, rules: Rules): ReadonlySet<string> {
  const called = new Set(plan.options.map((o) => o.id));
  for (const list of rules.values())
    for (const { doing, as } of list)
      if (as !== undefined && 'give' in doing && doing.give.do === 'TableOption' && doing.give.fields.board === plan.id) called.add(as);
  return called;
}

function tabledByChair(rules: Rules, plan: Plan, option: Plan['options'][number], scenario: Scenario, roster: Roster): Rules {
  const forum = scenario.forums.find((f) => f.id === plan.forum);
  const seats = [...(forum?.chairs ?? []), ...(forum?.members ?? []).map((m) => m.party)].flatMap((party) =>
    (forum?.members.find((m) => m.party === party)?.seats ?? []).flatMap((a) =>
      rules.has(a) ? [a] : roster.members(a).filter((s) => rules.has(s)),
    ),
  );
  const seat = seats.find((s) => roster.seats.get(s.slice('seat:'.length))?.may.includes('consult')) ?? seats[0];
  if (!forum || seat === undefined) return rules;
  const label = `plan ${plan.id}`;
  const procedure = AGREES.find((p) => forum.procedures.includes(p));
  const soon = (key: string, on: Rule['on'], minutes: number, command: 'TablePlan' | 'OpenMatter', fields: object, as?: string): Rule => ({
    ...{ key, on, as, after: { of: { lognormal: [minutes * MINUTE, 1.6] } } },
    doing: { give: { do: command, fields: { ...fields } } },
    otherwise: { nothing: true },
  });
  const table = soon(label, { time: neededAt(plan, scenario) }, 20, 'TablePlan', { option: option.id, title: option.name }, label);
  const agree = { forum: forum.id, procedure, title: option.name, text: option.name, on: label };
  const more = procedure === undefined ? [table] : [table, soon(`${label} agreed`, { label }, 3, 'OpenMatter', agree)];
  return new Map([...rules].map(([s, list]) => [s, s === seat ? [...more, ...list] : list]));
}

/** When the need for a plan shows, as far as the scenario sets a time for it; else at the beginning. */
function neededAt({ need }: Plan, { injects }: Scenario): Ms {
  if (need === undefined) return 0;
  if ('time' in need) return need.time;
  return 'inject' in need ? (injects.find((i) => i.id === need.inject.id)?.at ?? 0) : 0;
}
