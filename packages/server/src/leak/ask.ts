import type { Route } from '../http/house.ts';
import { type Answered, Browser } from './browser.ts';
import { editedBook } from './edited-book.ts';
import { socket, stream } from './lines.ts';
import type { EditionPair, Pair } from './pair.ts';
import type { Question } from './question.ts';
import { Asking, stockOf } from './questions.ts';

/** A place at which the viewer could tell one record from the other, or what is hidden from what never was. */
export interface Difference {
  readonly place: string;
  /** Both answers, from a little before they part. */
  readonly text: string;
}
/** Which places are asked about; all of them if absent. */
export type Wanted = (place: string) => boolean;

const OWN_DOOR = 'the-door';
const DOORS = [OWN_DOOR, 'the-door-of-control', 'no-such-door'];
/** One gate stands before all routes of a door: at a shut door, and without a session, so many routes in ten are asked with each pair. */
const SHUT_IN_TEN = 3;
/** It takes no fields, but a file. */
const WORKBOOK_BACK = 'POST /s/:door/api/msel/changes';
/** No session, or none of a director: answered before anything else of the question is read. */
const SHUT = 401;

/** Every difference, as it is found, between two servers that hold one record each and are asked the same things. */
export async function* differences(pair: Pair, wanted?: Wanted): AsyncGenerator<Difference> {
  const two = await Promise.all([Browser.at(pair, pair.one), Browser.at(pair, pair.other)]);
  try {
    const both = new Both(two, pair.viewer);
    yield* routes(both, pair, wanted);
    for (const [place, hear] of [
      ['socket', socket],
      ['stream', stream],
    ] as const) {
      if (wanted?.(place) === false) continue;
      // Comes in anew if the last question ended the session.
      yield* both.ask({ place, method: 'GET', url: '/s/the-door/api/me' });
      const [one, other] = await Promise.all(two.map(hear));
      if (one !== other) yield told(pair.viewer, place, one as string, other as string);
    }
  } finally {
    await Promise.all(two.map(({ server }) => server.close()));
  }
}

/** The first difference; undefined if the viewer cannot tell the records apart. */
export async function difference(pair: Pair, wanted?: Wanted): Promise<string | undefined> {
  for await (const { text } of differences(pair, wanted)) return text;
  return undefined;
}

async function* routes(both: Both, pair: Pair, wanted?: Wanted): AsyncGenerator<Difference> {
  const stock = stockOf(pair);
  for (const route of both.routes) {
    for (const door of route.path.includes(':door') ? DOORS : [OWN_DOOR]) {
      const asking = new Asking(route, pair, stock, door);
      const drawn = (): boolean => wanted !== undefined || stock.tape.chance(SHUT_IN_TEN);
      if (wanted?.(asking.name) !== false && (door === OWN_DOOR || drawn())) {
        const plain = asking.plain();
        yield* both.ask(plain);
        if (both.last?.status === SHUT) continue;
        if (drawn()) yield* both.ask(plain, false);
      }
      if (door === OWN_DOOR) yield* closely(both, asking, wanted);
      if (door === OWN_DOOR && asking.name === WORKBOOK_BACK && wanted?.(asking.name) !== false)
        yield* both.ask({ ...asking.plain(), file: await editedBook(pair) });
    }
  }
}

/** What is refused to those who only watch, whatever is in it, is asked with fewer values. */
async function* closely(both: Both, asking: Asking, wanted?: Wanted): AsyncGenerator<Difference> {
  const refused = new Set<string>();
  let asked = '';
  for (const question of asking.closer(wanted)) {
    const [command] = question.place.split('.') as [string];
    const again = question.twin === 'hidden' && asked === question.place;
    if (refused.has(command) && (question.twin === undefined || again)) continue;
    if (question.twin === 'hidden') asked = question.place;
    yield* both.ask(question);
    if (both.last?.code === 'not-for-you') refused.add(command);
  }
}

