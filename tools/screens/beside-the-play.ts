import { type Command, injectStatus, type Roster, type World } from '@entente/engine';
import { AT_THE_TABLE } from './at-the-table.ts';
import type { Door } from './door.ts';

const MINUTE_MS = 60_000;
/** Scenario time, ms. */
const clock = (hours: number, minutes: number): number => (hours * 60 + minutes) * MINUTE_MS;
/** Those whose screens are shown keep up with their inbox, until they fall behind, as people do. */
const DILIGENT = ['seat:rok-nsa', 'seat:us-nsa', 'seat:rok-deputy-nsa', 'seat:us-senior-director', 'seat:rok-mofa-vice', 'seat:us-dia'];
const UNTIL = clock(4, 30);
/** What somebody else may have done meanwhile. */
const LATE = ['AnswerRoll', 'AcknowledgeInject', 'ReadMessage'];
const EVERY = 12 * MINUTE_MS;

interface Act {
  /** Scenario time, ms. */
  readonly at: number;
  readonly do: (world: World) => Promise<unknown>;
}

/** What people do beside a recorded play, so that pictures show a room at work: they read, acknowledge, ask control, consult; control holds something back. */
export class BesideThePlay {
  readonly #world: { readonly world: World; readonly roster: Roster };
  readonly #doors: ReadonlyMap<string, Door>;
  readonly #acts: Act[];
  #count = 0;

  constructor(exercise: { readonly world: World; readonly roster: Roster }, doors: ReadonlyMap<string, Door>) {
    this.#world = exercise;
    this.#doors = doors;
    const reading = Array.from({ length: UNTIL / EVERY }, (_, i): Act => ({ at: (i + 1) * EVERY, do: (world) => this.#readAll(world) }));
    const last: Act[] = [
      {
        at: clock(4, 52),
        do: () => this.#ask('seat:us-sitroom', 'control', 'Is the hotline still down for the exercise, or is it down for real?'),
      },
      { at: clock(4, 54), do: () => this.#askForMore('seat:rok-mofa-vice', 'party:partner-c', clock(5, 20)) },
      { at: clock(4, 55), do: () => this.#ask('seat:rok-mofa-na', 'entity:us-embassy', '대사관은 자국민에게 어떤 안내를 하고 있습니까?') },
      { at: clock(4, 57), do: (world) => this.#holdNext(world, clock(4, 57)) },
    ];
    const table = AT_THE_TABLE.map(({ at, seat, command }): Act => ({ at, do: (world) => this.#send(seat, command(world)) }));
    this.#acts = [...reading, ...last, ...table].sort((a, b) => a.at - b.at);
  }

  next(): Act | undefined {
    return this.#acts[0];
  }

  async act(): Promise<void> {
    await this.#acts.shift()?.do(this.#world.world);
  }

  async #readAll(world: World): Promise<void> {
    for (const seat of DILIGENT) {
      const holds = (to: readonly string[]): boolean =>
        this.#world.roster.audience(to.filter((a) => !a.startsWith('entity:'))).viewers.has(seat);
      for (const [roll, { answers }] of world.seats.rolls) if (!answers.has(seat)) await this.#send(seat, { type: 'AnswerRoll', roll });
      for (const d of [...world.injects.deliveries.values()])
        if (holds(d.to) && !d.acknowledged.has(seat)) await this.#send(seat, { type: 'AcknowledgeInject', delivery: d.id });
      for (const m of [...world.messages.messages.values()])
        if (m.from !== seat && holds(m.to) && !m.read.has(seat)) await this.#send(seat, { type: 'ReadMessage', message: m.id });
    }
  }

  #ask(seat: string, to: string, text: string): Promise<void> {
    return this.#send(seat, { type: 'SendMessage', to: [to], text, purpose: 'ask', channel: 'message', label: 'TLP:AMBER' });
  }

  #askForMore(seat: string, to: string, due: number): Promise<void> {
    const text = '귀측 대사가 들은 내용을 미측에도 알릴 수 있겠습니까?';
    return this.#send(seat, { type: 'RequestItem', to, text, due });
  }

  /** Lead control holds back the next planned inject that is its own. */
  async #holdNext(world: World, now: number): Promise<void> {
    const next = [...world.injects.rows].find(([, row]) => {
      const { card } = row.plan ?? {};
      return card?.at !== undefined && card.at > now + MINUTE_MS && card.controller === 'control' && injectStatus(row) === 'planned';
    });
    if (next) await this.#send('control', { type: 'HoldInject', inject: next[0] });
  }

  async #send(seat: string, command: Command): Promise<void> {
    const answer = await this.#doors.get(seat)?.command(`beside-the-play-${++this.#count}`, command);
    if (answer?.ok === false && !LATE.includes(command.type)) throw new Error(`${seat}, ${command.type}: ${answer.rejection.message}`);
  }
}
