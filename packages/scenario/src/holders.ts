import { effectiveLabel, judge, type Label, type LabelPolicy, type Roster, rosterOf, type Scenario, split } from '@entente/engine';
import { type Both, type Code, type Path, type Problem, problem } from './problem.ts';
import type { Places } from './shape.ts';

type Item = Scenario['items'][number];
type Say = (code: Code, path: Path, facts: Record<string, string | Both>) => void;

/** Doubts about who holds what: items that nobody gets, that nobody may give, and that the wrong ones have or need. */
export function checkHolders(scenario: Scenario, at: Places): Problem[] {
  const problems: Problem[] = [];
  const say: Say = (code, path, facts) => problems.push(problem(code, at.place(path), path, facts));
  const roster = rosterOf(scenario);
  const brought = new Map<string, string[]>();
  scenario.injects.forEach(({ item: id, to }, i) => {
    if (id === undefined) return;
    brought.set(id, [...(brought.get(id) ?? []), ...to]);
    const item = scenario.items.find((row) => row.id === id);
    if (!item) return;
    tooWide(scenario.labels, roster, item, to, ['injects', i, 'to'], say, true);
  });
  scenario.items.forEach((item, i) => {
    const path: Path = ['items', i];
    const got = brought.get(item.id) ?? [];
    if (item.held.length === 0 && got.length === 0) say('item-idle', path, { id: item.id });
    tooWide(scenario.labels, roster, item, item.held, [...path, 'held'], say);
    const lacking = item.needs.flatMap((needs, n) => (meetsAny(roster, [...item.held, ...got], needs) ? [] : [{ needs, n }]));
    withoutDesk(scenario, roster, item, lacking, path, say);
    outOfReach(scenario.labels, roster, item, lacking, path, say);
    item.keepFrom.forEach((party, k) => {
      const how = wrongHolder(roster, item, got, `party:${party}`);
      if (how) say('kept-from-holder', [...path, 'keepFrom', k], { party, how });
    });
    item.portions.forEach(({ releasableTo = [] }, p) => {
      releasableTo.forEach((party, k) => {
        if (item.keepFrom.includes(party)) say('kept-from-listed', [...path, 'portions', p, 'releasableTo', k], { party });
      });
    });
  });
  scenario.expects.forEach(({ by, needs }, i) => {
    const party = roster.partyOf(by);
    needs.forEach((need, n) => {
      const item = scenario.items.find((row) => row.id === need.split('/')[0]);
      if (item && party !== undefined && item.keepFrom.includes(party))
        say('needed-kept-from', ['expects', i, 'needs', n], { by, item: item.id, party });
    });
  });
  return problems;
}

type Lacking = readonly { readonly needs: string; readonly n: number }[];

/** A party that players play decides by seats with the right to release; without one its items stay where they are. */
function withoutDesk(scenario: Scenario, roster: Roster, item: Item, lacking: Lacking, path: Path, say: Say): void {
  const [kind, id] = split(item.originator);
  const party = kind === 'party' ? scenario.parties.find((p) => p.id === id) : undefined;
  if (!party || party.played === 'control') return;
  if (party.cells.some((c) => c.seats.some((s) => s.may.includes('release')))) return;
  for (const { needs, n } of lacking)
    if (roster.partyOf(needs) !== party.id) say('no-desk', [...path, 'needs', n], { needs, party: party.id });
}

/** What a release by its originator would be asked: how far the label reaches, and whether its readers are cleared. */
function fits(policy: LabelPolicy, roster: Roster, label: Label, to: string): boolean {
  return judge({
    policy,
    label,
    listed: undefined,
    to,
    toParty: roster.partyOf(to),
    byParty: undefined,
    originates: true,
    toOriginator: false,
    recalled: false,
    mayRelease: true,
    onward: 'free',
    granted: false,
    clients: [],
    parties: [...roster.parties.keys()],
    expires: undefined,
    now: 0,
  }).every((finding) => finding.ok);
}

/**
 * The author may say that a post holds from the start what no seat could have given it: meant now and then, a slip more
 * often. What goes to everybody, or comes by an inject, is kept back. Within the originator's party anything goes.
 */
function tooWide(policy: LabelPolicy, roster: Roster, item: Item, to: readonly string[], path: Path, say: Say, brought = false): void {
  const portions = item.portions.map((p) => p.label ?? policy.usual);
  const label = effectiveLabel(policy, item.label === undefined ? portions : [...portions, item.label]);
  to.forEach((address, i) => {
    if (`party:${roster.partyOf(address)}` === item.originator || fits(policy, roster, label, address)) return;
    const kept = brought || address === 'everyone' || address === 'public';
    say(kept ? 'withheld-too-wide' : 'given-too-wide', [...path, i], { id: item.id, to: address, label });
  });
}

/** Asks it of each portion. */
function outOfReach(policy: LabelPolicy, roster: Roster, item: Item, lacking: Lacking, path: Path, say: Say): void {
  for (const { needs, n } of lacking) {
    const goes = item.portions.some(({ label = policy.usual }) => fits(policy, roster, label, needs));
    const labels = [...new Set(item.portions.map((p) => p.label ?? policy.usual))];
    if (!goes) say('needed-out-of-reach', [...path, 'needs', n], { needs, label: labels.join(', ') });
  }
}

function wrongHolder(roster: Roster, item: Item, got: readonly string[], party: string): Both | undefined {
  if (meetsAny(roster, item.held, party)) return { en: 'holds it from the start', ko: '처음부터 보유함' };
  if (meetsAny(roster, got, party)) return { en: 'gets it by an inject', ko: '상황으로 받음' };
  return meetsAny(roster, item.needs, party) ? { en: 'needs it', ko: '이를 필요로 함(needs)' } : undefined;
}

/** True if somebody is behind one of the addresses and behind the other. */
export function meetsAny(roster: Roster, addresses: readonly string[], other: string): boolean {
  const members = new Set(roster.members(other));
  return addresses.some((a) => a === 'public' || roster.members(a).some((m) => members.has(m)));
}
