import { type LabelPolicy, scenarioSchema, split } from '@entente/engine';

type Raw = Record<string, unknown>;
const isKeyed = (v: unknown): v is Raw => typeof v === 'object' && v !== null && !Array.isArray(v);
/** The entries of a list that are keyed; their index is kept, since it leads to the line. */
export function rowsOf(value: unknown, key: string): { row: Raw; index: number }[] {
  const list = isKeyed(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return Array.isArray(list) ? list.flatMap((row, index) => (isKeyed(row) ? [{ row, index }] : [])) : [];
}
const idOf = (row: Raw): string | undefined => (typeof row.id === 'string' ? row.id : undefined);

/** What `needs` may say of an item's portions. */
export function portionNames(item: Raw): string[] {
  return Array.isArray(item.portions) ? item.portions.map((p: unknown, n) => (isKeyed(p) && idOf(p)) || `p${n + 1}`) : [];
}

/** What a forum says of itself, as far as it is written right. */
export interface ForumNames {
  readonly members: readonly string[];
  readonly subjects: readonly string[];
  /** Undefined: every procedure there is. */
  readonly procedures: readonly string[] | undefined;
}
const textsOf = (list: unknown): string[] => (Array.isArray(list) ? list.filter((x) => typeof x === 'string') : []);
function forumNames(row: Raw): ForumNames {
  const members = (Array.isArray(row.members) ? row.members : []).map((m: unknown) => (isKeyed(m) ? m.party : m));
  return {
    members: textsOf(members),
    subjects: textsOf(row.consultsBefore),
    procedures: Array.isArray(row.procedures) ? textsOf(row.procedures) : undefined,
  };
}

/** What an option says of itself: its steps, and the forum that compares it. */
export interface OptionNames {
  readonly plan: string;
  readonly steps: readonly string[];
}

/** The label policy, also where its usual label is wrong: that is told by itself. */
function policyOf(labels: unknown): LabelPolicy | undefined {
  const read = (from: unknown) => scenarioSchema.shape.labels.safeParse(from).data;
  return read(labels) ?? (isKeyed(labels) ? read({ ...labels, usual: undefined }) : undefined);
}

/**
 * Every name that a scenario gives, taken from the file as it stands, so that references can be checked
 * even while other parts of the file are wrong.
 */
export class Names {
  readonly parties = new Map<string, { played: boolean }>();
  readonly cells = new Map<string, string>();
  readonly seats = new Map<string, { party: string; cell: string }>();
  readonly entities = new Set<string>();
  readonly objectives = new Set<string>();
  readonly tasks = new Set<string>();
  readonly variables = new Map<string, unknown>();
  readonly milestones = new Set<string>();
  readonly injects = new Set<string>();
  readonly expects = new Set<string>();
  /** The names of each item's portions; those without one are p1, p2 … */
  readonly items = new Map<string, readonly string[]>();
  readonly forums = new Map<string, ForumNames>();
  /** What forums are consulted on before it is decided. */
  readonly subjects = new Set<string>();
  /** Lines, and what is planned to be said or asked: statements and reports, and questions. */
  readonly lines = new Set<string>();
  /** Each topic’s stances; undefined where all are possible. */
  readonly topics = new Map<string, readonly string[] | undefined>();
  readonly outlets = new Set<string>();
  /** Those whose word to the public is a report: outlets, and people who post. */
  readonly reporters = new Set<string>();
  readonly said = new Set<string>();
  readonly questions = new Set<string>();
  /** Boards on which options are compared, and the criteria by which. */
  readonly plans = new Set<string>();
  readonly criteria = new Set<string>();
  readonly options = new Map<string, OptionNames>();
  /** Undefined if the policy is written so wrongly that no label can be held against it. */
  readonly policy: LabelPolicy | undefined;

  constructor(value: unknown) {
    for (const { row: party } of rowsOf(value, 'parties')) {
      const id = idOf(party) ?? '';
      this.parties.set(id, { played: party.played === 'control' });
      for (const { row: cell } of rowsOf(party, 'cells')) {
        this.cells.set(idOf(cell) ?? '', id);
        for (const { row: seat } of rowsOf(cell, 'seats')) this.seats.set(idOf(seat) ?? '', { party: id, cell: idOf(cell) ?? '' });
      }
    }
    for (const { row } of rowsOf(value, 'objectives')) {
      this.objectives.add(idOf(row) ?? '');
      for (const { row: task } of rowsOf(row, 'tasks')) this.tasks.add(idOf(task) ?? '');
    }
    for (const { row } of rowsOf(value, 'variables')) this.variables.set(idOf(row) ?? '', row.value);
    for (const { row } of rowsOf(value, 'entities')) this.entities.add(idOf(row) ?? '');
    for (const { row } of rowsOf(value, 'milestones')) this.milestones.add(idOf(row) ?? '');
    for (const { row } of rowsOf(value, 'injects')) this.injects.add(idOf(row) ?? '');
    for (const { row } of rowsOf(value, 'expects')) this.expects.add(idOf(row) ?? '');
    for (const { row } of rowsOf(value, 'items')) this.items.set(idOf(row) ?? '', portionNames(row));
    for (const { row } of rowsOf(value, 'forums')) this.forums.set(idOf(row) ?? '', forumNames(row));
    for (const { row } of rowsOf(value, 'subjects')) this.subjects.add(idOf(row) ?? '');
    for (const { row } of rowsOf(value, 'topics'))
      this.topics.set(idOf(row) ?? '', Array.isArray(row.stances) ? textsOf(row.stances) : undefined);
    for (const { row } of rowsOf(value, 'entities')) {
      if (row.kind === 'media') this.outlets.add(idOf(row) ?? '');
      if (row.kind === 'media' || row.kind === 'public') this.reporters.add(idOf(row) ?? '');
    }
    for (const { row } of rowsOf(value, 'lines')) this.lines.add(idOf(row) ?? '');
    for (const key of ['statements', 'reports']) for (const { row } of rowsOf(value, key)) this.said.add(idOf(row) ?? '');
    for (const { row } of rowsOf(value, 'questions')) this.questions.add(idOf(row) ?? '');
    for (const { row } of rowsOf(value, 'plans')) {
      const plan = idOf(row) ?? '';
      this.plans.add(plan);
      for (const { row: criterion } of rowsOf(row, 'criteria')) this.criteria.add(idOf(criterion) ?? '');
      for (const { row: option } of rowsOf(row, 'options'))
        this.options.set(idOf(option) ?? '', { plan, steps: rowsOf(option, 'steps').map((s) => idOf(s.row) ?? '') });
    }
    this.policy = policyOf(isKeyed(value) ? value.labels : undefined);
  }

  /** True for the address of an outlet, or of people who post. */
  isOutlet(address: unknown): boolean {
    return typeof address === 'string' && address.startsWith('entity:') && this.reporters.has(address.slice('entity:'.length));
  }

  optionsOf(plan: string): Set<string> {
    return new Set([...this.options].flatMap(([id, o]) => (o.plan === plan ? [id] : [])));
  }

  /** The steps of all options. */
  steps(): string[] {
    return [...this.options.values()].flatMap((o) => o.steps);
  }

  /** Whom one can ask for release, and who can have made an item: parties and entities. */
  originators(): string[] {
    return [...[...this.parties.keys()].map((p) => `party:${p}`), ...[...this.entities].map((e) => `entity:${e}`)];
  }

  /** `party:…`, `cell:…` and `seat:…` of this scenario. */
  posts(): string[] {
    return [
      ...[...this.parties.keys()].map((p) => `party:${p}`),
      ...[...this.cells.keys()].map((c) => `cell:${c}`),
      ...[...this.seats.keys()].map((s) => `seat:${s}`),
    ];
  }

  /** True for `party:…`, `cell:…` or `seat:…` of this scenario. */
  isPost(address: string): boolean {
    const [kind, id = ''] = split(address);
    return (kind === 'party' && this.parties.has(id)) || (kind === 'cell' && this.cells.has(id)) || (kind === 'seat' && this.seats.has(id));
  }

  controllers(): string[] {
    return ['control', ...[...this.parties.keys()].map((p) => `control:${p}`)];
  }

  /** The party behind an address, if it has one. */
  partyOf(address: string): string | undefined {
    const [kind, id = ''] = split(address);
    if (kind === 'cell') return this.cells.get(id);
    if (kind === 'seat') return this.seats.get(id)?.party;
    return this.parties.has(id) ? id : undefined;
  }
}
