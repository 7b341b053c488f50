import type { Due, Holding } from '@entente/engine';
import { shortened } from '../../../kit/review/eventWords.ts';
import type { Wording } from '../../../kit/review/wording.ts';
import { type KnownLine, partsAlone } from './known.ts';
import type { KnownMark } from './knownLayout.ts';
import { isGiving, toldMarks } from './knownMarks.ts';

type Knowing = KnownLine['known']['parties'][number];

/** Letters of an action's name that stand behind its number. */
const ACTION = 60;

/** One party and one item in words: “Republic of Korea: holds it since 09:50, needed but not given 08:35 to 09:50, asked 09:10”. */
export function laneWords(k: Knowing, wording: Wording, named: boolean): string {
  const { say, time, who } = wording;
  const said: string[] = [];
  const told = toldMarks(k);
  const had = (key: 'since' | 'part', { at, ended }: Holding): string => {
    const given = told.find((m) => isGiving(m) && m.at === at);
    const said = ended
      ? say(`knew.lane.${key}Until`, { from: time(at), until: time(ended.at) })
      : say(`knew.lane.${key}`, { time: time(at) });
    return withOutcome(said, given ?? {}, wording);
  };
  if (k.overshared) said.push(say('knew.lane.overshared'));
  for (const part of partsAlone(k)) said.push(had('part', part));
  for (const whole of k.holdings) said.push(had('since', whole));
  if (k.originator && k.holdings.length + k.partHoldings.length === 0) said.push(say('knew.lane.originator'));
  for (const span of k.withheld) said.push(lackWords(span, k.needed, wording));
  for (const mark of told) {
    const { kind, at } = mark;
    if (isGiving(mark) || kind === 'held') continue;
    const values = { time: time(at), of: mark.of === undefined ? '' : who(mark.of), who: parties(mark.for, wording) };
    said.push(withOutcome(say(`knew.lane.${kind}${mark.for ? 'For' : ''}`, values), mark, wording));
  }
  if (said.length === 0) said.push(say('knew.lane.none'));
  return named ? `${who(`party:${k.party}`)}: ${said.join(', ')}` : said.join(', ');
}

function lackWords({ from, until }: Knowing['withheld'][number], needed: boolean, { say, time }: Wording): string {
  const why = needed ? 'needed' : 'wanted';
  return until === undefined
    ? say(`knew.lane.${why}`, { time: time(from) })
    : say(`knew.lane.${why}Until`, { from: time(from), until: time(until) });
}

/** One mark of a party's lane in words: “11:54 First Vice Minister: requested, for United States”. */
export function markWords(mark: KnownMark, party: string, wording: Wording): string {
  const { kind, at, seat, due, needed, of, for: whom } = mark;
  if (due) return dueWords(due, wording);
  const { say, time, who } = wording;
  if (kind === 'expired') return `${time(at)} ${say('knew.mark.expired')}`;
  const plain = say(kind === 'withheld' ? `knew.why.${needed ? 'needed' : 'wanted'}` : `knew.mark.${kind}`);
  const asked = of === undefined ? plain : say('knew.markOf', { mark: plain, who: who(of) });
  const said = whom ? say('knew.markFor', { mark: asked, who: parties(whom, wording) }) : asked;
  return `${time(at)} ${who(seat ?? `party:${party}`)}: ${withOutcome(said, mark, wording)}`;
}

function parties(ids: readonly string[] | undefined, { who }: Wording): string {
  return (ids ?? []).map((p) => who(`party:${p}`)).join(', ');
}

/** Of an answer how late it came, and of a request that none ever did. */
function withOutcome(said: string, { lateBy, unanswered }: Pick<KnownMark, 'lateBy' | 'unanswered'>, { say, span }: Wording): string {
  if (lateBy !== undefined) return say('knew.saidLate', { said, span: span(lateBy) });
  return unanswered ? say('knew.saidUnanswered', { said }) : said;
}

/** An expected action that rested on an item: which it was, when it fell due, whether its actor held the item. */
export function dueWords({ number, text, at, by, held }: Due, { say, pick, time, who }: Wording): string {
  return say(`knew.due.${held ? 'held' : 'missed'}`, { number, text: shortened(pick(text), ACTION), time: time(at), who: who(by) });
}

/** A whole row as it is read aloud. */
export function spokenRow({ title, label, originator, known, of }: KnownLine, wording: Wording): string {
  const { say, pick, who } = wording;
  return [
    say('knew.spoken', { title: pick(title), label, who: who(originator) }),
    ...(known.card.expires === undefined ? [] : [`${say('item.expires', { time: wording.time(known.card.expires) })}.`]),
    ...(of ? [`${say(`knew.derived.${of.how}`, { title: pick(of.title) })}.`] : []),
    ...known.parties.map((k) => `${laneWords(k, wording, true)}.`),
    ...known.due.map((d) => `${dueWords(d, wording)}.`),
  ].join(' ');
}
