import { leftOpen, silent } from './compatible.ts';
import { consistent } from './consistent.ts';
import { contradictory } from './contradictory.ts';
import { mistaken } from './mistaken.ts';
import type { Found, Glossary, Rule, Side } from './rule.ts';
import { twoMeanings } from './two-meanings.ts';

/** The gravest first; a new rule is a file and a line here. */
const RULES: readonly Rule[] = [contradictory, mistaken, twoMeanings, leftOpen, consistent, silent];

/** How two statements stand to each other: what the gravest rule finds. Of two that claim nothing, nothing. */
export function between(a: Side, b: Side, glossary: Glossary): Found | undefined {
  if (a.claims.length === 0 && b.claims.length === 0) return undefined;
  for (const rule of RULES) {
    const found = rule(a, b, glossary);
    if (found) return found;
  }
  return undefined;
}

/** The flags that two sides give: everything that parts them, not only the gravest. */
export function partings(a: Side, b: Side, glossary: Glossary): Found[] {
  return [contradictory, mistaken, twoMeanings].flatMap((rule) => rule(a, b, glossary) ?? []);
}
