import { type Case, exactly, isControl, type Laws, NOBODY } from './case.ts';
import { forumOf } from './consultation.ts';
import type { Line } from './past.ts';
import { type Address, kindOf } from './people.ts';

/** The law of what is said in public: what is public is for all, and whatever led to it, or was meant by it, stays with its side. */

/** Facts of these events that no other law asks for. */
interface Fields {
  readonly party: string;
  readonly parties: readonly string[];
  readonly said: string;
  readonly statement: string;
  readonly draft: string;
  readonly joint: string;
  readonly question: string;
  readonly with: string;
  readonly by: Address;
  readonly to: Address & readonly Address[];
  readonly queued?: string;
  readonly speakers: readonly { readonly seat: Address }[];
  readonly clearers: readonly Address[];
  readonly up?: Address;
  readonly card: {
    readonly party: string;
    readonly parties?: readonly string[];
    readonly by?: Address;
    readonly attribution: string;
    readonly agreed: readonly string[];
  };
}
const fields = (line: Pick<Line, 'event'>): Fields => line.event as unknown as Fields;
const at = (c: Case, id: string): Fields | undefined => {
  const line = c.past.line(id);
  return line && fields(line);
};

/** The sides at whose press desks it waits: a draft to be published, a question to be answered, a joint statement to be signed by each. */
export function deskWaits(c: Case, id: string): readonly string[] | undefined {
  const line = c.past.line(id);
  const linked = (as: string): boolean =>
    c.past.all('SaidLinked').some((l) => {
      const { said, how, to } = l.event as object as Linked;
      return how === as && to === id && c.past.line(said)?.event.type === 'StatementMade';
    });
  switch (line?.event.type) {
    case 'StatementDrafted':
      return linked('drafted') || c.past.all('StatementDraftDropped').some((l) => fields(l).draft === id)
        ? undefined
        : [fields(line).card.party];
    case 'QuestionPut': {
      const sides = fields(line).to.includes('public') ? [] : c.people.partiesOf(fields(line).to);
      const over = linked('answers') || c.past.all('QuestionDropped').some((l) => fields(l).question === id);
      return over || sides.length === 0 ? undefined : sides;
    }
    case 'JointAgreed': {
      const signed = c.past.all('JointHandGiven').flatMap((l) => (fields(l).joint === id ? [fields(l).party] : []));
      const { parties: sides = [] } = fields(line).card;
      return sides.every((p) => signed.includes(p)) ? undefined : sides;
    }
    default:
      return undefined;
  }
}
interface Linked {
  readonly said: string;
  readonly how: string;
  readonly to: string;
}

/** The press desk of a side: those who may speak, those who clear; where nobody does, all of it. */
function desk(c: Case, party: string): readonly Address[] {
  const given = c.past.all('PressGiven').map(fields);
  const rules = given.find((f) => f.party === party);
  return standing(c, party, rules?.clearers ?? NOBODY, rules?.up);
}
function standing(c: Case, party: string, clearers: readonly Address[], up: Address | undefined): readonly Address[] {
  const speakers = c.people.seats(party).filter((s) => c.people.may(s, 'speak'));
  const seats = [...speakers, ...clearers, ...(up === undefined ? [] : [up])];
  return seats.length > 0 ? seats : [`party:${party}`];
}

const LEAD: readonly Address[] = ['control'];
const ALL: readonly Address[] = ['public'];
const SIDES: ReadonlySet<string> = new Set(['seat', 'cell', 'party', 'control', 'evaluators']);
const parties = (list: readonly string[] | undefined): Address[] => (list ?? []).map((p) => `party:${p}`);

/** The press desk of the side that drafts. */
const drafting = (c: Case): readonly Address[] => {
  const party = at(c, fields(c.line).draft)?.card.party;
  return party === undefined ? NOBODY : desk(c, party);
};
const jointly = (c: Case): readonly Address[] => parties(at(c, fields(c.line).joint)?.card.parties);
const forum = (c: Case): readonly Address[] => (forumOf(c)?.members ?? []).flatMap((m) => m.seats);

function both(c: Case): readonly Address[] {
  const { said, to } = fields(c.line);
  return exactly(
    c,
    c.past.holders(said).filter((v) => c.past.holds(v, to)),
  );
}

/** Whom an inject of this turn reaches: those whom the act names, if it is that which the act released, and not one that came with it. */
function reached(c: Case): readonly Address[] {
  const { inject } = c.past.all('InjectReleased').findLast((l) => l.n >= c.from)?.event ?? {};
  const row = c.past.all('InjectPlanned').find((l) => l.event.inject === inject);
  const acted = c.act?.command.type === 'ReleaseInject' && c.act.command.inject === inject ? c.act.command : undefined;
  return (acted?.to as readonly Address[] | undefined) ?? row?.event.card.to ?? NOBODY;
}

