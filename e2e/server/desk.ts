import {
  type Answer,
  audienceOf,
  emptyWorld,
  evolve,
  parseBody,
  type Recorded,
  type Roster,
  type SeatCopy,
  Verifier,
} from '@entente/engine';
import { type Browser, Player } from '../../packages/server/src/test/server.ts';

/** A copy as a feed numbers it. */
export type Copy = SeatCopy & { readonly no: number };
interface Page {
  readonly events: readonly Copy[];
  readonly next: number;
  readonly last: number;
}

/** A person at a seat over HTTP: sends commands, reads the own feed page by page, and folds it as a browser does. */
export class Desk {
  readonly seat: string;
  readonly world = emptyWorld();
  /** Everything that was read, in order. */
  readonly copies: Copy[] = [];
  #player: Player;

  constructor(seat: string, player: Player) {
    this.seat = seat;
    this.#player = player;
  }

  get player(): Player {
    return this.#player;
  }

  /** Goes on at another address with the same cookie: the server was started again. */
  moveTo(url: string): void {
    this.#player = Object.assign(new Player(url), { cookie: this.#player.cookie, path: this.#player.path });
  }

  /** Goes on with another session: the one before has ended. */
  sitDownAs(player: Player): void {
    this.#player = player;
  }

  /** Gives a command; a refusal is an answer too. @throws if the server says neither. */
  async give(command: object, id?: string): Promise<Answer> {
    const response = await this.#player.command(command, id);
    const body = (await response.json()) as Answer & { code: string; detail: string; details?: object };
    if (response.status === 200) return body;
    if (response.status !== 409) throw new Error(`${this.seat}: ${response.status} ${body.code} ${body.detail}`);
    const { code, detail: message, details } = body;
    return { ok: false, rejection: { code, message, ...(details === undefined ? {} : { details }) } } as Answer;
  }

  /** Gives a command that must not be refused. */
  async do(command: object, id?: string): Promise<Extract<Answer, { ok: true }>> {
    const answer = await this.give(command, id);
    if (!answer.ok) throw new Error(`${this.seat}: ${JSON.stringify(command)} was refused (${answer.rejection.code})`);
    return answer;
  }

  /** Reads on from what was read last to the end of the feed. @throws if a number is left out or comes again. */
  async catchUp(limit = 500): Promise<void> {
    for (let last = Number.POSITIVE_INFINITY; this.copies.length < last; ) {
      const response = await this.#player.fetch(this.#player.api(`/feed?after=${this.copies.length}&limit=${limit}`));
      if (!response.ok) throw new Error(`${this.seat}: the feed answers ${response.status}`);
      const page = (await response.json()) as Page;
      for (const copy of page.events) this.hold(copy);
      last = page.last;
    }
  }

  /** Takes the next event of the feed, however it came. */
  hold(copy: Copy): void {
    if (copy.no !== this.copies.length + 1) throw new Error(`${this.seat}: number ${copy.no} came after ${this.copies.length}`);
    this.copies.push(copy);
    evolve(this.world, copy.event, copy);
  }

  /** The export of this desk's own edition, line by line. */
  async exported(): Promise<string[]> {
    const text = await (await this.#player.fetch(this.#player.api('/export'))).text();
    return text.trimEnd().split('\n');
  }
}

/** Makes an exercise and hands out links to these seats; whoever opens one sits at a desk, and has not said a name yet. */
export async function opened(lobby: Browser, url: string, scenario: string, seats: readonly string[]) {
  const made = await lobby.post('/api/exercises', { scenario });
  if (made.status !== 201) throw new Error(`no exercise was made: ${await made.text()}`);
  const { id } = (await made.json()) as { id: string };
  const { links } = (await (await lobby.post(`/api/exercises/${id}/links`, { seats })).json()) as {
    links: { seat: string; url: string }[];
  };
  const desks = new Map<string, Desk>();
  for (const link of links) {
    const player = new Player(url);
    const { path } = (await (await player.post('/api/join', { token: link.url.split('#')[1] })).json()) as { path: string };
    desks.set(link.seat, new Desk(link.seat, Object.assign(player, { path })));
  }
  return { id, desks };
}

/** A desk that must be there. */
export function at(desks: ReadonlyMap<string, Desk>, seat: string): Desk {
  const desk = desks.get(seat);
  if (!desk) throw new Error(`nobody is at ${seat}`);
  return desk;
}

/** What `entente verify` says of an export. */
export function verdictOn(lines: readonly string[]) {
  const verifier = new Verifier();
  for (const line of lines) verifier.line(line);
  return verifier.verdict();
}

/** The bytes of an event in a line of an export: what was hashed. */
export function bodyIn(line: string): string {
  return line.slice(line.indexOf('"event":') + '"event":'.length, -1);
}

/** The events of lead control's export; its first line is no event. */
export function recordIn(lines: readonly string[]): Recorded[] {
  return lines.slice(1).map((line) => parseBody(bodyIn(line)));
}

/** What a viewer's feed must hold of a record: its own events, in order, with its own numbers and without their audience. */
export function ownCopies(record: readonly Recorded[], viewer: string, roster: Roster): Copy[] {
  return record
    .filter((r) => audienceOf(r, roster).viewers.has(viewer))
    .map(({ id, at, wall, event }, i) => ({ no: i + 1, id, at, wall, event }));
}
