import type { Scenario } from '@entente/engine';
import { Checker } from './checker.ts';
import { type Names, rowsOf } from './names.ts';
import { nearest } from './nearest.ts';
import { type Path, type Problem, pathText, problem } from './problem.ts';
import type { Places } from './shape.ts';

type Raw = Record<string, unknown>;
const isKeyed = (v: unknown): v is Raw => typeof v === 'object' && v !== null && !Array.isArray(v);
const listOf = (v: unknown): unknown[] => (Array.isArray(v) ? v : []);
const textsOf = (v: unknown): string[] => listOf(v).filter((x) => typeof x === 'string');

/** What is said in public and by whom: topics, terms, lines, press desks, statements, reports, questions, and the injects that bring them. */
export function checkPress(value: Raw, names: Names, at: Places): Problem[] {
  const check = new Press(value, names, at);
  check.entities(value);
  check.meanings(value);
  check.desks(value);
  check.said(value);
  check.injects(value);
  return check.problems;
}

class Press extends Checker {
  readonly names: Names;
  readonly parties: ReadonlySet<string>;
  readonly posts: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
  /** Who may speak in public: seats by their address, entities by their id. */
  readonly speakers: ReadonlySet<string>;
  /** By id: in which list it stands. */
  readonly kinds = new Map<string, 'statements' | 'reports' | 'questions'>();

  constructor(value: Raw, names: Names, at: Places) {
    super(at);
    this.names = names;
    this.parties = new Set(names.parties.keys());
    this.posts = new Set(names.posts());
    const idsOf = (key: string): Set<string> =>
      new Set(rowsOf(value, key).flatMap(({ row }) => (typeof row.id === 'string' ? [row.id] : [])));
    this.terms = idsOf('terms');
    const entities = rowsOf(value, 'entities').map(({ row }) => row);
    const seats = rowsOf(value, 'parties').flatMap((p) => rowsOf(p.row, 'cells').flatMap((c) => rowsOf(c.row, 'seats')));
    this.speakers = new Set([
      ...entities.flatMap((e) => (e.speaksFor === undefined ? [] : [String(e.id)])),
      ...seats.flatMap(({ row }) => (textsOf(row.may).includes('speak') ? [`seat:${row.id}`] : [])),
    ]);
    for (const key of ['statements', 'reports', 'questions'] as const) for (const id of idsOf(key)) this.kinds.set(id, key);
  }

  entities(value: Raw): void {
    for (const { row, index } of rowsOf(value, 'entities')) {
      const path: Path = ['entities', index];
      this.known('unknown-party', row.speaksFor, this.parties, [...path, 'speaksFor']);
      if (row.kind === 'media' && row.speaksFor !== undefined) this.say('outlet-speaks', [...path, 'speaksFor'], { id: String(row.id) });
      if (row.medium !== undefined && row.kind !== 'media') this.say('no-outlet', [...path, 'medium'], { id: String(row.id) });
      if (row.rank !== undefined && row.speaksFor === undefined) this.say('rank-of-nobody', [...path, 'rank'], { id: String(row.id) });
    }
  }

  /** Topics, the terms by which one speaks of them, and lines. */
  meanings(value: Raw): void {
    const [topics, terms, lines] = [new Map<string, Path>(), new Map<string, Path>(), new Map<string, Path>()];
    for (const { row, index } of rowsOf(value, 'topics')) this.once(row, ['topics', index], topics);
    for (const { row, index } of rowsOf(value, 'terms')) {
      const path: Path = ['terms', index];
      this.once(row, path, terms);
      this.topic(row.topic, [...path, 'topic']);
      listOf(row.mistakenFor).forEach((topic, i) => {
        this.topic(topic, [...path, 'mistakenFor', i]);
        if (typeof topic === 'string' && topic === row.topic)
          this.say('mistaken-for-itself', [...path, 'mistakenFor', i], { id: String(row.id), topic });
      });
      if (isKeyed(row.meanings))
        for (const party of Object.keys(row.meanings))
          if (!this.parties.has(party)) this.unknownKey('unknown-party', party, this.parties, [...path, 'meanings', party]);
    }
    for (const { row, index } of rowsOf(value, 'lines')) {
      const path: Path = ['lines', index];
      this.once(row, path, lines);
      this.claims(row.claims, [...path, 'claims']);
      listOf(row.agreed).forEach((party, i) => {
        this.known('unknown-party', party, this.parties, [...path, 'agreed', i]);
      });
    }
  }

