import type { Rejection } from '../fact.ts';
import type { Actor, Context, Draft, Room } from '../room.ts';
import { planAtom } from './atoms.ts';
import { currentOption } from './board.ts';
import { briefPlans } from './brief.ts';
import type { PlanningCommand } from './commands.ts';
import {
  askScores,
  changeOption,
  dropOption,
  keepOwnStep,
  keepRedLine,
  keepScore,
  keepWeight,
  linkAnnex,
  markCriterion,
  markOwnStep,
  openBoard,
  proposeCriterion,
  tableOption,
  tablePlan,
  tellAssessment,
} from './decide.ts';
import { evolve, initial } from './evolve.ts';
import type { PlanningEvent, PlanningState } from './language.ts';
import { planningSettling } from './settle.ts';
import { planningWaits } from './waits.ts';

function decide(ctx: Context, command: PlanningCommand, by: Actor): Draft[] | Rejection {
  switch (command.type) {
    case 'OpenBoard':
      return openBoard(ctx, command, by);
    case 'ProposeCriterion':
      return proposeCriterion(ctx, command, by);
    case 'TakeCriterion':
    case 'DropCriterion':
      return markCriterion(ctx, command, by);
    case 'TableOption':
      return tableOption(ctx, command, by);
    case 'ChangeOption':
      return changeOption(ctx, command, by);
    case 'DropOption':
      return dropOption(ctx, command, by);
    case 'KeepScore':
      return keepScore(ctx, command, by);
    case 'KeepWeight':
      return keepWeight(ctx, command, by);
    case 'KeepRedLine':
      return keepRedLine(ctx, command, by);
    case 'TellAssessment':
      return tellAssessment(ctx, command, by);
    case 'AskScores':
      return askScores(ctx, command, by);
    case 'TablePlan':
      return tablePlan(ctx, command, by);
    case 'KeepOwnStep':
      return keepOwnStep(ctx, command, by);
    case 'MarkOwnStep':
      return markOwnStep(ctx, command, by);
    case 'LinkAnnex':
      return linkAnnex(ctx, command, by);
  }
}

declare module '../world.ts' {
  interface Languages {
    readonly planning: Language<PlanningState, PlanningCommand, PlanningEvent>;
  }
}

const PLAN = ['plan'];
const NOTHING: readonly string[] = [];

export const planningRoom: Room<PlanningState, PlanningCommand, PlanningEvent> = {
  commands: {
    OpenBoard: true,
    ProposeCriterion: true,
    TakeCriterion: true,
    DropCriterion: true,
    TableOption: true,
    ChangeOption: true,
    DropOption: true,
    KeepScore: true,
    KeepWeight: true,
    KeepRedLine: true,
    TellAssessment: true,
    AskScores: true,
    TablePlan: true,
    KeepOwnStep: true,
    MarkOwnStep: true,
    LinkAnnex: true,
  },
  events: {
    BoardOpened: true,
    BoardNamed: true,
    PlanNeeded: true,
    CriterionSet: true,
    CriterionTaken: true,
    CriterionDropped: true,
    CriterionNamed: true,
    OptionTabled: true,
    OptionChanged: true,
    OptionDropped: true,
    OptionNamed: true,
    ScoreKept: true,
    WeightKept: true,
    RedLineKept: true,
    AssessmentTold: true,
    ScoresAsked: true,
    PlanDrafted: true,
    StepsNamed: true,
    OwnStepKept: true,
    OwnStepMarked: true,
    AnnexLinked: true,
  },
  initial,
  brief: briefPlans,
  decide,
  evolve,
  guards: (event) => (event.type === 'BoardNamed' && event.need ? [{ key: event.board, when: event.need }] : []),
  // What holds from the start is there at STARTEX.
  alarms: (event) => (event.type === 'BoardNamed' && event.need ? [{ key: event.board, at: 0 }] : []),
  react(ctx, cause) {
    const key = 'guard' in cause ? cause.guard : 'alarm' in cause ? cause.alarm : undefined;
    const board = key === undefined ? undefined : ctx.world.planning.boards.get(key);
    if (!board?.named?.need || board.needed || !ctx.holdsTrue(board.named.need)) return [];
    return [{ event: { type: 'PlanNeeded', board: board.id }, to: ['control'] }];
  },
  touches: (event) => (event.type === 'PlanDrafted' || event.type === 'PlanNeeded' ? PLAN : NOTHING),
  atoms: { plan: planAtom },
  waits: planningWaits,
  waitsAmong: { scores: 'boards' },
  settle: planningSettling,
  *find({ planning: { options } }) {
    for (const option of options.values()) {
      const { card } = currentOption(option);
      const { name, text, assumptions, risks, contributions, steps } = card;
      const texts = [name, text, ...assumptions, ...risks, ...contributions.map((c) => c.text), ...steps.map((s) => s.text)];
      yield { kind: 'option', id: option.id, at: option.at, title: name, texts };
    }
  },
};
