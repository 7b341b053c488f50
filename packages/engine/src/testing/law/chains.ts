import type { Id } from '../../fact.ts';
import type { Command } from '../../world.ts';
import { smallScenario } from '../fixture.ts';
import { HARBOUR_POLICY } from '../labels.ts';
import { Table } from '../table.ts';
import type { Tape } from '../tape.ts';
import type { Line } from './judged.ts';

/**
 * Exercises that lean on what makes sharing hard: few items, many versions, hands that pass on, recalls, parts of parts,
 * items that injects bring, and lead control among them. Four parties with different clearances, two or three seats each.
 */

const PARTIES = ['a', 'b', 'c', 'd'];
const SEATS = PARTIES.flatMap((p) => [`seat:${p}-lead`, `seat:${p}-press`]);
const ADDRESSES = [...SEATS, ...PARTIES.map((p) => `party:${p}`), ...PARTIES.map((p) => `cell:${p}-cell`), 'everyone', 'public'];
const TLP = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED', 'TLP:RED'];
const HARBOUR = [
  'OPEN',
  'OPEN',
  'HARBOUR',
  'QUAY',
  'SEALED',
  'HARBOUR//REL NORTH,SOUTH',
  'OPEN//REL SOUTH,WEST',
  'HARBOUR//NEED MED',
  'OPEN//NEED CARGO//ABOUT TIDE',
];
const POLICY = {
  ...HARBOUR_POLICY,
  clearances: { ...HARBOUR_POLICY.clearances, d: { level: 'OPEN', values: { REL: ['NORTH', 'SOUTH'], NEED: [] } } },
};
const ITEMS = ['one', 'two', 'three'];
const TEN_MINUTES = 600_000;

type Act = { type: Command['type']; [field: string]: unknown };

export interface Played {
  readonly table: Table;
  /** The record with the hand behind each event, for whoever judges it. */
  readonly lines: Line[];
}

/** Plays a chain off the tape. `acts`: so many commands, many of which are refused. */
export function playChain(tape: Tape, acts: number): Played {
  const own = tape.chance(5);
  const labels = own ? HARBOUR : TLP;
  const table = new Table(scenario(tape, own));
  const lines: Line[] = [];
  // Every seat sits before anything happens; lead control begins.
  for (const seat of ['control', ...SEATS]) table.sit(seat);
  table.start();
  lines.push(...table.record);
  for (let i = 0; i < acts; i++) {
    if (tape.chance(3)) table.wait(tape.below(40) / 10);
    lines.push(...table.record.slice(lines.length));
    const by = tape.chance(2) ? 'control' : tape.pick(tape.chance(7) ? SEATS.filter((s) => s.endsWith('lead')) : SEATS);
    table.say(by, act(tape, table, by, labels, `Words of act ${i} by ${by}, which are nowhere else.`));
    lines.push(...table.record.slice(lines.length).map((r) => ({ ...r, by })));
  }
  return { table, lines };
}

function scenario(tape: Tape, own: boolean) {
  const labels = own ? HARBOUR : TLP;
  const party = (id: string, i: number) => ({
    id,
    name: id.toUpperCase(),
    capital: { name: id.toUpperCase(), zone: 'Asia/Seoul' },
    clients: tape.chance(3) ? [PARTIES[(i + 1) % PARTIES.length]] : [],
    ...(id === 'c' && tape.chance(5) ? { played: 'control' } : {}),
    cells: [
      {
        id: `${id}-cell`,
        name: id,
        seats: ['lead', 'press'].map((s) => ({ id: `${id}-${s}`, name: s, may: s === 'lead' && !tape.chance(1) ? ['release'] : [] })),
      },
    ],
  });
  const items = ITEMS.map((id) => ({
    id,
    title: `Title of ${id}`,
    originator: tape.pick(['party:a', 'party:a', 'party:b', 'party:c', 'wire']),
    onward: tape.pick(['free', 'free', 'own-discretion', 'originator-approval']),
    ...(tape.chance(2) ? { label: own ? 'SEALED' : 'TLP:RED' } : {}),
    ...(tape.chance(2) ? { expires: `PT${5 + tape.below(40)}M` } : {}),
    ...(tape.chance(5) ? { attachments: ['files/gauge.png'] } : {}),
    portions: Array.from({ length: 1 + tape.below(3) }, (_, p) => ({
      text: `Portion ${p} of item ${id} from the start.`,
      label: tape.chance(6) ? labels[0] : tape.pick(labels),
      ...(tape.chance(2) ? { releasableTo: [tape.pick(PARTIES)] } : {}),
    })),
    held: Array.from({ length: 1 + tape.below(2) }, () => tape.pick(tape.chance(9) ? SEATS : ADDRESSES)),
  }));
  const injects = Array.from({ length: 4 }, (_, i) => ({
    id: `i${i}`,
    title: `Inject ${i}`,
    text: `See ${i}`,
    to: Array.from({ length: 1 + tape.below(2) }, () => tape.pick(ADDRESSES)),
    item: tape.pick(ITEMS),
    ...(tape.chance(5) ? { manual: true } : { at: `PT${1 + tape.below(30)}M` }),
  }));
  return smallScenario({ parties: PARTIES.map(party), items, injects, ...(own ? { labels: POLICY } : {}) });
}

