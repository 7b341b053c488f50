/**
 * A reference of the procedures, for tests: written from docs/consultation-rules.md alone, and importing nothing of the
 * room. It is a state chart, where the procedures are functions of a list of acts: each member has a cell with one word
 * in it, an act moves the word, and an outcome stays where it was put.
 */
export interface Step {
  readonly type: string;
  readonly party?: string | undefined;
  readonly at: number;
  readonly on?: string | undefined;
}
export interface Opening {
  readonly procedure: ChartName;
  readonly members: readonly string[];
  readonly chairs: readonly string[];
  readonly asker: string;
  readonly due?: number | undefined;
  readonly terms: Readonly<Record<string, string>>;
}
/** A matter after so many steps. `cells` has one word for each member; `text` is the digest that stands. */
export interface Matter extends Opening {
  readonly cells: Readonly<Record<string, string>>;
  readonly text: string | undefined;
  readonly outcome: string | undefined;
}
/** Why not, in the room’s own codes; or the matter as it is then. */
export type Answer = { readonly refused: string } | { readonly matter: Matter };

/** Where an act leads from a word: another word, or `!` and why it is refused. A word that is not listed: `else`. */
type Moves = Readonly<Record<string, string>>;
interface Chart {
  readonly start: { readonly asker: string; readonly asked: string };
  readonly acts: Readonly<Record<string, Moves>>;
  /** What the words of all members together bring: the first line whose words are all there are, or one of which is there. */
  readonly brings: readonly { readonly all?: readonly string[]; readonly some?: string; readonly outcome: string }[];
  /** What due brings, once it has passed. */
  readonly due?: (m: Matter) => string;
  /** What a chair’s closing brings, or `!` and why it is refused. */
  readonly closes?: Readonly<Record<string, (m: Matter, overdue: boolean) => string>>;
  /** What is needed of whom, the first that somebody’s word, or the time, asks for. */
  readonly needs: readonly { readonly what: string; readonly words?: readonly string[]; readonly after?: true }[];
  /** What a word becomes when the text has a new version; a word that is not listed stays. */
  readonly anew?: { readonly asker: Moves; readonly asked: Moves };
  /** Acts that may name the text on which they are done. */
  readonly names?: readonly string[];
  /** What follows for a member with this word if nobody acts; `else` for the rest. */
  readonly nothing: (m: Matter, word: string) => string;
}

const words = (m: Matter): string[] => m.members.map((p) => m.cells[p] ?? '');
const unlessDone = (start: string, done: string): Moves => ({ [start]: done, bystander: '!not-asked', else: '!done-already' });
const anyBut = (word: string): Moves => ({ [word]: '!done-already', else: word });

const CHARTS = {
  notification: {
    start: { asker: 'bystander', asked: 'told' },
    acts: { acknowledge: unlessDone('told', 'knows') },
    brings: [{ all: ['bystander', 'knows'], outcome: 'acknowledged' }],
    needs: [{ what: 'acknowledgement', words: ['told'] }],
    nothing: (_, word) => (word === 'told' ? 'escalates' : 'waits'),
  },
  consultation: {
    start: { asker: 'bystander', asked: 'silent' },
    acts: { view: unlessDone('silent', 'heard'), 'no-instructions': unlessDone('silent', 'heard') },
    brings: [{ all: ['bystander', 'heard'], outcome: 'answered' }],
    closes: { summarise: () => 'summarised' },
    needs: [{ what: 'position', words: ['silent'] }],
    anew: { asker: {}, asked: { heard: 'silent' } },
    names: ['view', 'no-instructions'],
    nothing: (_, word) => (word === 'silent' ? 'late' : 'waits'),
  },
  consensus: {
    start: { asker: 'joins', asked: 'silent' },
    acts: {
      join: anyBut('joins'),
      abstain: anyBut('abstains'),
      object: anyBut('objects'),
      'no-instructions': anyBut('without'),
    },
    brings: [{ all: ['joins', 'abstains'], outcome: 'agreed' }],
    closes: {
      conclude: (m, overdue) => (words(m).includes('objects') ? '!objection-stands' : overdue ? 'agreed' : '!not-due'),
      'take-note': () => 'noted',
      summarise: () => 'summarised',
    },
    needs: [
      { what: 'objection-lifted', words: ['objects'] },
      { what: 'conclusion', after: true },
      { what: 'position', words: ['silent', 'without', 'asks-anew'] },
    ],
    anew: {
      asker: { joins: 'asks-anew', abstains: 'asks-anew', without: 'asks-anew' },
      asked: { joins: 'silent', abstains: 'silent', without: 'silent' },
    },
    names: ['join', 'abstain', 'object', 'no-instructions', 'conclude'],
    nothing: (_, word) => (word === 'silent' ? 'late' : 'waits'),
  },
  silence: {
    start: { asker: 'quiet', asked: 'quiet' },
    acts: { object: { else: 'breaks' }, amend: { else: 'breaks' } },
    brings: [{ some: 'breaks', outcome: 'broken' }],
    due: () => 'adopted',
    needs: [{ what: 'silence' }],
    nothing: () => 'agreed',
  },
  'ad-referendum': {
    start: { asker: 'asking', asked: 'silent' },
    acts: {
      agree: { silent: 'agrees', asking: '!not-asked', else: '!done-already' },
      'agree-ad-referendum': { silent: 'for-capital', asking: '!not-asked', else: '!done-already' },
      object: { silent: 'objects', asking: '!not-asked', else: '!done-already' },
      confirm: { 'for-capital': 'agrees', asking: '!not-asked', else: '!nothing-to-confirm' },
      decline: { 'for-capital': 'objects', asking: '!not-asked', else: '!nothing-to-confirm' },
    },
    brings: [
      { some: 'objects', outcome: 'not-agreed' },
      { all: ['asking', 'agrees'], outcome: 'agreed' },
    ],
    due: (m) => (words(m).includes('silent') ? 'lapsed' : m.terms.unconfirmed === 'stands' ? 'agreed' : 'lapsed'),
    needs: [
      { what: 'agreement', words: ['silent'] },
      { what: 'confirmation', words: ['for-capital'] },
    ],
    nothing: (m) => (!words(m).includes('silent') && m.terms.unconfirmed === 'stands' ? 'agreed' : 'lapses'),
  },
  'joint-signature': {
    start: { asker: 'unsigned', asked: 'unsigned' },
    acts: { sign: { unsigned: 'signed', else: '!done-already' }, refuse: { else: 'refuses' } },
    brings: [
      { some: 'refuses', outcome: 'not-signed' },
      { all: ['signed'], outcome: 'signed' },
    ],
    due: () => 'not-signed',
    needs: [{ what: 'signature', words: ['unsigned'] }],
    anew: { asker: { signed: 'unsigned' }, asked: { signed: 'unsigned' } },
    nothing: () => 'lapses',
  },
} as const satisfies Record<string, Chart>;
export type ChartName = keyof typeof CHARTS;
const chartOf = (m: Opening): Chart => CHARTS[m.procedure];

