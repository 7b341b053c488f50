import { split } from '../audience.ts';
import { narrower } from '../conditions.ts';
import type { Atom, Look } from '../room.ts';
import type { ReportAsk, StatementAsk, TopicAsk } from './asks.ts';
import { claimsOf, sidesOf } from './heard.ts';
import type { Report, Statement } from './language.ts';
import { counts, type Verdict, verdicts } from './verdicts.ts';

/** True if it is heard to say that of the topic. */
function says({ world }: Look, said: Statement | Report, { topic, stance }: Pick<StatementAsk, 'topic' | 'stance'>): boolean {
  if (topic === undefined) return true;
  for (const c of claimsOf(world, said) ?? NONE) if (c.topic === topic && (stance === undefined || c.stance === stance)) return true;
  return false;
}
const NONE: readonly never[] = [];

/** True if it corrects what the scenario calls so. */
function corrects({ world: { statements: own } }: Look, { links }: Statement | Report, planned: string | undefined): boolean {
  if (planned === undefined) return true;
  const brought = own.plans.get(planned)?.brought?.said;
  return brought !== undefined && links.some((l) => l.how === 'corrects' && l.to === brought);
}

function isBy({ roster }: Look, statement: Statement, by: string | undefined): boolean {
  const speaker = statement.card.by ?? statement.named?.by;
  if (by === undefined || speaker === by) return true;
  const [kind, party = ''] = split(by);
  return (kind === 'party' && sidesOf(statement).includes(party)) || (speaker !== undefined && roster.within(speaker, by));
}

export const statementAtom: Atom<StatementAsk> = {
  holds(look, asked) {
    const { by, line, attribution, joint } = asked;
    const own = look.world.statements;
    for (const s of own.statements.values()) {
      if (attribution !== undefined && s.card.attribution !== attribution) continue;
      if (!isBy(look, s, by) || !says(look, s, asked) || !corrects(look, s, asked.corrects)) continue;
      if (joint !== undefined && joint !== sidesOf(s).length > 1) continue;
      if (line === undefined || s.links.some((l) => l.how === 'line' && own.lines.get(l.to)?.named?.scenario === line)) return true;
    }
    return false;
  },
  keys: () => ['said'],
  names: ({ by, topic, line, corrects: said }) => [
    { kind: 'correspondent', id: by, at: 'by' },
    { kind: 'topic', id: topic, at: 'topic' },
    { kind: 'line', id: line, at: 'line' },
    { kind: 'said', id: said, at: 'corrects' },
  ],
  implies: narrower,
};

export const reportAtom: Atom<ReportAsk> = {
  holds(look, asked) {
    const outlet = asked.outlet === undefined ? undefined : `entity:${asked.outlet}`;
    for (const r of look.world.statements.reports.values())
      if ((outlet === undefined || r.card.outlet === outlet) && says(look, r, asked) && corrects(look, r, asked.corrects)) return true;
    return false;
  },
  keys: () => ['said'],
  names: ({ outlet, topic, corrects: said }) => [
    { kind: 'outlet', id: outlet, at: 'outlet' },
    { kind: 'topic', id: topic, at: 'topic' },
    { kind: 'said', id: said, at: 'corrects' },
  ],
  implies: narrower,
};

export const topicAtom: Atom<TopicAsk> = {
  holds({ world }, { topic, is, between }) {
    const concerns = (v: Verdict): boolean =>
      v.parties.length > 1 &&
      (topic === undefined || v.topics.includes(topic)) &&
      (between === undefined || v.parties.every((p) => between.includes(p)));
    const all = verdicts(world).filter(concerns);
    const open = all.filter((v) => PARTS.has(v.flag) && counts(v) && !v.closed);
    return is === 'aligned' ? open.length === 0 && all.some((v) => v.flag === 'consistent') : open.some((v) => v.flag === is);
  },
  keys: () => ['said'],
  names: ({ topic, between }) => [
    { kind: 'topic', id: topic, at: 'topic' },
    ...(between ?? []).map((id) => ({ kind: 'party', id, at: 'between' }) as const),
  ],
};
const PARTS: ReadonlySet<string> = new Set(['contradictory', 'ambiguous']);

const KEYS = ['said'];
/**
 * Any event of the room may change an answer: what was said, what was heard, and what terms mean by now. Time alone changes none:
 * a line counts as it stood when something was said.
 */
export const touchesSaid = (): readonly string[] => KEYS;
