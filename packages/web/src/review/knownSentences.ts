import { type Due, requestCard, requestStatus, type World } from '@entente/engine';
import type { Wording } from './eventWords.ts';
import { evidenceOf } from './evidence.ts';
import { type Figure, median, type Sentence } from './figures.ts';
import type { KnownLine } from './known.ts';

/** An expected action that fell due, and the items that bore on it. */
interface Fallen {
  readonly due: Due;
  readonly held: readonly KnownLine[];
  readonly lacked: readonly KnownLine[];
}

/** What the matrix says of one action, as it stood at `now`: the one named, else the latest that lacked something, else the latest. */
export function dueSentences(
  lines: readonly KnownLine[],
  now: number,
  w: Pick<Wording, 'who' | 'time'>,
  expected?: string | undefined,
): Sentence[] {
  const fallen = fallenDue(lines, now);
  const told = fallen.find((f) => f.due.expected === expected) ?? fallen.find((f) => f.lacked.length > 0) ?? fallen[0];
  if (!told) return [];
  const { due, held, lacked } = told;
  const words = { number: due.number, time: w.time(due.at), who: w.who(due.by) };
  return [
    { key: 'knownDue', figures: { n: figure(held), all: figure([...held, ...lacked]) }, words },
    ...(lacked.length > 0 ? [{ key: 'knownLacked', figures: { n: figure(lacked) } }] : []),
  ];
}

/** The rest in figures: how often all was held, requests, and what never came or went too far. */
export function knownSentences(world: World, lines: readonly KnownLine[], now: number): Sentence[] {
  if (lines.length === 0 && world.sharing.requests.size === 0) return [];
  return [...duesSentence(lines, now), ...requestSentences(world), ...lineSentences(lines)];
}

function figure(lines: readonly KnownLine[]): Figure {
  const evidence = new Set(lines.flatMap((l) => l.known.parties.flatMap((p) => p.marks.map((m) => m.src))));
  return { value: lines.length, unit: 'count', evidence: [...evidence] };
}

function duesSentence(lines: readonly KnownLine[], now: number): Sentence[] {
  const fallen = fallenDue(lines, now);
  if (fallen.length < 2) return [];
  const whole = fallen.filter((f) => f.lacked.length === 0);
  const all = { ...figure(fallen.flatMap((f) => [...f.held, ...f.lacked])), value: fallen.length };
  return [{ key: 'knownDues', figures: { n: { ...figure(whole.flatMap((f) => f.held)), value: whole.length }, all } }];
}

/** The latest first. An item counts once for an action, however many of its portions the action needs. */
function fallenDue(lines: readonly KnownLine[], now: number): Fallen[] {
  const found = new Map<string, { due: Due; held: KnownLine[]; lacked: KnownLine[] }>();
  for (const line of lines) {
    const own = new Map<string, Due>();
    for (const due of line.known.due) {
      if (due.at <= now && own.get(due.expected)?.held !== false) own.set(due.expected, due);
    }
    for (const due of own.values()) {
      const fallen = found.get(due.expected) ?? { due, held: [], lacked: [] };
      (due.held ? fallen.held : fallen.lacked).push(line);
      found.set(due.expected, fallen);
    }
  }
  return [...found.values()].sort((a, b) => b.due.at - a.due.at);
}

/** “3 of 4 release requests answered; 12 min to an answer (median); 1 left without an answer.” What was withdrawn wants none. */
export function requestSentences(world: World): Sentence[] {
  const requests = [...world.sharing.requests.values()].filter((r) => requestStatus(r) !== 'withdrawn');
  if (requests.length === 0) return [];
  const count = (those: typeof requests): Figure => ({ value: those.length, unit: 'count', evidence: evidenceOf(...those) });
  const answered = requests.filter((r) => r.decided);
  const refused = answered.filter((r) => r.decided?.decision === 'refuse');
  const late = requests.filter((r) => requestStatus(r) === 'overdue');
  const took = median(answered.map((r) => (r.decided?.at ?? 0) - (requestCard(r)?.since ?? 0)));
  const sentences: Sentence[] = [{ key: 'requestsAnswered', figures: { n: count(answered), all: count(requests) } }];
  if (took !== undefined) sentences.push({ key: 'requestsAfter', figures: { time: { ...count(answered), value: took, unit: 'ms' } } });
  if (refused.length > 0) sentences.push({ key: 'requestsRefused', figures: { n: count(refused) } });
  if (late.length > 0) sentences.push({ key: 'requestsOverdue', figures: { n: count(late) } });
  return sentences;
}

function lineSentences(lines: readonly KnownLine[]): Sentence[] {
  const sentences: Sentence[] = [];
  const never = lines.filter((l) => l.says.some((s) => s.kind === 'never'));
  const over = lines.filter((l) => l.says.some((s) => s.kind === 'overshared'));
  if (never.length > 0) sentences.push({ key: 'knownNever', figures: { n: figure(never) } });
  if (over.length > 0) sentences.push({ key: 'knownOver', figures: { n: figure(over) } });
  if (sentences.length === 0) sentences.push({ key: 'knownItems', figures: { n: figure(lines) } });
  return sentences;
}
