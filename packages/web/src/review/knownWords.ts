import { useText } from '../i18n/text.ts';
import { useWords } from '../i18n/words.ts';
import type { KnownLine } from './known.ts';
import { useReview } from './reviewContext.ts';

type Knowing = KnownLine['known']['parties'][number];

/** One party and one item in words: “Republic of Korea: holds it since 09:50, withheld 08:35 to 09:50, asked 09:10, acknowledged 09:52”. */
export function useLaneWords(): (k: Knowing) => string {
  const t = useWords('review');
  const { wording } = useReview();
  const { time } = wording;
  return (k) => {
    const party = wording.who(`party:${k.party}`);
    const said: string[] = [];
    if (k.held) said.push(t('knew.lane.since', { party, time: time(k.held.at) }));
    else if (k.part) said.push(t('knew.lane.part', { party, time: time(k.part.at) }));
    else said.push(t(k.withheld ? 'knew.lane.never' : 'knew.lane.none', { party }));
    if (k.withheld?.until !== undefined)
      said.push(t('knew.lane.withheldUntil', { from: time(k.withheld.from), until: time(k.withheld.until) }));
    else if (k.withheld) said.push(t('knew.lane.withheld', { time: time(k.withheld.from) }));
    for (const { kind, at } of k.marks)
      if (kind === 'requested' || kind === 'refused' || kind === 'recalled' || kind === 'acknowledged')
        said.push(t(`knew.lane.${kind}`, { time: time(at) }));
    if (k.overshared) said.push(t('knew.lane.overshared'));
    return said.join(', ');
  };
}

/** A whole row as it is read aloud. */
export function useSpoken(): (line: KnownLine) => string {
  const t = useWords('review');
  const text = useText();
  const { wording } = useReview();
  const lane = useLaneWords();
  return ({ title, label, originator, known }) =>
    [
      t('knew.spoken', { title: text(title), label, who: wording.who(originator) }),
      ...known.parties.map((k) => `${lane(k)}.`),
      ...known.due.map(
        (d) => `${t(`knew.due.${d.held ? 'held' : 'missed'}`, { number: d.number, time: wording.time(d.at), who: wording.who(d.by) })}.`,
      ),
    ].join(' ');
}
