import type { Scenario } from '@entente/engine';
import { PROCEDURES } from '@entente/engine/consultation';
import { Checker } from './checker.ts';
import { type Names, rowsOf } from './names.ts';
import { type Path, type Problem, pathText, problem } from './problem.ts';
import type { Places } from './shape.ts';

type Raw = Record<string, unknown>;
const isKeyed = (v: unknown): v is Raw => typeof v === 'object' && v !== null && !Array.isArray(v);
const listOf = (v: unknown): unknown[] => (Array.isArray(v) ? v : []);

/** Forums have members that exist, each once and with seats of its own, chairs among them, and subjects that exist. */
export function checkForums(value: Raw, names: Names, at: Places): Problem[] {
  const check = new Forums(names, at);
  const subjects = new Map<string, Path>();
  for (const { row, index } of rowsOf(value, 'subjects')) {
    check.once(row, ['subjects', index], subjects);
    listOf(row.needs).forEach((item, i) => {
      check.known('unknown-item', item, check.items, ['subjects', index, 'needs', i]);
    });
  }
  const forums = new Map<string, Path>();
  for (const { row, index } of rowsOf(value, 'forums')) {
    check.once(row, ['forums', index], forums);
    check.forum(row, ['forums', index]);
  }
  return check.problems;
}

class Forums extends Checker {
  readonly names: Names;
  readonly items: ReadonlySet<string>;
  readonly parties: ReadonlySet<string>;
  readonly posts: ReadonlySet<string>;

  constructor(names: Names, at: Places) {
    super(at);
    this.names = names;
    this.items = new Set(names.items.keys());
    this.parties = new Set(names.parties.keys());
    this.posts = new Set(names.posts());
  }

  forum(row: Raw, path: Path): void {
    const members = new Map<string, Path>();
    listOf(row.members).forEach((member, i) => {
      const own: Path = [...path, 'members', i];
      const [party, there]: [unknown, Path] = isKeyed(member) ? [member.party, [...own, 'party']] : [member, own];
      this.known('unknown-party', party, this.parties, there);
      if (typeof party !== 'string') return;
      const before = members.get(party);
      if (before) this.say('member-twice', there, { party, where: pathText(before) });
      else members.set(party, own);
      if (isKeyed(member)) this.delegation(member, party, own);
    });
    listOf(row.chairs).forEach((chair, i) => {
      const there = [...path, 'chairs', i];
      this.known('unknown-party', chair, this.parties, there);
      if (typeof chair === 'string' && this.parties.has(chair) && !members.has(chair))
        this.say('chair-no-member', there, { party: chair, known: [...members.keys()].join(', ') });
    });
    listOf(row.consultsBefore).forEach((subject, i) => {
      this.known('unknown-subject', subject, this.names.subjects, [...path, 'consultsBefore', i]);
    });
  }

  delegation(member: Raw, party: string, path: Path): void {
    listOf(member.seats).forEach((address, i) => {
      const there = [...path, 'seats', i];
      this.known('unknown-address', address, this.posts, there);
      if (typeof address === 'string' && this.posts.has(address) && this.names.partyOf(address) !== party)
        this.say('seat-of-another', there, { value: address, party });
    });
  }
}

/** Doubts about forums: whose word binds a member by chance, and subjects on which nobody is to be asked. */
export function checkDelegations({ forums, subjects, parties }: Scenario, at: Places): Problem[] {
  const problems: Problem[] = [];
  const say = (code: Parameters<typeof problem>[0], path: Path, facts: Record<string, string>) =>
    problems.push(problem(code, at.place(path), path, facts));
  const seats = parties.flatMap((p) => p.cells.flatMap((c) => c.seats.map((s) => ({ ...s, party: p.id, cell: c.id, played: p.played }))));
  forums.forEach(({ procedures, members }, f) => {
    if (procedures.every((p) => PROCEDURES[p].binds.length === 0)) return;
    members.forEach(({ party, seats: addresses }, m) => {
      const behind = addresses.flatMap((a) => seats.filter((s) => [`seat:${s.id}`, `cell:${s.cell}`, `party:${s.party}`].includes(a)));
      const [head] = behind;
      const named = addresses[0]?.startsWith('seat:') || behind.length === 1 || head?.played === 'control';
      if (head && !named && !behind.some((s) => s.may.includes('sign')))
        say('head-by-chance', ['forums', f, 'members', m], { party, seat: head.id });
    });
  });
  subjects.forEach(({ id }, i) => {
    if (!forums.some((f) => f.consultsBefore.includes(id))) say('subject-idle', ['subjects', i], { id });
  });
  return problems;
}
