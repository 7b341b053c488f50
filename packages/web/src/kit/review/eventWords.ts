import type { Text, World } from '@entente/engine';
import type { EditionEvent } from './edition.ts';
import type { EventWords, Facts, Wording } from './wording.ts';

const MOST = 90;

/** A text cut to one line, at a word where there is one. */
export function shortened(text: string, most = MOST): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** One event of the record as a sentence; the world is the whole edition's, so that ids can be named. */
export function eventSentence(recorded: EditionEvent, world: World, w: Wording): string {
  const facts = recorded.event as unknown as Readonly<Record<string, unknown>>;
  return w.say(`event.${variant(recorded, w)}`, valuesOf(facts, world, w));
}

/** What capabilities say, each of its own. */
function given<T>({ parts }: Wording, ask: (words: EventWords) => T | undefined): T[] {
  return parts.flatMap((part) => (part.sentences && ask(part.sentences)) ?? []);
}

/** Some events read differently by what they say. */
function variant({ event }: EditionEvent, w: Wording): string {
  return given(w, (words) => words.variant?.(event))[0] ?? event.type;
}

function valuesOf(facts: Facts, world: World, w: Wording): Record<string, unknown> {
  const text = (key: string): string | undefined => (typeof facts[key] === 'string' ? (facts[key] as string) : undefined);
  const time = (key: string): string | undefined => (typeof facts[key] === 'number' ? w.time(facts[key] as number) : undefined);
  const taking = world.takings.takings.get(text('taking') ?? '');
  const address = text('seat') ?? taking?.seat ?? text('by') ?? text('from');
  const to = Array.isArray(facts.to) ? (facts.to as string[]).map(w.who).join(', ') : time('to');
  return {
    who: address ? w.who(address) : '',
    by: facts.by ? w.who(text('by') ?? '') : '',
    to: to ?? '',
    from: typeof facts.from === 'number' ? time('from') : text('from') ? w.who(text('from') as string) : '',
    at: time('at') ?? '',
    deadline: time('deadline') ?? '',
    until: time('until') ?? '',
    rate: facts.rate ?? '',
    title: titleOf(facts, world, w),
    number: numberOf(facts, world, w),
    name: nameOf(facts, world, w),
    value: String(facts.value ?? ''),
    what: text('what') ?? '',
    party: text('party') ? w.who(`party:${text('party')}`) : '',
    ...Object.assign({}, ...given(w, (words) => words.values?.(facts, world, w))),
  };
}

function titleOf(facts: Facts, world: World, w: Wording): string {
  const card = facts.card as { title?: Text; text?: Text } | undefined;
  const own = (facts.title ?? facts.subject ?? card?.title ?? card?.text ?? facts.brief) as Text | undefined;
  // What was said on a thing is not what it was said on: its words come after the title of the thing.
  const said = own ?? given(w, (words) => words.title?.(facts, world))[0] ?? (facts.text as Text | undefined);
  return shortened(w.pick(said ?? titleOfThing(facts.about, world, w)));
}

/** By what events refer to things; ids are alike, so what a bare one names is asked under each. */
const REFERS = ['inject', 'delivery', 'expected', 'message', 'item', 'request', 'matter', 'decision', 'of'];

/** The title of a thing, whichever it is. */
export function titleOfThing(id: unknown, world: World, w: Wording): Text | undefined {
  if (typeof id !== 'string') return undefined;
  const facts = Object.fromEntries(REFERS.map((as) => [as, id]));
  return given(w, (words) => words.title?.(facts, world))[0];
}

function numberOf(facts: Facts, world: World, w: Wording): string {
  if (typeof facts.number === 'number') return String(facts.number);
  // A party's controllers have numbers of their own; one thing keeps one number in one review.
  return given(w, (words) => words.number?.(facts, world))[0] ?? '';
}

function nameOf(facts: Facts, world: World, w: Wording): string {
  if (facts.name !== undefined) return w.pick(facts.name as Text);
  return given(w, (words) => words.name?.(facts, world, w))[0] ?? String(facts.milestone ?? facts.variable ?? '');
}
