import { JUNCTIONS, type Naming, namesIn } from '@entente/engine';
import { OUTCOMES, OUTCOMES_OF, type ProcedureName } from '@entente/engine/consultation';
import { Checker } from './checker.ts';
import { kindOf } from './kinds.ts';
import { type Names, rowsOf } from './names.ts';
import { nearest } from './nearest.ts';
import { type Both, type Code, type Path, type Problem, problem } from './problem.ts';
import { checkRehearsal } from './rehearsal.ts';
import type { Places } from './shape.ts';
import { checkTimes } from './times.ts';

type Raw = Record<string, unknown>;
const isKeyed = (v: unknown): v is Raw => typeof v === 'object' && v !== null && !Array.isArray(v);

/** Every name used is one that exists; everything named is named once; nothing waits for itself. */
export function checkReferences(value: Raw, names: Names, at: Places, files: ReadonlySet<string> = NONE): Problem[] {
  const check = new References(names, at, files);
  check.ids(value);
  check.lists(value);
  check.cycles(value);
  return [...check.problems, ...checkTimes(value, at)];
}

const NONE: ReadonlySet<string> = new Set();

class References extends Checker {
  readonly names: Names;
  readonly posts: ReadonlySet<string>;
  readonly recipients: ReadonlySet<string>;
  readonly senders: ReadonlySet<string>;
  readonly correspondents: ReadonlySet<string>;
  readonly controllers: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
  /** Whom one can ask for release. */
  readonly originators: ReadonlySet<string>;
  /** Paths of the files that are there for injects to name. */
  readonly files: ReadonlySet<string>;
  /** What a condition may name, by its kind, and what it is called where there is no such thing. */
  readonly #kinds: Readonly<Record<Exclude<Naming['kind'], 'variable'>, readonly [Code, ReadonlySet<string>]>>;

