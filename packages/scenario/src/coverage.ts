import { knowsTime, openTo, type Roster, rosterOf, type Scenario } from '@entente/engine';
import { type Code, type Path, type Problem, problem } from './problem.ts';
import type { Places } from './shape.ts';

/** Doubts about the whole: who gets nothing, what nothing exercises, whose hand is the wrong one. */
export function checkCoverage(scenario: Scenario, at: Places): Problem[] {
  const problems: Problem[] = [];
  const say = (code: Code, path: Path, facts: Record<string, string>) => problems.push(problem(code, at.place(path), path, facts));
  const roster = rosterOf(scenario);
  sameLetters(scenario, say);
  seatsNobodyAddresses(scenario, roster, say);
  idleObjectives(scenario, say);
  scenario.injects.forEach((x, i) => {
    if (x.to.length === 0) say('no-recipients', ['injects', i, 'to'], { id: x.id });
    const parties = new Set(x.to.map((to) => roster.partyOf(to) ?? to));
    const owner = x.controller?.startsWith('control:') ? x.controller.slice('control:'.length) : undefined;
    if (owner !== undefined && [...parties].some((p) => p !== owner))
      say('controller-spans', ['injects', i, 'controller'], { party: owner, controller: `control:${owner}` });
    if (x.at !== undefined || x.after || x.when || x.manual) return;
    if (x.kind === 'contextual') say('no-trigger', ['injects', i], { id: x.id });
    else if (x.controller === undefined) say('contingency-unowned', ['injects', i], { id: x.id });
  });
  toldHands(scenario, roster, say);
  scenario.expects.forEach((x, i) => {
    const party = roster.parties.get(roster.partyOf(x.by) ?? '');
    if (party?.playedByControl) say('expected-unplayed', ['expects', i, 'by'], { by: x.by });
  });
  return problems;
}

/** Whoever reads a party’s mark by its letter would take one for the other, or not know why it is that letter. */
function sameLetters({ parties }: Scenario, say: Say): void {
  const first = (p: Scenario['parties'][number]): string => p.letter ?? p.id.charAt(0).toUpperCase();
  parties.forEach((party, i) => {
    const other = parties.slice(0, i).find((p) => first(p) === first(party));
    if (other)
      say('same-letter', party.letter === undefined ? ['parties', i] : ['parties', i, 'letter'], { letter: first(party), party: other.id });
  });
}

type Say = (code: Code, path: Path, facts: Record<string, string>) => void;

/** A hand is told when its row falls due: the author may choose that for a party’s own control, and should know it. */
function toldHands(scenario: Scenario, roster: Roster, say: Say): void {
  const names = { scenario, roster, injects: new Map(scenario.injects.map((x) => [x.id, x.id])) };
  const handOf = (controller: string | undefined, to: readonly string[]): string | undefined =>
    [...roster.parties.keys()].find((p) => controller === `control:${p}` && to.every((a) => roster.partyOf(a) === p));
  scenario.injects.forEach((x, i) => {
    const party = x.manual ? handOf(x.controller, x.to) : undefined;
    if (party !== undefined && !openTo(names, party, x)) say('hand-told', ['injects', i, 'controller'], { id: x.id, party });
  });
  scenario.expects.forEach((x, i) => {
    const party = handOf(x.controller, [x.by]);
    if (party !== undefined && !knowsTime(names, party, x.after)) say('hand-told', ['expects', i, 'controller'], { id: x.id, party });
  });
}

function seatsNobodyAddresses(scenario: Scenario, roster: Roster, say: Say): void {
  const reached = new Set(scenario.injects.flatMap((x) => x.to.flatMap((to) => roster.members(to))));
  scenario.parties.forEach((p, i) => {
    if (p.played === 'control') return;
    p.cells.forEach((c, j) => {
      c.seats.forEach((s, k) => {
        if (!reached.has(`seat:${s.id}`)) say('seat-not-addressed', ['parties', i, 'cells', j, 'seats', k], { id: s.id });
      });
    });
  });
}

function idleObjectives(scenario: Scenario, say: Say): void {
  const named = new Set([...scenario.injects, ...scenario.expects].map((x) => x.objective));
  const tasks = new Set(scenario.expects.map((x) => x.task));
  scenario.objectives.forEach((o, i) => {
    if (!named.has(o.id) && !o.tasks.some((t) => tasks.has(t.id))) say('objective-idle', ['objectives', i], { id: o.id });
  });
}

/** Files in the folder that neither an inject nor an item brings. */
export function idleFiles(scenario: Scenario, files: ReadonlyMap<string, unknown>): Problem[] {
  const used = new Set([...scenario.injects, ...scenario.items].flatMap((x) => x.attachments));
  return [...files.keys()].filter((path) => !used.has(path)).map((file) => problem('file-unused', { file, line: 1, column: 1 }, []));
}
