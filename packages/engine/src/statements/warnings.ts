import type { Id, Ms, Text } from '../fact.ts';
import type { World } from '../world.ts';
import type { Claim } from './cards.ts';
import { claimsOf, glossaryAt, sidesOf } from './heard.ts';
import type { Statement, Term } from './language.ts';
import { departures } from './rules/line.ts';
import { partings } from './rules/pair.ts';
import type { Known, PairWhy, Side } from './rules/rule.ts';
import { lineOn } from './verdicts.ts';

/** What a draft says, as far as it is written. */
interface Drafted {
  readonly text: Text;
  readonly claims: readonly Claim[];
}
/** With what a draft would clash, and why. */
export interface Warning {
  readonly flag: 'contradictory' | 'ambiguous' | 'off-line';
  /** `named`: it uses the term itself, whatever it claims. */
  readonly why: PairWhy | 'departs' | 'named';
  readonly topics: readonly string[];
  readonly term?: string | undefined;
  /** The statement or line with which it clashes; absent: nothing public names either yet. */
  readonly with?: Id | undefined;
}
type Held = Pick<World, 'statements'>;

/**
 * What would be wrong with a draft if it were said now, from what this world holds alone: its side’s lines, what is public,
 * its own readings, the terms that it was told of. The same world gives the same warnings, whoever else knows more.
 */
export function warnings(world: Held, party: string, draft: Drafted, now: Ms): Warning[] {
  return [...ofClaims(world, party, draft, now), ...ofTerms(world, party, draft, now), ...ofLines(world, party, draft, now)];
}

/** Against what other sides stand by in public, as far as it is coded here. */
function ofClaims(world: Held, party: string, { claims }: Drafted, now: Ms): Warning[] {
  const mine: Side = { party, claims };
  const glossary = glossaryAt(world, now);
  const found: Warning[] = [];
  for (const [other, standing] of standingOf(world, party)) {
    const theirs: Side = { party: other, claims: standing.map((s) => s.claim) };
    for (const { verdict, why, topics, term } of partings(mine, theirs, glossary)) {
      const by = standing.find((s) => topics.includes(s.claim.topic));
      found.push({ flag: verdict === 'contradictory' ? verdict : 'ambiguous', why, topics, term, with: by?.statement.id });
    }
  }
  return found;
}

/** What every other side said last of each topic, of statements that are coded here. */
function standingOf(world: Held, party: string): ReadonlyMap<string, { readonly claim: Claim; readonly statement: Statement }[]> {
  const sides = new Map<string, Map<string, { readonly claim: Claim; readonly statement: Statement }>>();
  for (const statement of publicOf(world))
    for (const side of sidesOf(statement)) {
      if (side === party) continue;
      const standing = sides.get(side) ?? new Map();
      sides.set(side, standing);
      for (const claim of claimsOf(world, statement, party) ?? []) standing.set(claim.topic, { claim, statement });
    }
  return new Map([...sides].map(([side, standing]) => [side, [...standing.values()]]));
}

function publicOf({ statements: { statements } }: Held): Statement[] {
  return [...statements.values()].filter((s) => s.card.attribution !== 'off-record').sort((a, b) => a.at - b.at);
}

/** A term that is easily mistaken, used in the draft, while another side has not agreed what it means. */
function ofTerms(world: Held, party: string, { text, claims }: Drafted, now: Ms): Warning[] {
  const others = new Set(publicOf(world).flatMap((s) => sidesOf(s)));
  others.delete(party);
  const glossary = glossaryAt(world, now);
  return glossary.flatMap((known): Warning[] => {
    const names = namesOf(world.statements.terms.get(known.term));
    const agreed = others.size > 0 && [...others].every((other) => known.agreed.some((p) => p.includes(party) && p.includes(other)));
    if (known.mistakenFor.length === 0 || agreed || !names.some((name) => says(text, name))) return [];
    // Who speaks of both tells them apart.
    if (known.mistakenFor.some((t) => claims.some((c) => c.topic === t)) && claims.some((c) => c.topic === known.topic)) return [];
    const named = publicOf(world).findLast((s) => !sidesOf(s).includes(party) && speaksOf(world, s, known, names, party));
    return [{ flag: 'ambiguous', why: 'named', topics: [known.topic, ...known.mistakenFor], term: known.term, with: named?.id }];
  });
}

/** True if a statement or the question that it answers names the term, or claims something of its topics. */
function speaksOf(world: Held, said: Statement, { topic, mistakenFor }: Known, names: readonly Text[], party: string): boolean {
  const claimed = claimsOf(world, said, party) ?? [];
  if (claimed.some((c) => c.topic === topic || mistakenFor.includes(c.topic))) return true;
  const { question, text } = said.card;
  return names.some((name) => nearly(text, name) || (question !== undefined && nearly(question.text, name)));
}

/** How many words may stand between those of a name: “joint nuclear exercises” is heard as “joint exercises”. */
const BETWEEN = 2;

/** True if a text uses the words of a name in their order, with few between: what others said is looked at less strictly than one’s own words. */
function nearly(text: Text, name: Text): boolean {
  if (says(text, name)) return true;
  const texts = typeof text === 'string' ? [['', text] as const] : Object.entries(text);
  return texts.some(([language, words]) => {
    const names = typeof name === 'string' ? [name] : language === '' ? Object.values(name) : [name[language] ?? ''];
    const said = wordsOf(words);
    return names.some((n) => follows(said, wordsOf(n)));
  });
}
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

function follows(said: readonly string[], name: readonly string[]): boolean {
  if (name.length < 2) return false;
  return said.some((_, start) => {
    let at = start;
    // A Korean word carries its particle: it begins with the name’s.
    return name.every((word, i) => {
      const until = i === 0 ? at : at + BETWEEN;
      while (at <= until && at < said.length && !said[at]?.startsWith(word)) at++;
      return at <= until && at++ < said.length;
    });
  });
}

function namesOf(term: Term | undefined): Text[] {
  if (!term) return [];
  const { planned, meanings, told, agreed } = term;
  return [...(planned ? [planned] : []), ...meanings.values(), ...told, ...agreed].map((t) => t.name);
}

/** The line that the side has agreed with others on a topic, where the draft departs from it. */
function ofLines(world: Held, party: string, { claims }: Drafted, now: Ms): Warning[] {
  const departed = new Map<Id, string[]>();
  for (const claim of claims) {
    const line = lineOn(world, claim.topic, party, now);
    if (line && departures([claim], line.card).length > 0) departed.set(line.id, [...(departed.get(line.id) ?? []), claim.topic]);
  }
  return [...departed].map(([line, topics]): Warning => ({ flag: 'off-line', why: 'departs', topics, with: line }));
}

/** True if a text uses a name in one of its languages: found word by word, not understood. A name whose language the text does not say is looked for as it is. */
export function says(text: Text, name: Text): boolean {
  const texts = typeof text === 'string' ? [['', text] as const] : Object.entries(text);
  return texts.some(([language, words]) => {
    const names = typeof name === 'string' ? [name] : language === '' ? Object.values(name) : [name[language] ?? ''];
    return names.some((n) => plain(n) !== '' && plain(words).includes(plain(n)));
  });
}

/** Without regard to case, spaces, and the marks between words. */
const plain = (words: string): string =>
  words
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