interface Asked {
  readonly question: Question;
  /** By both. */
  readonly answered: readonly Answered[];
}

/** The same questions to two servers. */
class Both {
  readonly #two: readonly Browser[];
  readonly #viewer: string;
  #never: Asked | undefined;
  /** The last answer. */
  last: Answered | undefined;

  constructor(two: readonly Browser[], viewer: string) {
    this.#two = two;
    this.#viewer = viewer;
  }

  get routes(): readonly Route[] {
    return this.#two[0]?.server.routes ?? [];
  }

  async *ask(question: Question, cookie = true): AsyncGenerator<Difference> {
    const answered = await Promise.all(this.#two.map((browser) => browser.ask(question, cookie)));
    const [one, other] = answered as [Answered, Answered];
    this.last = one;
    if (one.text !== other.text) yield told(`${this.#viewer}: ${words(question)}`, question.place, one.text, other.text);
    if (question.twin === 'never') this.#never = { question, answered };
    if (question.twin === 'hidden') yield* this.#beside(question, answered);
  }

  /** What is hidden is answered like what never was: like the last such question, or else like the same put again now. */
  async *#beside(question: Question, hidden: readonly Answered[]): AsyncGenerator<Difference> {
    if (!this.#never || this.#alike(question, hidden)) return;
    yield* this.ask(this.#never.question);
    if (this.#alike(question, hidden)) return;
    const i = hidden.findIndex((own, n) => !this.#alikeAt(n, question, own));
    const never = this.#never as Asked;
    const both = [bare(hidden[i] as Answered, question.asked), bare(never.answered[i] as Answered, never.question.asked)] as const;
    yield told(`${this.#viewer}: ${words(question)}, and what never was`, question.place, ...both);
  }

  #alike(question: Question, hidden: readonly Answered[]): boolean {
    return hidden.every((own, i) => this.#alikeAt(i, question, own));
  }

  #alikeAt(i: number, question: Question, own: Answered): boolean {
    const never = this.#never as Asked;
    return bare(own, question.asked) === bare(never.answered[i] as Answered, never.question.asked);
  }
}

/** An answer without what the question brought itself, and without what is drawn anew for each. */
function bare({ text }: Answered, asked: unknown): string {
  const own = String(asked);
  const echoes = [`"${own}"`, `“${own}”`, ...(own.length > 11 ? [own] : [])];
  return echoes
    .reduce((rest, echo) => rest.replaceAll(echo, '<asked>'), text)
    .replace(/"(set-cookie|content-length)":("[^"]*"|\[[^\]]*\]),?/g, '')
    .replace(/\be[0-9a-z]{20}\b/g, '<id>');
}

const words = ({ method, url, body }: Question): string => `${method} ${url} ${JSON.stringify(body) ?? ''}`;

function told(who: string, place: string, one: string, other: string): Difference {
  const at = [...one].findIndex((c, i) => c !== other[i]);
  const around = (text: string): string => text.slice(Math.max(0, at - 80), at + 160);
  return { place, text: `${who}\n  one:   …${around(one)}\n  other: …${around(other)}` };
}

/** The same for an edition: whole, page by page, and as a file. The report is drawn from the first. */
export async function editionDifference(pair: EditionPair): Promise<string | undefined> {
  const base = `/s/the-door/api/editions/${encodeURIComponent(pair.edition)}/feed`;
  const record = `/s/the-door/api/export?edition=${encodeURIComponent(pair.edition)}`;
  const two = await Promise.all([Browser.at(pair, pair.one), Browser.at(pair, pair.other)]);
  try {
    const both = new Both(two, `${pair.edition}, opened by ${pair.viewer}`);
    for (const url of [base, `${base}?after=2&limit=3`, `${base}?after=99999`, record])
      for await (const { text } of both.ask({ place: url, method: 'GET', url })) return text;
  } finally {
    await Promise.all(two.map(({ server }) => server.close()));
  }
  return undefined;
}
