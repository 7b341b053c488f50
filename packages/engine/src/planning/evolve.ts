import type { Meta } from '../fact.ts';
import type { PlanningEvent, PlanningState } from './language.ts';

export const initial = (): PlanningState => ({
  boards: new Map(),
  criteria: new Map(),
  options: new Map(),
  scores: [],
  weights: [],
  redLines: [],
  told: [],
  drafted: new Map(),
  names: new Map(),
  own: new Map(),
  annexes: [],
});

export function evolve(own: PlanningState, event: PlanningEvent, { id, at }: Meta): void {
  const src = id;
  switch (event.type) {
    case 'BoardOpened': {
      const { forum, name, party, by } = event;
      own.boards.set(id, { src, id, at, forum, name, party, by, asked: [] });
      return;
    }
    case 'BoardNamed': {
      const board = own.boards.get(event.board);
      if (board) board.named = { src, scenario: event.scenario, need: event.need };
      return;
    }
    case 'PlanNeeded': {
      const board = own.boards.get(event.board);
      if (board) board.needed = { src, at };
      return;
    }
    case 'ScoresAsked':
      own.boards.get(event.board)?.asked.push({ src, at, due: event.due, party: event.party, by: event.by });
      return;
    case 'CriterionSet':
    case 'CriterionTaken':
    case 'CriterionDropped':
    case 'CriterionNamed':
      inCriteria(own, event, { id, at });
      return;
    case 'OptionTabled':
    case 'OptionChanged':
    case 'OptionDropped':
    case 'OptionNamed':
      inOptions(own, event, { id, at });
      return;
    case 'ScoreKept': {
      const { type: _, ...kept } = event;
      own.scores.push({ src, at, ...kept });
      return;
    }
    case 'WeightKept': {
      const { type: _, ...kept } = event;
      own.weights.push({ src, at, ...kept });
      return;
    }
    case 'RedLineKept': {
      const { type: _, ...kept } = event;
      own.redLines.push({ src, at, ...kept });
      return;
    }
    case 'AssessmentTold':
      own.told.push({ src, at, board: event.board, told: event.told, party: event.party, by: event.by });
      return;
    case 'PlanDrafted':
      own.drafted.set(event.of, { src, option: event.option, version: event.version });
      return;
    case 'StepsNamed':
      own.names.set(event.of, { src, steps: event.steps });
      return;
    case 'OwnStepKept': {
      const { of, card, party, by, instead } = event;
      const before = instead === undefined ? undefined : own.own.get(instead);
      if (before) before.instead = { src };
      own.own.set(id, { src, id, at, of, card, party, by, marks: [] });
      return;
    }
    case 'OwnStepMarked':
      own.own.get(event.own)?.marks.push({ src, at, is: event.is, party: event.party, by: event.by });
      return;
    case 'AnnexLinked':
      own.annexes.push({ src, at, of: event.of, item: event.item, party: event.party, by: event.by });
  }
}

type Place = Pick<Meta, 'id' | 'at'>;

function inCriteria(
  own: PlanningState,
  event: Extract<PlanningEvent, { readonly type: 'CriterionSet' | 'CriterionTaken' | 'CriterionDropped' | 'CriterionNamed' }>,
  { id, at }: Place,
): void {
  const src = id;
  if (event.type === 'CriterionSet') {
    const { board, name, party, by } = event;
    own.criteria.set(id, { src, id, at, board, name, party, by, taken: [] });
    return;
  }
  const criterion = own.criteria.get(event.criterion);
  if (!criterion) return;
  if (event.type === 'CriterionNamed') criterion.named = { src, scenario: event.scenario };
  else if (event.type === 'CriterionTaken') criterion.taken.push({ src, at, party: event.party, by: event.by });
  else criterion.dropped = { src, at, party: event.party, by: event.by };
}

function inOptions(
  own: PlanningState,
  event: Extract<PlanningEvent, { readonly type: 'OptionTabled' | 'OptionChanged' | 'OptionDropped' | 'OptionNamed' }>,
  { id, at }: Place,
): void {
  const src = id;
  if (event.type === 'OptionTabled') {
    const { board, card, party, by } = event;
    own.options.set(id, { src, id, at, board, versions: [{ src, at, version: 1, card, party, by }] });
    return;
  }
  const option = own.options.get(event.option);
  if (!option) return;
  if (event.type === 'OptionNamed') option.named = { src, scenario: event.scenario, steps: event.steps };
  else if (event.type === 'OptionDropped') option.dropped = { src, at, party: event.party, by: event.by };
  else option.versions.push({ src, at, version: event.version, card: event.card, party: event.party, by: event.by });
}