  topic(value: unknown, path: Path): void {
    this.known('unknown-topic', value, new Set(this.names.topics.keys()), path);
  }

  /** A claim is of a topic, and a stance that the topic has; of one topic, in one term, one says one thing. */
  claims(value: unknown, path: Path): void {
    const before = new Map<string, Path>();
    for (const { row, index } of rowsOf({ value }, 'value')) {
      const own: Path = [...path, index];
      this.topic(row.topic, [...own, 'topic']);
      this.known('unknown-term', row.term, this.terms, [...own, 'term']);
      if (typeof row.topic !== 'string') continue;
      const key = `${row.topic} ${typeof row.term === 'string' ? row.term : ''}`;
      const stances = this.names.topics.get(row.topic);
      if (stances && typeof row.stance === 'string' && !stances.includes(row.stance))
        this.say('not-of-topic', [...own, 'stance'], {
          value: row.stance,
          topic: row.topic,
          meant: nearest(row.stance, stances),
          known: stances.join(', '),
        });
      const same = before.get(key);
      if (same) this.say('claimed-twice', [...own, 'topic'], { topic: row.topic, where: pathText(same) });
      else before.set(key, own);
    }
  }

  /** A side’s press desk is made of its own seats. */
  desks(value: Raw): void {
    const parties = new Map<string, Path>();
    for (const { row, index } of rowsOf(value, 'press')) {
      const path: Path = ['press', index];
      this.known('unknown-party', row.party, this.parties, [...path, 'party']);
      if (typeof row.party !== 'string') continue;
      const before = parties.get(row.party);
      if (before) this.say('desk-twice', [...path, 'party'], { party: row.party, where: pathText(before) });
      else parties.set(row.party, [...path, 'party']);
      const clearers = new Map<string, Path>();
      listOf(row.clearers).forEach((seat, i) => {
        const there: Path = [...path, 'clearers', i];
        this.own(seat, row.party as string, there);
        const earlier = typeof seat === 'string' ? clearers.get(seat) : undefined;
        if (earlier) this.say('clearer-twice', there, { seat: String(seat), where: pathText(earlier) });
        else if (typeof seat === 'string') clearers.set(seat, there);
      });
      this.own(row.up, row.party, [...path, 'up']);
      if (row.expired === 'passes-up' && row.up === undefined) this.say('passes-nowhere', [...path, 'expired'], { party: row.party });
      if (typeof row.up === 'string' && clearers.has(row.up))
        this.say('clearer-twice', [...path, 'up'], { seat: row.up, where: pathText(clearers.get(row.up) as Path) });
      if (isKeyed(row.ranks)) {
        const seats = new Set([...this.names.seats].filter(([, s]) => s.party === row.party).map(([id]) => id));
        for (const seat of Object.keys(row.ranks))
          if (!seats.has(seat)) this.unknownKey('unknown-seat', seat, seats, [...path, 'ranks', seat]);
      }
    }
  }

  own(seat: unknown, party: string, path: Path): void {
    const seats = new Set([...this.names.seats.keys()].map((s) => `seat:${s}`));
    this.known('unknown-address', seat, seats, path);
    if (typeof seat === 'string' && seats.has(seat) && this.parties.has(party) && this.names.partyOf(seat) !== party)
      this.say('seat-of-another', path, { value: seat, party });
  }

