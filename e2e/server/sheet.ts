import type { Template } from '@entente/documents';
import { type Recorded, rowCard, rowTime, scenarioNow, waiting, wallOf } from '@entente/engine';
import type { VirtualClock } from '@entente/server';
import type { Browser } from '../../packages/server/src/test/server.ts';
import { type SheetTaken, takeSheet } from '../../packages/server/src/test/sheet.ts';
import { at, type Desk, opened, recordIn, verdictOn } from './desk.ts';

/** The server at which sheets are tried. */
export interface Place {
  readonly url: string;
  readonly lobby: Browser;
  readonly clock: VirtualClock;
}
interface Card {
  readonly id: string;
  readonly problems: readonly { readonly severity: string; readonly message: { en: string } }[];
  readonly structure: readonly { id: string; cells: readonly { seats: readonly { id: string }[] }[] }[];
}

/** What came of a sheet: from its rows to the verdict on its record. */
export interface Tried {
  readonly imported: SheetTaken;
  readonly card: Card;
  readonly seats: number;
  /** Injects by what released them. */
  readonly byTime: number;
  readonly byHand: number;
  readonly deliveries: number;
  readonly acknowledged: number;
  readonly judged: number;
  readonly record: readonly Recorded[];
  readonly verdict: ReturnType<typeof verdictOn>;
}

/**
 * Takes a sheet the whole way over HTTP: imported, checked, an exercise made of it, the parties and their controllers
 * in, injects released by time and by hand and acknowledged by all who get them, expected actions judged, ended, exported.
 * @throws with the server's own words if it does not take the sheet.
 */
export async function trySheet({ url, lobby, clock }: Place, bytes: Uint8Array, name: string, times?: Template['times']): Promise<Tried> {
  const imported = await takeSheet(lobby, bytes, name, times);
  const card = await lobby.json<Card>(`/api/scenarios/${imported.scenario}`);
  const players = card.structure.flatMap((p) => p.cells.flatMap((c) => c.seats.map((s) => `seat:${s.id}`)));
  const controllers = ['control', ...card.structure.map((p) => `control:${p.id}`)];
  const { desks } = await opened(lobby, url, imported.scenario, [...controllers, ...players]);
  for (const desk of desks.values()) await desk.do({ type: 'TakeSeat', name: desk.seat.slice(-80) });
  const control = at(desks, 'control');
  await control.do({ type: 'StartClock' });
  await control.catchUp();
  for (let next: number | undefined = 0; next !== undefined; next = await nextTime(control, clock)) {
    clock.advance(Math.max(0, wallOf(control.world, next) + 1 - clock.now()));
    for (const seat of controllers) await act(at(desks, seat), clock);
    for (const seat of players) await acknowledge(at(desks, seat));
  }
  await control.do({ type: 'EndExercise' });
  const lines = await control.exported();
  return { imported, card, seats: players.length, ...figures(recordIn(lines)), verdict: verdictOn(lines) };
}

/** When something is due next: an inject, or the end; undefined when the end has come. */
async function nextTime(control: Desk, clock: VirtualClock): Promise<number | undefined> {
  await control.catchUp();
  const now = scenarioNow(control.world, clock.now());
  const times = [...control.world.injects.rows.values()].filter((r) => !r.released && !r.lapsed).map(rowTime);
  const next = Math.min(...times.filter((t): t is number => t !== undefined && t > now), control.world.seats.exercise?.duration ?? 0);
  return next > now ? next : undefined;
}

/** A controller releases what waits for a hand (what is without a time, at once) and judges what is to be judged. */
async function act(desk: Desk, clock: VirtualClock): Promise<void> {
  await desk.catchUp();
  const now = scenarioNow(desk.world, clock.now());
  const party = desk.seat.split(':')[1];
  for (const item of waiting(desk.world, desk.seat, now)) {
    if (item.kind === 'release' && item.due !== undefined && item.due <= now) await desk.do({ type: 'ReleaseInject', inject: item.id });
    if (item.kind === 'judge') await desk.do({ type: 'JudgeExpected', expected: item.id, verdict: 'met' });
  }
  await desk.catchUp();
  for (const [inject, row] of desk.world.injects.rows) {
    const card = rowCard(row, party);
    if (card?.manual && card.controller === desk.seat && rowTime(row) === undefined && !row.released)
      await desk.do({ type: 'ReleaseInject', inject });
  }
}

async function acknowledge(desk: Desk): Promise<void> {
  await desk.catchUp();
  for (const { id, acknowledged } of desk.world.injects.deliveries.values())
    if (!acknowledged.has(desk.seat)) await desk.do({ type: 'AcknowledgeInject', delivery: id });
}

function figures(record: readonly Recorded[]) {
  const count = (type: Recorded['event']['type']) => record.filter((r) => r.event.type === type).length;
  const byHand = record.filter((r) => r.event.type === 'InjectReleased' && r.event.by !== undefined).length;
  return {
    record,
    byTime: count('InjectReleased') - byHand,
    byHand,
    deliveries: count('InjectDelivered'),
    acknowledged: count('InjectAcknowledged'),
    judged: count('ExpectedJudged'),
  };
}
