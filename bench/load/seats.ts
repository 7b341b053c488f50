import { spread } from '../contest.ts';
import type { Expected } from './expected.ts';
import { Seat, type Told } from './seat.ts';
import type { RealServer } from './server.ts';

/** A person writes about so often, and acknowledges one message in three after reading it. */
const WRITES_EVERY_MS = 45_000;
const READS_MS = 4_000;
const ACKNOWLEDGES = 1 / 3;
const AT_REST = 30;
const REST_MS = 400;
/** How long stragglers may take before a missing event counts as lost. */
const GRACE_MS = 5_000;
const AT_ONCE = 20;

export interface Latency {
  readonly median: number;
  readonly p99: number;
}
interface Sent {
  readonly at: number;
  readonly id: string;
}

/** People at all seats of an exercise, and lead control, who has started the clock. */
export class RoomOfSeats {
  readonly #seats: readonly Seat[];
  readonly #lead: Seat;
  /** When the last screen was told, by event. */
  readonly #lastTold = new Map<string, number>();
  readonly #pending: NodeJS.Timeout[] = [];
  #acknowledging = false;
  #sent: Sent[] = [];
  #refused = 0;
  #under = 0;

  private constructor(seats: readonly Seat[], lead: Seat) {
    this.#seats = seats;
    this.#lead = lead;
  }

  static async enter(server: RealServer): Promise<RoomOfSeats> {
    const people = server.links.filter(({ seat }) => seat === 'control' || seat.startsWith('seat:'));
    const seats = people.map(({ seat }) => new Seat(server.url, seat));
    const lead = seats.find((s) => s.address === 'control') as Seat;
    const room = new RoomOfSeats(
      seats.filter((s) => s !== lead),
      lead,
    );
    const heard = (seat: Seat, told: Told) => room.#heard(seat, told);
    for (let i = 0; i < seats.length; i += AT_ONCE) {
      await Promise.all(seats.slice(i, i + AT_ONCE).map((s, k) => s.enter((people[i + k] as { url: string }).url, heard)));
    }
    await lead.give({ type: 'StartClock' });
    return room;
  }

  get size(): number {
    return this.#seats.length + 1;
  }
  get lead(): Seat {
    return this.#lead;
  }

  /** One message at a time while nobody else does anything. */
  async atRest(): Promise<Latency> {
    await sleep(2_000);
    for (let i = 0; i < AT_REST; i++) {
      await this.#write(this.#any());
      await sleep(REST_MS + Math.random() * 50);
    }
    return this.#latency();
  }

  /** Everybody at work. */
  async play(ms: number): Promise<Latency & { commands: number; refused: number }> {
    const end = Date.now() + ms;
    this.#acknowledging = true;
    for (const seat of this.#seats) this.#later(Math.random() * WRITES_EVERY_MS, () => this.#writeAgain(seat, end));
    await sleep(ms);
    this.#acknowledging = false;
    for (const timer of this.#pending) clearTimeout(timer);
    while (this.#under > 0) await sleep(50);
    await sleep(1_000);
    const commands = this.#sent.length;
    return { ...this.#latency(), commands, refused: this.#refused };
  }

  /** Waits until nothing more comes. */
  async quiet(): Promise<void> {
    const count = () => this.#seats.reduce((sum, s) => sum + s.told.length, 0);
    for (let before = -1, still = 0; still < GRACE_MS; ) {
      const now = count();
      still = now === before ? still + 250 : 0;
      before = now;
      await sleep(250);
    }
  }

  /** What is missing, double, out of order or not numbered without gaps. */
  compare(expected: Expected): string[] {
    return [...this.#seats, this.#lead].flatMap((seat) => {
      const wanted = expected.get(seat.address) ?? [];
      if (seat.closed) return [`${seat.address}: its feed was closed`];
      if (seat.told.length !== wanted.length) return [`${seat.address}: ${seat.told.length} events came, ${wanted.length} were its own`];
      const wrong = seat.told.findIndex(({ no, id }, i) => no !== i + 1 || id !== wanted[i]);
      return wrong < 0 ? [] : [`${seat.address}: number ${wrong + 1} is not the event that should stand there`];
    });
  }

  leave(): void {
    for (const seat of [...this.#seats, this.#lead]) seat.leave();
  }

  #any(): Seat {
    return this.#seats[Math.floor(Math.random() * this.#seats.length)] as Seat;
  }

  #later(ms: number, act: () => void): void {
    this.#pending.push(setTimeout(act, ms));
  }

  #writeAgain(seat: Seat, end: number): void {
    void this.#write(seat);
    const next = WRITES_EVERY_MS * (0.5 + Math.random());
    if (Date.now() + next < end) this.#later(next, () => this.#writeAgain(seat, end));
  }

  /** To one's cell, one's party or somebody elsewhere, in turn. */
  #write(seat: Seat): Promise<void> {
    const [party, cell] = (seat.address.slice('seat:'.length).match(/^(p\d+)-(c\d+)/) ?? []).slice(1);
    const to = [`cell:${party}-${cell}`, `party:${party}`, this.#any().address][Math.floor(Math.random() * 3)] as string;
    const text = 'We have seen what you sent and shall answer within the hour; until then nothing goes to the press.';
    return this.#give(seat, { type: 'SendMessage', to: [to], text, purpose: 'inform' });
  }

  async #give(seat: Seat, command: object): Promise<void> {
    const at = performance.now();
    this.#under++;
    try {
      const id = await seat.give(command);
      if (id === undefined) this.#refused++;
      else if (id !== '') this.#sent.push({ at, id });
    } finally {
      this.#under--;
    }
  }

  #heard(seat: Seat, { id, event }: Told): void {
    this.#lastTold.set(id, performance.now());
    if (!this.#acknowledging || event.type !== 'MessageSent' || event.from === seat.address || seat === this.#lead) return;
    if (Math.random() < ACKNOWLEDGES)
      this.#later(READS_MS * (0.5 + Math.random()), () => void this.#give(seat, { type: 'AcknowledgeMessage', message: id }));
  }

  /** From command to the last screen told, over what was sent since the last time this was asked. */
  #latency(): Latency {
    const took = this.#sent.map(({ at, id }) => (this.#lastTold.get(id) ?? Number.POSITIVE_INFINITY) - at).sort((a, b) => a - b);
    this.#sent = [];
    return { median: spread(took).median, p99: took[Math.min(took.length - 1, Math.floor(0.99 * took.length))] as number };
  }
}

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
