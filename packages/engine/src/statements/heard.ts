import type { Ms } from '../fact.ts';
import type { World } from '../world.ts';
import type { Claim } from './cards.ts';
import type { Report, Statement } from './language.ts';
import type { Glossary, Known } from './rules/rule.ts';

type Held = Pick<World, 'statements'>;

/**
 * What was said in a statement or report, as this world has it: as lead control heard it; else by the line that it uses;
 * else as that party read it, or as its own speaker meant it. Undefined: it is not coded yet.
 * `party`: through whose eyes; absent: lead control’s, or the public’s.
 */
export function claimsOf({ statements: own }: Held, said: Statement | Report, party?: string): readonly Claim[] | undefined {
  const told = said.heard?.claims ?? said.released?.claims;
  if (told) return told;
  const used = said.links.find((l) => l.how === 'line');
  const line = used && own.lines.get(used.to);
  if (line) return line.card.claims;
  const joint = own.joints.get(said.links.find((l) => l.how === 'joint')?.to ?? '');
  if (joint) return joint.card.claims;
  if (party === undefined) return undefined;
  return said.readings.get(party)?.claims ?? ('meant' in said && isOf(said, party) ? said.meant?.claims : undefined);
}

/** The sides for which something is said. */
export const sidesOf = ({ card }: Statement): readonly string[] => card.parties ?? [card.party];
const isOf = (said: Statement, party: string): boolean => sidesOf(said).includes(party);

/** What this world knows of terms, with the meanings that were agreed until then. */
export function glossaryAt({ statements: { terms } }: Held, at: Ms): Glossary {
  return [...terms].flatMap(([term, { planned, meanings, told, agreed }]): Known[] => {
    const pairs = planned ? [planned] : told.filter((t) => t.at <= at);
    const topic = pairs[0]?.topic ?? agreed[0]?.topic ?? [...meanings.values()][0]?.topic;
    if (topic === undefined) return [];
    return [
      {
        term,
        topic,
        mistakenFor: [...new Set(pairs.flatMap((p) => p.mistakenFor))],
        meanings: new Map([...meanings].map(([party, m]) => [party, m.text])),
        agreed: agreed.filter((a) => a.at <= at).map((a) => a.parties),
      },
    ];
  });
}
