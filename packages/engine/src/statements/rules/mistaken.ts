import { haveAgreed, type Known, opposed, type Rule, type Side, shared, sorted, topicsOf } from './rule.ts';

/**
 * They speak of two topics that are easily mistaken for each other, and whoever mistakes them hears the one deny what the
 * other affirms. Who speaks of both, and against the other on neither, tells them apart; and sides that have agreed what the
 * term means are not mistaken.
 */
export const mistaken: Rule = (a, b, glossary) => {
  for (const known of glossary) {
    if (haveAgreed(known, a, b)) continue;
    for (const other of known.mistakenFor) {
      if (tellsApart(a, b, known, other) || tellsApart(b, a, known, other)) continue;
      if (parts(a, b, known, other) || parts(b, a, known, other))
        return { verdict: 'ambiguous', why: 'mistaken', topics: sorted([known.topic, other]), term: known.term };
    }
  }
  return undefined;
};

function tellsApart(side: Side, against: Side, { topic }: Known, other: string): boolean {
  const topics = topicsOf(side);
  const clash = shared(side, against, (x, y) => opposed(x.stance, y.stance));
  return topics.includes(topic) && topics.includes(other) && !clash.includes(topic) && !clash.includes(other);
}

function parts(names: Side, mistakes: Side, { topic }: Known, other: string): boolean {
  return names.claims.some((x) => x.topic === topic && mistakes.claims.some((y) => y.topic === other && opposed(x.stance, y.stance)));
}