/** An item, mostly one that the seat holds, and mostly the first of them, so that versions pile up. */
function someItem(tape: Tape, table: Table, by: string): Id {
  const all = [...table.exercise.world.sharing.items.keys()];
  const own = all.filter((id) => table.exercise.holds(by, id));
  const from = own.length > 0 && tape.chance(9) ? own : all;
  return tape.chance(6) ? (from[0] as Id) : tape.pick(from);
}

function act(tape: Tape, table: Table, by: string, labels: readonly string[], words: string): Act {
  const item = someItem(tape, table, by);
  const some = (inTen: number, fields: () => object): object => (tape.chance(inTen) ? fields() : {});
  const count = [...(table.exercise.world.sharing.items.get(item)?.copies.values() ?? [])].at(-1)?.card.portions.length ?? 1;
  const written = () => ({
    title: 'Title anew',
    portions: Array.from({ length: 1 + tape.below(2) }, (_, p) => ({
      text: `${p}: ${words}`,
      label: tape.pick(labels),
      ...some(1, () => ({ releasableTo: [tape.pick(PARTIES)] })),
    })),
    ...some(1, () => ({ label: tape.pick(labels) })),
    ...some(4, () => ({ onward: tape.pick(['free', 'own-discretion', 'originator-approval']) })),
    ...some(1, () => ({ expires: table.exercise.now(table.wall) + tape.below(10) * 60_000 })),
    ...some(3, () => ({ basedOn: [someItem(tape, table, by)] })),
  });
  const to = () => [tape.pick(ADDRESSES), ...(tape.chance(2) ? [tape.pick(ADDRESSES)] : [])];
  const due = table.exercise.now(table.wall) + TEN_MINUTES;
  const open = [...table.exercise.world.sharing.requests.values()].filter((r) => table.exercise.holds(by, r.id) && !r.decided);
  const makers: (() => Act)[] = [
    () => ({ type: 'ReviseItem', item, ...written() }),
    () => ({ type: 'ReviseItem', item, ...written() }),
    () => ({ type: 'ReviseItem', item, ...written() }),
    () => ({ type: 'ReleaseItem', item, to: to() }),
    () => ({ type: 'ReleaseItem', item, to: to() }),
    () => ({ type: 'ReleaseItem', item, to: [tape.pick(SEATS)] }),
    () => ({ type: 'ReleaseItem', item, to: to(), portions: [tape.below(count)], title: 'Part', ...some(4, () => ({ files: [0] })) }),
    () => ({ type: 'RecallItem', item, ...some(5, () => ({ from: [`party:${tape.pick(PARTIES)}`] })) }),
    () => ({
      type: 'SanitiseItem',
      item,
      title: 'Less',
      portions: [{ of: tape.below(count), ...(tape.chance(5) ? { text: words } : {}), ...some(3, () => ({ label: tape.pick(labels) })) }],
      reason: `Because of ${words}`,
    }),
    () => ({
      type: 'RequestItem',
      to: tape.pick(['party:a', 'party:b', 'entity:wire']),
      text: 'Please.',
      due,
      ...some(7, () => ({ about: item, ...some(7, () => ({ for: [tape.pick(ADDRESSES)] })) })),
    }),
    () => ({ type: 'ConfirmDestroyed', item }),
    () => ({
      type: 'WriteItem',
      ...written(),
      ...some(5, () => ({ attachments: ['map'] })),
      ...(by === 'control' ? { originator: tape.pick(['entity:wire', 'party:c']), to: to() } : {}),
    }),
  ];
  if (open.length > 0 && tape.chance(4))
    return {
      type: 'DecideRequest',
      request: tape.pick(open).id,
      decision: tape.pick(['grant', 'grant', 'refuse']),
      ...some(6, () => ({ items: [{ item, ...some(4, () => ({ portions: [tape.below(count)], title: 'Part' })) }] })),
    };
  if (by === 'control' && tape.chance(4))
    return tape.chance(5)
      ? { type: 'ReleaseInject', inject: tape.pick([...table.exercise.world.injects.rows.keys()]) }
      : { type: tape.pick(['PauseClock', 'StartClock']) };
  return (tape.pick(makers) as () => Act)();
}
