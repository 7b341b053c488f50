import { clockStatus } from '../clock/clock.ts';
import { alarmAfter, isPassed } from '../deadlines.ts';
import type { Rejection } from '../fact.ts';
import type { Actor, Context, Draft, Room } from '../room.ts';
import { actIn, dropPosition, keepPosition, passed, prolong } from './act.ts';
import { decisionAtom, matterAtom } from './atoms.ts';
import { briefForums } from './brief.ts';
import type { ConsultationCommand } from './commands.ts';
import { recordDecision, setSubject } from './decisions.ts';
import { evolve, initial } from './evolve.ts';
import type { ConsultationEvent, ConsultationState } from './language.ts';
import { actsOf, dueOf, procedureOf } from './matters.ts';
import { openMatter } from './open.ts';
import { consultationSettling } from './settle.ts';
import { certify, dropWording, keepWording, setWording, tableText, takeWording } from './table.ts';
import type { TextCommand } from './text-commands.ts';
import { consultationWaits, matterCard } from './waits.ts';
import { decisionWriting, matterWriting, textWriting, wordsWriting } from './writing.ts';

function decide(ctx: Context, command: ConsultationCommand | TextCommand, by: Actor): Draft[] | Rejection {
  switch (command.type) {
    case 'OpenMatter':
      return openMatter(ctx, command, by);
    case 'ActInMatter':
      return actIn(ctx, command, by);
    case 'ProlongMatter':
      return prolong(ctx, command, by);
    case 'KeepPosition':
      return keepPosition(ctx, command, by);
    case 'DropPosition':
      return dropPosition(ctx, command, by);
    case 'RecordDecision':
      return recordDecision(ctx, command, by);
    case 'SetSubject':
      return setSubject(ctx, command, by);
    case 'TableText':
      return tableText(ctx, command, by);
    case 'SetWording':
      return setWording(ctx, command, by);
    case 'TakeWording':
      return takeWording(ctx, command, by);
    case 'DropWording':
      return dropWording(ctx, command, by);
    case 'CertifyLanguages':
      return certify(ctx, command, by);
    case 'KeepWording':
      return keepWording(ctx, command, by);
  }
}

declare module '../world.ts' {
  interface Languages {
    readonly consultation: Language<ConsultationState, ConsultationCommand | TextCommand, ConsultationEvent>;
  }
}

const MATTER = ['matter'];
const DECISION = ['decision'];
/** While the clock stands, a matter that is opened may make a decision of the same moment one that was asked. */
const ASKED = [...MATTER, ...DECISION];
const NOTHING: readonly string[] = [];

export const consultationRoom: Room<ConsultationState, ConsultationCommand | TextCommand, ConsultationEvent> = {
  commands: {
    OpenMatter: true,
    ActInMatter: true,
    ProlongMatter: true,
    KeepPosition: true,
    DropPosition: true,
    RecordDecision: true,
    SetSubject: true,
    TableText: true,
    SetWording: true,
    TakeWording: true,
    DropWording: true,
    CertifyLanguages: true,
    KeepWording: true,
  },
  events: {
    ForumGiven: true,
    ForumNamed: true,
    SubjectPlanned: true,
    MatterOpened: true,
    MatterOnText: true,
    MatterOfDecision: true,
    ActDone: true,
    ActNamed: true,
    PositionShown: true,
    ActedFor: true,
    MatterProlonged: true,
    MatterOverdue: true,
    MatterClosed: true,
    DraftKept: true,
    DraftDropped: true,
    DecisionTaken: true,
    DecisionRests: true,
    SubjectSet: true,
    ConsultationTranslated: true,
    TextTabled: true,
    BracketSet: true,
    BracketTaken: true,
    BracketDropped: true,
    VersionMade: true,
    LanguagesCertified: true,
    WordingKept: true,
  },
  initial,
  brief: briefForums,
  decide,
  evolve,
  react: (ctx, cause) => ('alarm' in cause ? passed(ctx, cause.alarm) : []),
  alarms(event) {
    if (event.type === 'MatterProlonged') return [alarmAfter(event.matter, event.due)];
    return event.type === 'MatterOpened' && event.card.due !== undefined ? [alarmAfter(event.matter, event.card.due)] : [];
  },
  touches(event) {
    if (event.type === 'MatterOpened') return ASKED;
    if (event.type === 'DecisionTaken' || event.type === 'SubjectSet') return DECISION;
    return 'matter' in event ? MATTER : NOTHING;
  },
  atoms: { matter: matterAtom, decision: decisionAtom },
  writings: [matterWriting, decisionWriting, wordsWriting, textWriting],
  waits: consultationWaits,
  waitsAmong: { position: 'matters', silence: 'matters', signature: 'matters', conclusion: 'matters', statements: 'matters' },
  waitsFor: { statements: 'player' },
  settle: consultationSettling,
  card: matterCard,
  comes(world, _viewer, from, to) {
    if (clockStatus(world) === 'ended') return [];
    return [...world.consultation.matters.values()].flatMap((matter) => {
      const at = dueOf(matter);
      return !matter.closed && at !== undefined && isPassed(at, from, to)
        ? [{ kind: matter.card.procedure, id: matter.id, at, ...(procedureOf(matter).decides && { stops: true as const }) }]
        : [];
    });
  },
  circle: (event, id) =>
    event.type === 'ForumGiven' ? { edition: `forum:${id}`, sides: event.card.members.map((m) => m.seats) } : undefined,
  *find({ consultation: { matters, texts: onTable, decisions } }) {
    for (const matter of matters.values()) {
      const { id, at, card, closed } = matter;
      const texts = [card.title, card.text, ...actsOf(matter).map((a) => a.text), closed?.text];
      yield { kind: 'matter', id, at, title: card.title, texts };
    }
    for (const { id, at, card, versions } of onTable.values())
      yield { kind: 'text', id, at, title: card.title, texts: [card.title, ...(versions.at(-1)?.paragraphs ?? []).map((p) => p.text)] };
    for (const { id, at, card } of decisions.values())
      yield { kind: 'decision', id, at, title: card.title, texts: [card.title, card.text, card.authority] };
  },
};
