import type { Ms, Text, World } from '@entente/engine';
import { type Line, says } from '@entente/engine/statements';

/** A line that a side may use now: agreed by it, and not past its time. */
export function linesNow(world: World, party: string, now: Ms): readonly Line[] {
  const own = [...world.statements.lines.values()].filter(({ card }) => card.agreed.includes(party));
  return own
    .filter(({ card }) => card.until === undefined || now <= card.until)
    .sort((a, b) => b.card.agreed.length - a.card.agreed.length || b.at - a.at);
}

/** What a line says of one topic, and in which language it is said in these words. */
export interface Point {
  readonly topic: string;
  readonly name: Text;
  /** Languages that are written and do not name it. */
  readonly missing: readonly string[];
}

/** The line’s points, each looked for by its own words in every language that is written: nothing is understood, only found. */
export function pointsOf(world: World, { card }: Line, written: Readonly<Record<string, string>>): readonly Point[] {
  const names = (topic: string): readonly Text[] => {
    const { topics, terms } = world.statements;
    const own = topics?.list.find((x) => x.id === topic)?.name;
    const said = [...terms.values()].flatMap((term) =>
      [term.planned, ...term.meanings.values(), ...term.told, ...term.agreed].flatMap((x) => (x && x.topic === topic ? [x.name] : [])),
    );
    return [...(own === undefined ? [] : [own]), ...said];
  };
  const spoken = Object.keys(written).filter((language) => written[language]?.trim());
  return [...new Set(card.claims.map((c) => c.topic))].map((topic) => {
    const all = names(topic);
    const missing = spoken.filter((language) => !all.some((name) => says({ [language]: written[language] ?? '' }, name)));
    return { topic, name: all[0] ?? topic, missing };
  });
}
