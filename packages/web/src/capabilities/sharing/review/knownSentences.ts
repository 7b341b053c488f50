import { type Due, decidedAfter, decidedLateBy, median, type Roster, requestStatus, type World } from '@entente/engine';
import { shortened } from '../../../kit/review/eventWords.ts';
import { evidenceOf } from '../../../kit/review/evidence.ts';
import type { Figure, Sentence } from '../../../kit/review/figures.ts';
import type { Wording } from '../../../kit/review/wording.ts';
import { families, type KnownLine } from './known.ts';

/** An expected action that fell due, and the items that bore on it. */
interface Fallen {
  readonly due: Due;
  readonly held: readonly KnownLine[];
  readonly lacked: readonly KnownLine[];
}

/** Letters of an action's name in a sentence. */
const ACTION = 80;

/** What the matrix says of one action, as it stood at `now`: the one named, else the latest that lacked something, else the latest. */
export function dueSentences(
  lines: readonly KnownLine[],
  now: number,
  roster: Roster,
  w: Pick<Wording, 'say' | 'pick' | 'who' | 'time'>,
  expected?: string | undefined,
): Sentence[] {
  const fallen = fallenDue(lines, now);
  const told = fallen.find((f) => f.due.expected === expected) ?? fallen.find((f) => f.lacked.length > 0) ?? fallen[0];
  if (!told) return [];
  const { due, held, lacked } = told;
  const party = roster.partyOf(due.by);
  const own = w.who(due.by);
  const who = party === undefined || due.by === `party:${party}` ? own : w.say('knew.seatOf', { who: own, party: w.who(`party:${party}`) });
  const words = { number: due.number, text: shortened(w.pick(due.text), ACTION), time: w.time(due.at), who };
  // Which one is told is said, unless the reader chose it.
  const key = expected === undefined && lacked.length > 0 ? 'knownDueLacked' : 'knownDue';
  return [
    { key, figures: { n: figure(held), all: figure([...held, ...lacked]) }, words },
    ...(lacked.length > 0 ? [{ key: 'knownLacked', figures: { n: figure(lacked) } }] : []),
  ];
}

/** The rest in figures: how often all was held, what went too far or never came, and requests. */
export function knownSentences(world: World, lines: readonly KnownLine[], now: number): Sentence[] {
  if (lines.length === 0 && world.sharing.requests.size === 0) return [];
  return [...duesSentence(lines, now), ...lineSentences(lines), ...requestSentences(world)];
}

/** An item and what was made of it count once. */
function figure(lines: readonly KnownLine[]): Figure {
  const evidence = new Set(lines.flatMap((l) => l.known.parties.flatMap((p) => p.marks.map((m) => m.src))));
  return { value: families(lines), unit: 'count', evidence: [...evidence] };
}

function duesSentence(lines: readonly KnownLine[], now: number): Sentence[] {
  const fallen = fallenDue(lines, now);
  if (fallen.length < 2) return [];
  const whole = fallen.filter((f) => f.lacked.length === 0);
  const all = { ...figure(fallen.flatMap((f) => [...f.held, ...f.lacked])), value: fallen.length };
  return [{ key: 'knownDues', figures: { n: { ...figure(whole.flatMap((f) => f.held)), value: whole.length }, all } }];
}

/** The latest first. */
function fallenDue(lines: readonly KnownLine[], now: number): Fallen[] {
  const found = new Map<string, { due: Due; held: KnownLine[]; lacked: KnownLine[] }>();
  for (const line of lines) {
    for (const due of line.known.due.filter((d) => d.at <= now)) {
      const fallen = found.get(due.expected) ?? { due, held: [], lacked: [] };
      (due.held ? fallen.held : fallen.lacked).push(line);
      found.set(due.expected, fallen);
    }
  }
  return [...found.values()].sort((a, b) => b.due.at - a.due.at);
}

/** “3 of 4 release requests answered, 1 of them late; 12 min to an answer (median); 1 left without an answer.” What was withdrawn wants none. */
export function requestSentences(world: World): Sentence[] {
  const all = [...world.sharing.requests.values()].filter((r) => requestStatus(r) !== 'withdrawn');
  const passed = all.filter((r) => requestStatus(r) === 'passed');
  const requests = all.filter((r) => !passed.includes(r));
  if (all.length === 0) return [];
  const count = (those: typeof requests): Figure => ({ value: those.length, unit: 'count', evidence: evidenceOf(...those) });
  const answered = requests.filter((r) => r.decided);
  const refused = answered.filter((r) => r.decided?.decision === 'refuse');
  const late = requests.filter((r) => requestStatus(r) === 'overdue');
  const took = median(answered.flatMap((r) => decidedAfter(world, r) ?? []));
  const after = answered.filter((r) => decidedLateBy(r) !== undefined);
  const figures = { n: count(answered), all: count(requests) };
  const sentences: Sentence[] = [
    after.length > 0 ? { key: 'requestsAnsweredLate', figures: { ...figures, late: count(after) } } : { key: 'requestsAnswered', figures },
  ];
  if (took !== undefined) sentences.push({ key: 'requestsAfter', figures: { time: { ...count(answered), value: took, unit: 'ms' } } });
  if (refused.length > 0) sentences.push({ key: 'requestsRefused', figures: { n: count(refused) } });
  if (late.length > 0) sentences.push({ key: 'requestsOverdue', figures: { n: count(late) } });
  if (passed.length > 0) sentences.push({ key: 'requestsPassed', figures: { n: count(passed) } });
  return sentences;
}

function lineSentences(lines: readonly KnownLine[]): Sentence[] {
  const told = (
    [
      ['overshared', 'knownOver'],
      ['needed', 'knownNeeded'],
      ['wanted', 'knownWanted'],
    ] as const
  ).flatMap(([kind, key]): Sentence[] => {
    const found = lines.filter((l) => l.says.some((s) => s.kind === kind));
    return found.length > 0 ? [{ key, figures: { n: figure(found) } }] : [];
  });
  return told.length > 0 ? told : [{ key: 'knownItems', figures: { n: figure(lines) } }];
}