/** Acts of this procedure, and those by which its chairs close it. */
export const wordsOf = (procedure: ChartName): { acts: string[]; closes: string[] } => {
  const chart: Chart = CHARTS[procedure];
  return { acts: Object.keys(chart.acts), closes: Object.keys(chart.closes ?? {}) };
};
/** Which only a chair may open. */
export const BY_CHAIR: readonly ChartName[] = ['silence'];

export function opened(o: Opening): Matter {
  const { start } = chartOf(o);
  const cells = Object.fromEntries(o.members.map((p) => [p, p === o.asker ? start.asker : start.asked]));
  return { ...o, cells, text: o.terms.digest, outcome: undefined };
}

/** The matter when the clock shows `now`: what due brings comes once it has passed, and not at due itself. */
export function clocked(m: Matter, now: number): Matter {
  if (m.outcome !== undefined || m.due === undefined || now <= m.due) return m;
  const outcome = chartOf(m).due?.(m);
  return outcome === undefined ? m : { ...m, outcome };
}

export function stepped(before: Matter, step: Step): Answer {
  const m = clocked(before, step.at);
  const chart = chartOf(m);
  if (step.party === undefined) return { matter: rewritten(m, step) };
  if (!m.members.includes(step.party)) return { refused: 'not-a-member' };
  if (m.outcome !== undefined) return { refused: 'closed' };
  const chairs = m.chairs.includes(step.party);
  if (step.type === 'withdraw')
    return chairs || step.party === m.asker ? { matter: { ...m, outcome: 'withdrawn' } } : { refused: 'not-the-chair' };
  if (['ask-time', 'reserve', 'interpret'].includes(step.type)) return { matter: m };
  const close = chart.closes?.[step.type];
  const other = chart.names?.includes(step.type) && step.on !== undefined && step.on !== m.text;
  if (close !== undefined) {
    if (chairs && other) return { refused: 'other-text' };
    const end = chairs ? close(m, m.due !== undefined && step.at > m.due) : '!not-the-chair';
    return end.startsWith('!') ? { refused: end.slice(1) } : { matter: { ...m, outcome: end } };
  }
  const moves = chart.acts[step.type];
  if (moves === undefined) return { refused: 'no-such-act' };
  if (other) return { refused: 'other-text' };
  if (step.type === 'sign' && (step.on === undefined || step.on !== m.text)) return { refused: 'other-text' };
  const word = m.cells[step.party] ?? '';
  const next = moves[word] ?? moves.else ?? '!no-such-act';
  return next.startsWith('!') ? { refused: next.slice(1) } : { matter: judged({ ...m, cells: { ...m.cells, [step.party]: next } }) };
}

/** A new version of the text: every signature is void, and whose consent is sought is asked again. */
function rewritten(m: Matter, step: Step): Matter {
  if (m.outcome !== undefined) return m;
  const { anew } = chartOf(m);
  const moves = (p: string): Moves => (p === m.asker ? anew?.asker : anew?.asked) ?? {};
  const cells = Object.fromEntries(Object.entries(m.cells).map(([p, word]) => [p, moves(p)[word] ?? word]));
  return { ...m, cells, text: step.on };
}

function judged(m: Matter): Matter {
  const all = words(m);
  const line = chartOf(m).brings.find((b) => (b.some === undefined ? all.every((w) => b.all?.includes(w)) : all.includes(b.some)));
  return line === undefined ? m : { ...m, outcome: line.outcome };
}

/** A chair moves due: to later than it is, and than now. */
export function prolonged(before: Matter, party: string, due: number, now: number): Answer {
  const m = clocked(before, now);
  if (!m.chairs.includes(party)) return { refused: 'not-the-chair' };
  if (m.outcome !== undefined) return { refused: 'closed' };
  if (due <= now || (m.due !== undefined && due <= m.due)) return { refused: 'no-later' };
  return { matter: { ...m, due } };
}

/** What an open matter still needs, and of whom. */
export function needed(m: Matter, now: number): { what: string; from: string[] } | undefined {
  for (const need of chartOf(m).needs) {
    if (need.after) {
      if (m.due !== undefined && now > m.due) return { what: need.what, from: [...m.chairs] };
      continue;
    }
    const from = m.members.filter((p) => need.words?.includes(m.cells[p] ?? ''));
    if (from.length > 0 || need.words === undefined) return { what: need.what, from };
  }
  return undefined;
}

export const ifNothing = (m: Matter, party: string): string => chartOf(m).nothing(m, m.cells[party] ?? '');