export const STATEMENTS: Laws = {
  TopicsGiven: { says: 'the public', to: () => ALL },
  TermPlanned: { says: 'lead control', to: () => LEAD },
  MeaningGiven: { says: 'the party whose meaning it is', to: (c) => parties([fields(c.line).party]) },
  PairTold: {
    says: 'those of some side, or the public, whom lead control tells; those whom the inject reaches with which it comes; the parties that have just agreed on a meaning',
    to: (c) => {
      if (c.act?.command.type === 'TellPair') {
        const to = c.act.command.to as readonly Address[];
        return to.every((a) => a === 'public' || (SIDES.has(kindOf(a)) && c.people.partyOf(a) !== undefined)) ? to : NOBODY;
      }
      const agreed = c.past.all('MeaningAgreed').findLast((l) => l.n >= c.from);
      return agreed ? parties(fields(agreed).parties) : reached(c);
    },
  },
  SaidPlanned: { says: 'lead control', to: () => LEAD },
  SaidBrought: { says: 'lead control', to: () => LEAD },
  LineGiven: { says: 'the parties that agreed it', to: (c) => parties(fields(c.line).card.agreed) },
  LineNamed: { says: 'lead control', to: () => LEAD },
  AgreementProposed: { says: 'the forum', to: forum },
  MeaningAgreed: { says: 'the parties that agreed it', to: (c) => parties(fields(c.line).parties) },
  PublicityAgreed: { says: 'the parties that agreed it', to: (c) => parties(fields(c.line).parties) },
  AgreementMade: { says: 'the forum', to: forum },
  StatementMade: {
    says: 'the public; off the record the speaker’s press desk',
    to: (c) => {
      const { card } = fields(c.line);
      return card.attribution === 'off-record' ? desk(c, card.party) : ALL;
    },
    carries: (c) => {
      const { by, attribution } = fields(c.line).card;
      if (by !== undefined && attribution !== 'on-record') return 'it names who is not to be named';
      return by !== undefined && kindOf(by) === 'seat' && !c.people.may(by, 'speak') ? 'its speaker may not speak' : undefined;
    },
  },
  SpeakerNamed: {
    says: 'the speaker’s press desk, of what was said without a name',
    to: (c) => {
      const card = at(c, fields(c.line).statement)?.card;
      return card === undefined || card.by !== undefined ? NOBODY : desk(c, card.party);
    },
  },
  SaidFor: {
    says: 'control’s hand that spoke, asked or reported',
    to: (c) => {
      const { by } = fields(c.line);
      return isControl(by) && (c.act === undefined || c.act.by === by) ? [by] : NOBODY;
    },
  },
  SaidLinked: { says: 'those who hold both', to: both },
  ClaimsMeant: {
    says: 'the speaker’s press desk',
    to: (c) => {
      const card = at(c, fields(c.line).statement)?.card;
      return card ? desk(c, card.party) : NOBODY;
    },
  },
  ReadingKept: {
    says: 'the press desk that heard it so, as far as it holds what was said',
    to: (c) => {
      const { said, party } = fields(c.line);
      const own = c.act === undefined || party === c.people.partyOf((c.act.command.speaker as Address | undefined) ?? c.act.by);
      return own
        ? exactly(
            c,
            [...c.people.closed(desk(c, party))].filter((v) => c.past.holds(v, said)),
          )
        : NOBODY;
    },
  },
  ClaimsHeard: { says: 'lead control', to: () => LEAD },
  CodingReleased: {
    says: 'the public, once the exercise has ended, of what was public',
    to: (c) => (c.past.all('ExerciseEnded').length > 0 && c.past.holds('public', fields(c.line).said) ? ALL : NOBODY),
  },
  FlagJudged: { says: 'lead control', to: () => LEAD },
  ReportMade: { says: 'the public', to: () => ALL },
  QuestionPut: {
    says: 'the seats of one side to whom it was put, and its press desk; at a press conference the public',
    to: (c) => {
      const { queued } = fields(c.line);
      if (queued !== undefined) return ALL;
      const to = c.act?.command.type === 'PutQuestion' ? (c.act.command.to as readonly Address[]) : fields(c.line).to;
      if (to.includes('public') || to.includes('everyone')) return c.act?.command.type === 'PutQuestion' ? NOBODY : to;
      const sides = c.people.partiesOf(to);
      return sides.length === 1 ? [...to, ...desk(c, sides[0] as string)] : NOBODY;
    },
  },
  QuestionDropped: { says: 'those who hold the question', to: (c) => exactly(c, c.past.holders(fields(c.line).question)) },
  ConferenceOpened: { says: 'the public', to: () => ALL },
  QuestionQueued: { says: 'the public: that an outlet waits, not what it will ask', to: () => ALL },
  QueuedText: { says: 'lead control', to: () => LEAD },
  ConferenceClosed: { says: 'the public', to: () => ALL },
  PostPlanned: { says: 'lead control', to: () => LEAD },
  PostsSwitched: { says: 'lead control', to: () => LEAD },
  PostTaken: { says: 'lead control', to: () => LEAD },
  PostShown: { says: 'the public', to: () => ALL },
  PressGiven: {
    says: 'the press desk of that side: who may speak for it, and who clears',
    to: (c) => {
      const { party, clearers, up } = fields(c.line);
      return standing(c, party, clearers, up);
    },
    carries: (c) => {
      const { party, clearers, up } = fields(c.line);
      const all = [...clearers, ...(up === undefined ? [] : [up])];
      return all.every((s) => c.people.partyOf(s) === party) ? undefined : 'somebody of another side stands at the desk';
    },
  },
  StatementDrafted: { says: 'the press desk of that side', to: (c) => desk(c, fields(c.line).card.party) },
  DraftWorded: { says: 'the press desk of that side', to: drafting },
  ClearanceAsked: { says: 'the press desk of that side', to: drafting },
  ClearanceDone: { says: 'the press desk of that side', to: drafting },
  EditNoted: { says: 'the press desk of that side', to: drafting },
  ClearanceLapsed: { says: 'the press desk of that side', to: drafting },
  ClearanceProlonged: { says: 'the press desk of that side', to: drafting },
  StatementDraftDropped: { says: 'the press desk of that side', to: drafting },
  JointAgreed: { says: 'the parties that agreed it', to: (c) => parties(fields(c.line).card.parties) },
  JointHandGiven: { says: 'the parties that agreed it', to: jointly },
  EmbargoGiven: { says: 'the parties that agreed it', to: jointly },
};
