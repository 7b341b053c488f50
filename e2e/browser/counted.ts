/** Counts of a record made apart from the engine: plain loops over what the lines say. */

/** A line of the record that lead control holds: its event, and the scenario time, ms. */
export interface Line {
  readonly id: string;
  readonly at: number;
  // biome-ignore lint/suspicious/noExplicitAny: a count made apart knows no types of the engine's
  readonly event: any;
}

/** The lines of a record as it is downloaded. */
export function linesOf(record: string): Line[] {
  return record
    .trimEnd()
    .split('\n')
    .flatMap((line) => JSON.parse(line).event ?? []);
}

/** How each expected action ended, by its name in the scenario. */
export function outcomes(lines: readonly Line[]): Map<string, string> {
  const names = new Map<string, string>();
  const deadlines = new Map<string, number>();
  const jumped = new Set<string>();
  const ended = new Map<string, string>();
  for (const { at, event } of lines) {
    const id = event.expected;
    if (event.type === 'ExpectedPlanned') {
      names.set(id, event.card.scenario);
      ended.set(id, 'planned');
    }
    if (event.type === 'ExpectedOpened') {
      deadlines.set(id, event.deadline);
      ended.set(id, 'open');
    }
    if (event.type === 'ExpectedMissed') {
      if (event.jumped) jumped.add(id);
      if (ended.get(id) === 'open') ended.set(id, event.jumped ? 'passed' : 'missed');
    }
    const late = (done: number): string => (done > (deadlines.get(id) ?? Number.POSITIVE_INFINITY) && !jumped.has(id) ? 'late' : 'met');
    if (event.type === 'ExpectedSeen') ended.set(id, late(at));
    if (event.type === 'ExpectedJudged') ended.set(id, event.verdict === 'met' ? late(event.done) : event.verdict);
  }
  return new Map([...ended].map(([id, how]) => [names.get(id) as string, how]));
}

/** Seats at which people can sit, by the cell and the party that hold them: those of a party that control plays aside. */
export function seatsOf(lines: readonly Line[]): Map<string, string[]> {
  const played = new Set<string>();
  const seats = new Map<string, string[]>();
  const add = (to: string, seat: string): void => void seats.set(to, [...(seats.get(to) ?? []), seat]);
  for (const { event } of lines) {
    if (event.type === 'ExerciseOpened') for (const party of event.parties) if (party.playedByControl) played.add(party.id);
    if (event.type !== 'DirectoryGiven') continue;
    for (const cell of event.cells)
      for (const { id } of played.has(cell.party) ? [] : cell.seats)
        for (const to of [`seat:${id}`, `cell:${cell.id}`, `party:${cell.party}`]) add(to, `seat:${id}`);
  }
  return seats;
}

/** Seats at which somebody sits, or has sat. */
export function seatsTaken(lines: readonly Line[]): Set<string> {
  const taken = new Set<string>();
  for (const { event } of lines) if (event.type === 'PersonSeated') taken.add(event.seat);
  return taken;
}

/** Of what was delivered to seats: how many deliveries, how many acknowledged as they stand, how many before a correction. */
export function acknowledgements(lines: readonly Line[]): { all: number; standing: number; before: number } {
  const seats = seatsOf(lines);
  const versions = new Map<string, number>();
  const all = new Set<string>();
  const standing = new Set<string>();
  const before = new Set<string>();
  for (const { id, event } of lines) {
    const { type } = event;
    const delivery = type === 'InjectDelivered' ? id : event.delivery;
    if (type === 'InjectDelivered' && !event.to.includes('public') && !event.to.includes('everyone')) {
      versions.set(delivery, 0);
      for (const to of event.to) for (const seat of seats.get(to) ?? []) all.add(`${delivery} ${seat}`);
    }
    if (!versions.has(delivery)) continue;
    if (type === 'DeliveryCorrected') {
      versions.set(delivery, (versions.get(delivery) ?? 0) + 1);
      for (const one of standing)
        if (one.startsWith(`${delivery} `)) {
          standing.delete(one);
          before.add(one);
        }
    }
    if (type !== 'InjectAcknowledged') continue;
    const one = `${delivery} ${event.seat}`;
    before.delete(one);
    ((event.version ?? 0) === versions.get(delivery) ? standing : before).add(one);
  }
  return { all: all.size, standing: standing.size, before: before.size };
}
