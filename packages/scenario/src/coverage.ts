import { type Roster, rosterOf, type Scenario } from '@entente/engine';
import { type Code, type Path, type Problem, problem } from './problem.ts';
import type { Places } from './shape.ts';

/** Doubts about the whole: who gets nothing, what nothing exercises, whose hand is the wrong one. */
export function checkCoverage(scenario: Scenario, at: Places): Problem[] {
  const problems: Problem[] = [];
  const say = (code: Code, path: Path, facts: Record<string, string>) => problems.push(problem(code, at.place(path), path, facts));
  const roster = rosterOf(scenario);
  seatsNobodyAddresses(scenario, roster, say);
  idleObjectives(scenario, say);
  scenario.injects.forEach((x, i) => {
    const parties = new Set(x.to.map((to) => roster.partyOf(to) ?? to));
    const owner = x.controller?.startsWith('control:') ? x.controller.slice('control:'.length) : undefined;
    if (owner !== undefined && [...parties].some((p) => p !== owner))
      say('controller-spans', ['injects', i, 'controller'], { party: owner, controller: `control:${owner}` });
    if (x.at !== undefined || x.after || x.when || x.manual) return;
    if (x.kind === 'contextual') say('no-trigger', ['injects', i], { id: x.id });
    else if (x.controller === undefined) say('contingency-unowned', ['injects', i], { id: x.id });
  });
  scenario.expects.forEach((x, i) => {
    const party = roster.parties.get(roster.partyOf(x.by) ?? '');
    if (party?.playedByControl) say('expected-unplayed', ['expects', i, 'by'], { by: x.by });
  });
  return problems;
}

type Say = (code: Code, path: Path, facts: Record<string, string>) => void;

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
