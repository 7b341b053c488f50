import type { Text } from '../../fact.ts';
import { haveAgreed, type Known, type Rule, type Side, shared } from './rule.ts';

/** They say the same by a term of which each means something else, so that they seem to agree. */
export const twoMeanings: Rule = (a, b, glossary) => {
  for (const known of glossary) {
    if (haveAgreed(known, a, b) || !meanApart(known, a, b)) continue;
    const topics = shared(a, b, (x, y) => x.term === known.term && y.term === known.term && x.stance === y.stance);
    if (topics.length > 0) return { verdict: 'ambiguous', why: 'two-meanings', topics, term: known.term };
  }
  return undefined;
};

/** True if what each means is known, and is not the same. */
function meanApart({ meanings }: Known, a: Side, b: Side): boolean {
  const [mine, yours] = [meanings.get(a.party), meanings.get(b.party)];
  return mine !== undefined && yours !== undefined && plain(mine) !== plain(yours);
}
const plain = (text: Text): string =>
  typeof text === 'string'
    ? text
    : JSON.stringify(
        Object.keys(text)
          .sort()
          .map((language) => [language, text[language]]),
      );
