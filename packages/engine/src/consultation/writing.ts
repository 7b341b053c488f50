import { type Address, split } from '../audience.ts';
import type { Id, Text } from '../fact.ts';
import type { Look, Writing, Written } from '../room.ts';
import type { World } from '../world.ts';
import { current } from './brackets.ts';
import type { Done, Matter } from './language.ts';
import { isSame, seatOfAct, seatsOf, shutBy } from './matters.ts';
import type { TableText } from './texts-language.ts';

/**
 * What people write here for others, so that it can be given in one language more: what a matter asks, what is said in it, and
 * what was decided. What lies on the table only waits for one: its digest covers every language, so another is worded, and taken.
 */

interface Said {
  readonly id: Id;
  readonly at: number;
  readonly card: { readonly title: Text; readonly text: Text; readonly by: string; readonly authority?: Text | undefined };
}
const written = ({ id, at, card }: Said, over: boolean): Written => ({
  id,
  since: at,
  version: 0,
  title: card.title,
  texts: card.authority === undefined ? [card.text] : [card.text, card.authority],
  over,
});

/** The author of what a seat said: where control acted for it, that hand; of a party that control plays, control. */
function authorOf({ world, roster }: Pick<Look, 'world' | 'roster'>, id: Id, by: Address): Address {
  const hand = world.consultation.actedFor.get(id)?.by;
  return hand ?? (split(by)[0] === 'seat' && !roster.isPlayed(by) ? by : 'control');
}

function writing(
  of: (world: World) => ReadonlyMap<Id, Said>,
  over: (world: World, id: Id) => boolean,
  given: (look: Pick<Look, 'world' | 'roster'>, id: Id, seat: Address) => boolean,
): Writing {
  return {
    one(world, id) {
      const said = of(world).get(id);
      return said && written(said, over(world, id));
    },
    *all(look, viewer) {
      for (const said of of(look.world).values())
        if (split(viewer)[0] !== 'seat' || given(look, said.id, viewer)) yield written(said, over(look.world, said.id));
    },
    author: (look, id) => authorOf(look, id, of(look.world).get(id)?.card.by ?? 'control'),
    translate: (ctx, id, { language, title = '', texts: [text = '', authority] }) => [
      { event: { type: 'ConsultationTranslated', of: id, language, title, text, authority }, to: ctx.holdersAmong(['everyone'], id) },
    ],
  };
}

/** True if the seat sits at the table on which a matter or a text lies. */
const sitsAt = ({ world: { consultation } }: Pick<Look, 'world'>, lies: { readonly forum: Id } | undefined, seat: Address): boolean => {
  const forum = consultation.forums.get(lies?.forum ?? '');
  return forum !== undefined && seatsOf(forum).includes(seat);
};

export const matterWriting = writing(
  (world) => world.consultation.matters,
  (world, id) => world.consultation.matters.get(id)?.closed?.outcome === 'withdrawn',
  (look, id, seat) => sitsAt(look, look.world.consultation.matters.get(id), seat),
);
export const decisionWriting = writing(
  (world) => world.consultation.decisions,
  () => false,
  ({ world, roster }, id, seat) => {
    const decision = world.consultation.decisions.get(id);
    return decision !== undefined && (decision.card.by === seat || roster.reaches(decision.to, seat));
  },
);

/** Words in a matter: of an act, of a position as it was shown to all, or by which it was closed. */
interface Words {
  readonly id: Id;
  readonly at: number;
  readonly text: Text;
  readonly over: boolean;
  readonly within: Id;
  /** As far as this world was told. */
  readonly by: Address | undefined;
  /** The act by which it was said, where this world was told of it. */
  readonly act: Id;
}

/** All words in a matter. Of what was shown when it closed, that stands for the act: all hold it. */
function* wordsIn({ id: within, acts, positions, closed }: Matter): Generator<Words> {
  const over = closed?.outcome === 'withdrawn';
  const told = (a: Done, act: Id): Words[] =>
    a.text === undefined ? [] : [{ id: a.id, at: a.at, text: a.text, over, within, by: seatOfAct(a), act }];
  for (const a of acts) if (!positions.some((p) => isSame(p, a))) yield* told(a, a.id);
  for (const p of positions) yield* told(p, acts.find((a) => isSame(a, p))?.id ?? p.id);
  if (closed?.text !== undefined)
    yield { id: closed.src, at: closed.at, text: closed.text, over: false, within, by: closed.by, act: closed.src };
}

/** What an id means of them: itself, or the act of what was shown. */
function wordsNamed(world: World, id: Id): Words | undefined {
  for (const matter of world.consultation.matters.values())
    for (const words of wordsIn(matter)) if (words.id === id || words.act === id) return words;
  return undefined;
}
const said = ({ id, at, text, over, within }: Words): Written => ({ id, since: at, version: 0, texts: [text], within, over });

/** Nobody’s: who broke a silence is told to the chair alone, and to others it is no side’s that they know. */
const UNTOLD = '';

export const wordsWriting: Writing = {
  one(world, id) {
    const words = wordsNamed(world, id);
    return words && said(words);
  },
  *all(look, viewer) {
    for (const matter of look.world.consultation.matters.values())
      if (split(viewer)[0] !== 'seat' || sitsAt(look, matter, viewer)) for (const words of wordsIn(matter)) yield said(words);
  },
  author(look, id) {
    const words = wordsNamed(look.world, id);
    return words?.by === undefined ? UNTOLD : authorOf(look, words.act, words.by);
  },
  translate(ctx, id, { language, texts: [text = ''] }) {
    const of = wordsNamed(ctx.world, id)?.id ?? id;
    return [{ event: { type: 'ConsultationTranslated', of, language, text }, to: ctx.holdersAmong(['everyone'], of) }];
  },
};

/** The paragraphs of a text as it stands; of its title nothing is changed any more. */
const onTable = (world: World, text: TableText): Written => ({
  ...{ id: text.id, since: current(text).at, version: text.versions.length - 1 },
  texts: current(text).paragraphs.map((p) => p.text),
  over: shutBy(world, text.id) === 'agreed',
});

export const textWriting: Writing = {
  worded: true,
  one(world, id) {
    const text = world.consultation.texts.get(id);
    return text && onTable(world, text);
  },
  *all(look, viewer) {
    for (const text of look.world.consultation.texts.values())
      if (split(viewer)[0] !== 'seat' || sitsAt(look, text, viewer)) yield onTable(look.world, text);
  },
  author: (look, id) => authorOf(look, id, look.world.consultation.texts.get(id)?.card.by ?? 'control'),
  translate: () => [],
};