  constructor(names: Names, at: Places, files: ReadonlySet<string>) {
    super(at);
    this.files = files;
    this.names = names;
    const posts = names.posts();
    const controllers = names.controllers();
    this.posts = new Set(posts);
    this.recipients = new Set(['public', 'everyone', ...posts]);
    this.senders = new Set(['control', ...names.entities, ...posts]);
    this.correspondents = new Set([...this.recipients, ...controllers, ...[...names.entities].map((e) => `entity:${e}`)]);
    this.controllers = new Set(controllers);
    this.items = new Set(names.items.keys());
    this.originators = new Set(names.originators());
    this.events = new Set([...names.injects, ...names.expects]);
    this.#kinds = {
      milestone: ['unknown-milestone', new Set(names.milestones)],
      inject: ['unknown-inject', new Set(names.injects)],
      expected: ['unknown-expected', new Set(names.expects)],
      item: ['unknown-item', this.items],
      post: ['unknown-address', this.posts],
      correspondent: ['unknown-address', this.correspondents],
      originator: ['unknown-address', this.originators],
      party: ['unknown-party', new Set(names.parties.keys())],
      forum: ['unknown-forum', new Set(names.forums.keys())],
      subject: ['unknown-subject', names.subjects],
      topic: ['unknown-topic', new Set(names.topics.keys())],
      line: ['unknown-line', names.lines],
      said: ['unknown-said', names.said],
      outlet: ['unknown-outlet', names.outlets],
      plan: ['unknown-plan', names.plans],
      option: ['unknown-option', new Set(names.options.keys())],
      step: ['unknown-step', new Set(names.steps())],
    };
  }

  ids(value: Raw): void {
    const events = new Map<string, Path>();
    const lists: [string, Map<string, Path>][] = ['entities', 'variables', 'milestones', 'moves', 'objectives'].map((key) => [
      key,
      new Map(),
    ]);
    lists.push(['injects', events], ['expects', events]);
    for (const [key, taken] of lists) for (const { row, index } of rowsOf(value, key)) this.once(row, [key, index], taken);
    const tasks = new Map<string, Path>();
    for (const { row, index } of rowsOf(value, 'objectives'))
      for (const t of rowsOf(row, 'tasks')) this.once(t.row, ['objectives', index, 'tasks', t.index], tasks);
    const [parties, cells, seats] = [new Map<string, Path>(), new Map<string, Path>(), new Map<string, Path>()];
    for (const p of rowsOf(value, 'parties')) {
      this.once(p.row, ['parties', p.index], parties);
      for (const c of rowsOf(p.row, 'cells')) {
        const path = ['parties', p.index, 'cells', c.index];
        this.once(c.row, path, cells);
        for (const s of rowsOf(c.row, 'seats')) this.once(s.row, [...path, 'seats', s.index], seats);
      }
    }
  }

  lists(value: Raw): void {
    for (const { row, index } of rowsOf(value, 'parties')) {
      if (isKeyed(row.capital)) this.zone(row.capital.zone, ['parties', index, 'capital', 'zone']);
    }
    if (Array.isArray(value.languages))
      value.languages.forEach((l, i) => {
        this.language(l, ['languages', i]);
      });
    for (const { row, index } of rowsOf(value, 'milestones')) this.condition(row.when, ['milestones', index, 'when']);
    for (const { row, index } of rowsOf(value, 'plans')) this.plan(row, ['plans', index]);
    for (const { row, index } of rowsOf(value, 'injects')) this.inject(row, ['injects', index]);
    for (const { row, index } of rowsOf(value, 'expects')) this.expected(row, ['expects', index]);
    checkRehearsal(value, this.names, this);
  }

  plan(row: Raw, path: Path): void {
    this.condition(row.need, [...path, 'need']);
    for (const option of rowsOf(row, 'options'))
      for (const step of rowsOf(option.row, 'steps'))
        this.condition(step.row.when, [...path, 'options', option.index, 'steps', step.index, 'when']);
  }

  inject(row: Raw, path: Path): void {
    if (Array.isArray(row.to))
      row.to.forEach((to, i) => {
        this.known('unknown-address', to, this.recipients, [...path, 'to', i]);
      });
    this.known('unknown-sender', row.from, this.senders, [...path, 'from']);
    if (Array.isArray(row.attachments))
      row.attachments.forEach((file, i) => {
        this.known('unknown-file', file, this.files, [...path, 'attachments', i]);
      });
    this.shared(row, path);
    this.condition(row.when, [...path, 'when']);
    if (!isKeyed(row.set)) return;
    for (const [id, v] of Object.entries(row.set)) this.variable(id, [v], [...path, 'set', id], true);
  }

  expected(row: Raw, path: Path): void {
    this.known('unknown-address', row.by, this.posts, [...path, 'by']);
    this.known('unknown-task', row.task, this.names.tasks, [...path, 'task']);
    this.shared(row, path);
    this.condition(row.seen, [...path, 'seen']);
  }

  shared(row: Raw, path: Path): void {
    this.known('unknown-controller', row.controller, this.controllers, [...path, 'controller']);
    this.known('unknown-objective', row.objective, this.names.objectives, [...path, 'objective']);
    if (!isKeyed(row.after)) return;
    const { event, milestone } = row.after;
    this.known('unknown-event', event, this.events, [...path, 'after', 'event']);
    this.known('unknown-milestone', milestone, this.names.milestones, [...path, 'after', 'milestone']);
    const count = [event, milestone].filter((x) => x !== undefined).length;
    if (count !== 1) this.say('after-what', [...path, 'after'], { count });
    if (row.at !== undefined) this.say('two-times', [...path, 'after'], {});
  }

  condition(value: unknown, path: Path): void {
    for (const { kind, id, path: inner } of namesIn(value)) {
      if (kind === 'variable') continue;
      const [code, known] = this.#kinds[kind];
      this.known(code, id, known, [...path, ...inner]);
    }
    this.asked(value, path);
  }

  /** What is wrong with a question besides its names: a variable of another kind, a party that asks itself. */
  asked(value: unknown, path: Path): void {
    if (Array.isArray(value))
      value.forEach((c, i) => {
        this.asked(c, [...path, i]);
      });
    if (!isKeyed(value) || path.length > DEEPEST) return;
    for (const key of JUNCTIONS) this.asked(value[key], [...path, key]);
    const { variable, request, matter, decision, statement, report, message } = value;
    if (isKeyed(message) && message.to === 'public') this.say('message-in-public', [...path, 'message', 'to'], {});
    if (isKeyed(message) && this.names.isOutlet(message.to))
      this.say('message-to-outlet', [...path, 'message', 'to'], { id: String(message.to) });
    if (isKeyed(variable) && typeof variable.id === 'string') {
      const { is, atLeast, atMost } = variable;
      this.variable(variable.id, [is, atLeast, atMost], [...path, 'variable', 'id']);
      if (is === undefined && atLeast === undefined && atMost === undefined)
        this.say('variable-unasked', [...path, 'variable'], { id: variable.id });
    }
    if (isKeyed(matter)) this.inForum(matter, [...path, 'matter']);
    if (isKeyed(decision)) this.duly(decision, [...path, 'decision']);
    if (isKeyed(statement)) this.stance(statement, [...path, 'statement']);
    if (isKeyed(report)) this.stance(report, [...path, 'report']);
    if (!isKeyed(request)) return;
    const { from, to } = request;
    if (typeof from === 'string' && this.posts.has(from) && to === `party:${this.names.partyOf(from)}`)
      this.say('asks-itself', [...path, 'request', 'to'], { from, to });
  }

  /** A matter of a forum is asked by or of its members, on its subjects, in its procedures. */
  inForum({ forum, by, subject, procedure, outcome }: Raw, path: Path): void {
    const there = typeof forum === 'string' ? this.names.forums.get(forum) : undefined;
    const forums = there ? [there] : [...this.names.forums.values()];
    const within = (key: string, value: unknown, known: readonly string[], why: (value: string) => Both): void => {
      if (typeof value === 'string' && !known.includes(value))
        this.say('not-of-forum', [...path, key], { why: why(value), meant: nearest(value, known), known: known.join(', ') || '–' });
    };
    const id = typeof forum === 'string' ? forum : '';
    if (there && typeof by === 'string' && this.names.parties.has(by))
      within('by', by, there.members, (v) => ({ en: `${v} is no member of ${id}`, ko: `${v}은(는) ${id}의 구성원이 아님` }));
    if (there?.procedures)
      within('procedure', procedure, there.procedures, (v) => ({ en: `${id} has no procedure ${v}`, ko: `${id}에 없는 절차: ${v}` }));
    if (typeof procedure === 'string' && Object.hasOwn(OUTCOMES_OF, procedure) && (OUTCOMES as readonly unknown[]).includes(outcome))
      within('outcome', outcome, [...OUTCOMES_OF[procedure as ProcedureName], 'withdrawn'], (v) => ({
        en: `${procedure} never ends as ${v}`,
        ko: `${procedure} 절차의 결과가 될 수 없음: ${v}`,
      }));
    if (typeof subject === 'string' && this.names.subjects.has(subject))
      within(
        'subject',
        subject,
        forums.flatMap((f) => f.subjects),
        (v) => ({
          en: `${id || 'no forum'} ${id ? 'is not consulted' : 'is consulted'} on ${v}`,
          ko: `${id ? `${id}에서는` : '어느 협의체도'} ${v}에 관하여 협의하지 않음`,
        }),
      );
  }

  /** Whether a decision was consulted on is asked only where a forum of its party was due to be asked. */
  duly({ by, subject, is }: Raw, path: Path): void {
    if (typeof by !== 'string' || !this.names.parties.has(by) || (is !== 'asked' && is !== 'unasked')) return;
    const due = [...this.names.forums.values()].filter((f) => f.subjects.length > 0);
    const parties = due.filter((f) => typeof subject !== 'string' || f.subjects.includes(subject)).flatMap((f) => f.members);
    if (parties.includes(by) || (typeof subject === 'string' && !due.some((f) => f.subjects.includes(subject)))) return;
    const why: Both = { en: `${by} need not consult before it decides that`, ko: `${by}은(는) 그 결정에 앞서 협의할 의무가 없음` };
    this.say('not-of-forum', [...path, 'by'], { why, meant: nearest(by, parties), known: [...new Set(parties)].join(', ') || '–' });
  }

  /** A stance is one that its topic has. */
  stance({ topic, stance }: Raw, path: Path): void {
    const known = typeof topic === 'string' ? this.names.topics.get(topic) : undefined;
    if (!known || typeof stance !== 'string' || known.includes(stance)) return;
    this.say('not-of-topic', [...path, 'stance'], {
      value: stance,
      topic: topic as string,
      meant: nearest(stance, known),
      known: known.join(', '),
    });
  }

  /** A variable exists, and is compared and set with values of the kind it begins with. */
  variable(id: string, values: readonly unknown[], path: Path, key = false): void {
    if (!this.names.variables.has(id)) {
      const place = key ? this.at.keyPlace(path) : this.at.place(path);
      this.problems.push(problem('unknown-variable', place, path, { value: id, meant: nearest(id, this.names.variables.keys()) }));
    }
    const first = this.names.variables.get(id);
    const other = values.find((v) => v !== undefined && typeof v !== 'object' && typeof v !== typeof first);
    if (first !== undefined && other !== undefined) this.say('variable-type', path, { id, holds: kindOf(first), used: kindOf(other) });
  }

  zone(value: unknown, path: Path): void {
    if (typeof value !== 'string') return;
    try {
      new Intl.DateTimeFormat('en', { timeZone: value });
    } catch {
      const zones = Intl.supportedValuesOf('timeZone');
      this.say('unknown-zone', path, {
        value,
        meant: nearest(value, zones) ?? zones.find((z) => z.toLowerCase().endsWith(`/${value.toLowerCase()}`)),
      });
    }
  }

  language(value: unknown, path: Path): void {
    if (typeof value !== 'string' || /^[a-z]{2}(-[A-Z]{2})?$/.test(value)) return;
    const words: Record<string, string> = { english: 'en', korean: 'ko', kr: 'ko', kor: 'ko', eng: 'en' };
    this.say('unknown-language', path, {
      value,
      meant: Object.hasOwn(words, value.toLowerCase()) ? words[value.toLowerCase()] : nearest(value, ['en', 'ko']),
    });
  }

  cycles(value: Raw): void {
    const after = new Map<string, { path: Path; on: string[] }>();
    for (const key of ['injects', 'expects']) {
      for (const { row, index } of rowsOf(value, key)) {
        if (typeof row.id !== 'string' || !isKeyed(row.after) || typeof row.after.event !== 'string') continue;
        after.set(row.id, { path: [key, index, 'after', 'event'], on: [row.after.event] });
      }
    }
    this.loops('after-cycle', after);
    const milestones = new Map<string, { path: Path; on: string[] }>();
    for (const { row, index } of rowsOf(value, 'milestones')) {
      if (typeof row.id === 'string') milestones.set(row.id, { path: ['milestones', index, 'when'], on: milestonesIn(row.when) });
    }
    this.loops('milestone-cycle', milestones);
  }
}

const DEEPEST = 60;

/** The milestones that a condition rests on. */
function milestonesIn(when: unknown): string[] {
  return namesIn(when).flatMap(({ kind, id }) => (kind === 'milestone' ? [id] : []));
}