  /** What is planned to be said, reported and asked. The three lists share their ids, since an inject `says` one of them. */
  said(value: Raw): void {
    const taken = new Map<string, Path>();
    for (const { row, index } of rowsOf(value, 'statements')) {
      const path: Path = ['statements', index];
      this.once(row, path, taken);
      this.known('unknown-speaker', row.from, this.speakers, [...path, 'from']);
      if (isKeyed(row.question)) this.known('unknown-outlet', row.question.by, this.names.outlets, [...path, 'question', 'by']);
      this.known('unknown-line', row.line, this.names.lines, [...path, 'line']);
      this.among(row.corrects, ['statements'], [...path, 'corrects']);
      this.claims(row.claims, [...path, 'claims']);
    }
    const reads = new Map<string, { path: Path; on: string[] }>();
    for (const { row, index } of rowsOf(value, 'reports')) {
      const path: Path = ['reports', index];
      this.once(row, path, taken);
      this.known('unknown-outlet', row.outlet, this.names.outlets, [...path, 'outlet']);
      listOf(row.reads).forEach((said, i) => {
        this.among(said, ['statements', 'reports'], [...path, 'reads', i]);
      });
      this.among(row.corrects, ['reports'], [...path, 'corrects']);
      this.claims(row.claims, [...path, 'claims']);
      if (typeof row.id === 'string')
        reads.set(row.id, { path: [...path, 'reads'], on: [...textsOf(row.reads), ...textsOf([row.corrects])] });
    }
    this.loops('reads-cycle', reads);
    for (const { row, index } of rowsOf(value, 'questions')) {
      this.once(row, ['questions', index], taken);
      this.known('unknown-outlet', row.by, this.names.outlets, ['questions', index, 'by']);
    }
    if (isKeyed(value.posts))
      for (const { row, index } of rowsOf(value.posts, 'list'))
        this.known('unknown-sender', row.by, this.names.entities, ['posts', 'list', index, 'by']);
  }

  /** `value` is the id of something in one of these lists. */
  among(value: unknown, lists: readonly string[], path: Path): void {
    this.known('unknown-said', value, new Set([...this.kinds].flatMap(([id, kind]) => (lists.includes(kind) ? [id] : []))), path);
  }

  /** What goes to the public by itself is a report, or a statement: so its sender reports, or speaks for a side. */
  aloud(row: Raw, path: Path): void {
    const { from = 'control' } = row;
    if (typeof from !== 'string' || this.names.reporters.has(from) || (this.names.entities.has(from) && this.speakers.has(from))) return;
    this.say('says-nothing', [...path, row.from === undefined ? 'to' : 'from'], { from });
  }

  /** An inject brings what is said in public to all, and a question to whom it goes. */
  injects(value: Raw): void {
    const brought = new Map<string, Path>();
    for (const { row, index } of rowsOf(value, 'injects')) {
      const path: Path = ['injects', index];
      listOf(row.tells).forEach((term, i) => {
        this.known('unknown-term', term, this.terms, [...path, 'tells', i]);
      });
      if (row.says === undefined && textsOf(row.to).includes('public')) this.aloud(row, path);
      if (typeof row.says !== 'string') continue;
      const there: Path = [...path, 'says'];
      this.among(row.says, ['statements', 'reports', 'questions'], there);
      const kind = this.kinds.get(row.says);
      const open = textsOf(row.to).includes('public');
      if (kind === 'questions' && open) this.say('asks-nobody', there, { id: row.says });
      else if (kind !== undefined && kind !== 'questions' && !open && Array.isArray(row.to))
        this.say('says-to-some', there, { id: row.says });
      const before = kind === 'questions' ? undefined : brought.get(row.says);
      if (before) this.say('said-twice', there, { id: row.says, where: pathText(before) });
      else brought.set(row.says, there);
    }
    for (const key of ['statements', 'reports', 'questions'] as const)
      for (const { row, index } of rowsOf(value, key))
        if (typeof row.id === 'string' && !brought.has(row.id)) this.say('said-idle', [key, index], { id: row.id });
  }
}

/** Doubts about press desks: where nobody may speak, and where whoever speaks would clear it alone. */
export function checkDesks({ press, parties }: Scenario, at: Places): Problem[] {
  const problems: Problem[] = [];
  press.forEach(({ party, clearers }, i) => {
    const seats = parties.find((p) => p.id === party)?.cells.flatMap((c) => c.seats) ?? [];
    const speakers = seats.filter((s) => s.may.includes('speak')).map((s) => `seat:${s.id}`);
    const path: Path = ['press', i, speakers.length === 0 ? 'party' : 'clearers'];
    if (speakers.length === 0) problems.push(problem('nobody-speaks', at.place(path), path, { party }));
    else if (clearers.length === 1 && speakers.every((s) => s === clearers[0]))
      problems.push(problem('clears-own', at.place(path), path, { seat: speakers[0], party }));
  });
  return problems;
}
