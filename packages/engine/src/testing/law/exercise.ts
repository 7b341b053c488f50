import { type Case, type Laws, NOBODY, same } from './case.ts';
import { type Address, parted, staff } from './people.ts';

/** A player’s seat is known to its party; who controls, evaluates or watches is known there alone. */
const ownParty = (c: Case): Address[] => {
  const party = parted(c.event.seat)[0] === 'seat' ? c.people.partyOf(c.event.seat) : undefined;
  return [party === undefined ? c.event.seat : `party:${party}`];
};
const actor = (c: Case): boolean => c.act === undefined || c.act.by === c.event.seat;

/** What the scenario tells an address before STARTEX. */
function briefingFor({ plan }: Case, scope: Address): unknown {
  if (scope === 'everyone') return plan?.situation;
  const [kind, id] = parted(scope);
  const cells = plan?.parties.flatMap((p) => p.cells) ?? [];
  if (kind === 'party') return plan?.parties.find((p) => p.id === id)?.situation;
  if (kind === 'cell') return cells.find((x) => x.id === id)?.situation;
  return cells.flatMap((x) => x.seats).find((s) => s.id === id)?.card;
}

export const SEATS: Laws = {
  ExerciseOpened: { says: 'the public', to: () => ['public'] },
  DirectoryGiven: { says: 'the public', to: () => ['public'] },
  ObjectivesGiven: {
    says: 'lead control, all evaluators; each party’s controllers and evaluators',
    to: (c) => ['control', 'evaluators', ...c.people.parties.flatMap(staff)],
  },
  BriefingGiven: {
    says: 'those whom the scenario tells it: everyone, a party, a cell or a seat',
    to: (c) => (c.plan && !same(briefingFor(c, c.event.scope), c.event.text) ? NOBODY : [c.event.scope]),
  },
  PersonSeated: { says: 'the party of a player’s seat; of any other seat that seat alone', to: (c) => (actor(c) ? ownParty(c) : NOBODY) },
  PersonLeft: { says: 'the party of a player’s seat; of any other seat that seat alone', to: (c) => (actor(c) ? ownParty(c) : NOBODY) },
  HandChanged: { says: 'the seat', to: (c) => (actor(c) ? [c.event.seat] : NOBODY) },
  RollCalled: {
    says: 'everyone if lead control calls; the party whose controllers call',
    to: ({ event: { by = '' }, people }) => {
      const party = people.partyOf(by);
      if (by !== 'control' && by !== `control:${party}`) return NOBODY;
      return [party === undefined ? 'everyone' : `party:${party}`];
    },
  },
  RollAnswered: {
    says: 'the seat that answers',
    to: (c) => (actor(c) && c.past.holds(c.event.seat, c.event.roll) ? [c.event.seat] : NOBODY),
  },
};

export const CLOCK: Laws = {
  ClockStarted: { says: 'the public', to: () => ['public'] },
  ClockPaused: { says: 'the public', to: () => ['public'] },
  RateSet: { says: 'the public', to: () => ['public'] },
  ClockJumped: { says: 'the public', to: () => ['public'] },
  ExerciseEnded: { says: 'the public', to: () => ['public'] },
  FaultRecorded: { says: 'lead control', to: () => ['control'] },
};

export const MOVES: Laws = {
  MovesPlanned: {
    says: 'lead control and each party’s controllers',
    to: (c) => ['control', ...c.people.parties.map((p) => `control:${p}`)],
  },
  MoveBriefPlanned: { says: 'lead control', to: () => ['control'] },
  MoveBegan: { says: 'the public', to: () => ['public'] },
};

export const MILESTONES: Laws = {
  MilestonePlanned: { says: 'lead control', to: () => ['control'] },
  MilestoneReached: { says: 'lead control', to: () => ['control'] },
  VariableSet: { says: 'lead control', to: () => ['control'] },
};

export const EMERGENCY: Laws = {
  EmergencyRaised: { says: 'the public: that there is one, nothing else', to: () => ['public'] },
  EmergencyDetailed: {
    says: 'the seat that raised it; of an observer, lead control',
    to: (c) => (!actor(c) ? NOBODY : c.event.seat === 'observers' ? ['control'] : [c.event.seat]),
  },
  EmergencyStoodDown: { says: 'the public', to: () => ['public'] },
};

export const ATTACHMENTS: Laws = {
  AttachmentKept: { says: 'lead control', to: () => ['control'] },
};
