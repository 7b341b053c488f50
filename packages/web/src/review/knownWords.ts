import type { Wording } from './eventWords.ts';
import type { KnownLine } from './known.ts';

type Knowing = KnownLine['known']['parties'][number];

/** One party and one item in words: “Republic of Korea: holds it since 09:50, withheld 08:35 to 09:50, asked 09:10, acknowledged 09:52”. */
export function laneWords(k: Knowing, { say, time, who }: Wording, named: boolean): string {
  const said: string[] = [];
  if (k.held) said.push(say('knew.lane.since', { time: time(k.held.at) }));
  else if (k.part) said.push(say('knew.lane.part', { time: time(k.part.at) }));
  else said.push(say(k.withheld ? 'knew.lane.never' : 'knew.lane.none'));
  if (k.withheld?.until !== undefined)
    said.push(say('knew.lane.withheldUntil', { from: time(k.withheld.from), until: time(k.withheld.until) }));
  else if (k.withheld) said.push(say('knew.lane.withheld', { time: time(k.withheld.from) }));
  for (const { kind, at } of k.marks)
    if (kind === 'requested' || kind === 'refused' || kind === 'recalled' || kind === 'acknowledged')
      said.push(say(`knew.lane.${kind}`, { time: time(at) }));
  if (k.overshared) said.push(say('knew.lane.overshared'));
  return named ? `${who(`party:${k.party}`)}: ${said.join(', ')}` : said.join(', ');
}

/** A whole row as it is read aloud. */
export function spokenRow({ title, label, originator, known }: KnownLine, wording: Wording): string {
  const { say, pick, who, time } = wording;
  return [
    say('knew.spoken', { title: pick(title), label, who: who(originator) }),
    ...known.parties.map((k) => `${laneWords(k, wording, true)}.`),
    ...known.due.map((d) => `${say(`knew.due.${d.held ? 'held' : 'missed'}`, { number: d.number, time: time(d.at), who: who(d.by) })}.`),
  ].join(' ');
}
