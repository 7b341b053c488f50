import type { Table } from '@entente/engine/testing';
import { seated } from './setting.ts';

/** Stories of options, plans and their steps, in a forum in which some seats of two sides sit, and of a third that control plays. */
export const PLANS: Readonly<Record<string, () => void>> = {
  compares: () => compares(),
  plans: () => plans(),
  'carries out': () => carriesOut(),
  'carries out unsigned': () => carriesOut(true),
};

const MINUTE = 60_000;
type More = Record<string, unknown>;
const LEADS = ['seat:a-lead', 'seat:b-lead'];
const STEPS = [
  { id: 'decide', text: 'Decide', lead: 'seat:a-lead', at: 'PT10M', duration: 'PT10M', decision: true, by: 'PT30M' },
  { id: 'say', text: 'Say it', lead: 'seat:b-lead', support: ['a'], after: [{ step: 'decide' }], duration: 'PT5M' },
  { id: 'show', text: 'Show it', lead: 'seat:b-lead', when: { milestone: 'tide' }, duration: 'PT5M' },
  { id: 'hide', text: 'Hide it', lead: 'seat:a-lead', when: { milestone: 'tide' }, duration: 'PT0M' },
  { id: 'word', text: 'Begin on a word', lead: 'seat:b-watch', word: 'a', duration: 'PT0M' },
  { id: 'played', text: 'C acts', lead: 'seat:c-lead', at: 'PT3M', duration: 'PT5M' },
  { id: 'fails', text: 'Fail', lead: 'seat:a-press', at: 'PT3M', duration: 'PT5M', by: 'PT12M' },
];
/** Two forums, so that a board of one is nothing to who sits only in the other. */
function table(more: More = {}): Table {
  return seated({
    forums: [
      {
        id: 'three',
        name: 'Three',
        members: [
          { party: 'a', seats: ['seat:a-lead', 'seat:a-press', 'seat:a-desk'] },
          { party: 'b', seats: ['seat:b-lead', 'seat:b-watch'] },
          { party: 'c', seats: ['seat:c-lead', 'seat:c-press'] },
        ],
        chairs: ['a', 'c'],
      },
      { id: 'other', name: 'Other', members: ['b', 'd'], chairs: ['b'] },
    ],
    items: [
      {
        id: 'annex',
        title: 'Annex',
        originator: 'party:a',
        held: ['seat:a-lead', 'seat:a-watch', 'seat:b-press', 'seat:b-lead'],
        portions: [{ text: 'Annex.', label: 'TLP:AMBER' }],
      },
    ],
    milestones: [{ id: 'tide', when: { variable: { id: 'tide', is: true } } }],
    variables: [{ id: 'tide', value: false }],
    plans: [
      {
        id: 'response',
        forum: 'three',
        name: 'Options',
        criteria: [
          { id: 'calm', name: 'Calm' },
          { id: 'ready', name: 'Ready' },
        ],
        options: [
          { id: 'both', name: 'Together', steps: STEPS },
          { id: 'none', name: 'Nothing' },
        ],
      },
    ],
    ...more,
  });
}
const keys = (of: ReadonlyMap<string, unknown>): string[] => [...of.keys()];
const C = { speaker: 'seat:c-lead' };
const forum = (t: Table, name: string): string =>
  [...t.exercise.world.consultation.forums.values()].find((f) => f.card.name === name)?.id as string;

/** Boards, criteria, options; scores, weights and red lines that a side keeps, and what it tells; by each side, and by control for C. */
function compares(): void {
  const t = table();
  const acts = ([...LEADS, 'seat:a-press', 'control'] as const).map((seat) => [seat, seat === 'control' ? C : {}] as const);
  const { planning } = t.exercise.world;
  const [board] = keys(planning.boards) as [string];
  const [both, none] = keys(planning.options) as [string, string];
  const [calm, ready] = keys(planning.criteria) as [string, string];
  t.ok('seat:d-lead', { type: 'OpenBoard', forum: forum(t, 'Other'), name: 'Theirs' });
  for (const [seat, as] of acts) {
    t.ok(seat, { type: 'OpenBoard', forum: forum(t, 'Three'), name: `Board of ${seat}`, ...as });
    const criterion = t.ok(seat, { type: 'ProposeCriterion', board, name: `Criterion of ${seat}`, ...as });
    const later = t.ok(seat, { type: 'ProposeCriterion', board, name: `Another of ${seat}`, ...as });
    for (const [other, own] of acts) t.say(other, { type: 'TakeCriterion', criterion, ...own });
    t.ok(seat, { type: 'DropCriterion', criterion: later, ...as });
    const option = t.ok(seat, {
      type: 'TableOption',
      board,
      name: `Option of ${seat}`,
      contributions: [{ party: 'b', text: 'Ships.' }],
      ...as,
    });
    t.ok(seat, { type: 'ChangeOption', option, version: 1, name: `Option of ${seat}, anew`, ...as });
    t.ok(seat, { type: 'KeepScore', option: both, criterion: calm, score: 4, reason: `Why, says ${seat}.`, ...as });
    t.ok(seat, { type: 'KeepScore', option: none, criterion: ready, score: 1, ...as });
    t.ok(seat, { type: 'KeepWeight', criterion: calm, weight: 'high', ...as });
    t.ok(seat, { type: 'KeepRedLine', option: none, text: `Never, says ${seat}.`, ...as });
    t.ok(seat, { type: 'AskScores', board, due: 20 * MINUTE, ...as });
    t.ok(seat, {
      type: 'TellAssessment',
      board,
      scores: [{ option: both, criterion: calm }],
      reasons: [{ option: both, criterion: calm }],
      weights: [calm],
      redLines: [none],
      ...as,
    });
    t.ok(seat, { type: 'DropOption', option, ...as });
  }
  for (const seat of ['seat:d-lead', 'seat:b-press', 'control:a', 'evaluators:a', 'seat:a-watch'])
    for (const given of [
      { type: 'KeepScore', option: both, criterion: calm, score: 2 },
      { type: 'KeepWeight', criterion: calm, weight: 'low' },
      { type: 'KeepRedLine', option: both, text: 'No.' },
      { type: 'ProposeCriterion', board, name: 'Mine' },
      { type: 'TableOption', board, name: 'Mine' },
      { type: 'AskScores', board },
      { type: 'TablePlan', option: both, title: 'Mine' },
    ] as const)
      t.say(seat, given);
  t.wait(21);
}

/** The option as a text; a step of one’s own and what lies beside it. */
function plans(): void {
  const t = table();
  const of = tabled(t);
  const own = (seat: string, lead: string, more: More = {}, as: More = {}): string =>
    t.ok(seat, { type: 'KeepOwnStep', of, text: `Of ${seat}`, terms: { lead, duration: MINUTE }, ...more, ...as });
  for (const [seat, lead, as] of [
    ['seat:a-lead', 'seat:a-press', {}],
    ['seat:b-watch', 'seat:b-lead', {}],
    ['control', 'seat:c-press', C],
  ] as const) {
    const first = own(seat, lead, {}, as);
    const step = own(seat, lead, { instead: first }, as);
    for (const is of ['started', 'done'] as const) t.ok(seat, { type: 'MarkOwnStep', own: step, is, ...as });
    const later = own(seat, lead, {}, as);
    t.ok(seat, { type: 'MarkOwnStep', own: later, is: 'dropped', ...as });
    t.refused('seat:d-lead', { type: 'MarkOwnStep', own: step, is: 'dropped' });
  }
  const [item] = keys(t.exercise.world.sharing.items) as [string];
  for (const seat of LEADS) t.ok(seat, { type: 'LinkAnnex', of, item });
  for (const seat of ['seat:a-press', 'seat:a-watch', 'seat:b-press', 'control:a']) t.say(seat, { type: 'LinkAnnex', of, item });
  t.ok('control', { type: 'TablePlan', option: keys(t.exercise.world.planning.options)[0], title: 'By C', ...C });
}

const tabled = (t: Table): string =>
  t.ok('seat:a-lead', { type: 'TablePlan', option: keys(t.exercise.world.planning.options)[0], title: 'The plan', paragraphs: ['First.'] });

/** A plan made active by a chair, once all have signed, or by lead control before; its steps, and what becomes of each. */
function carriesOut(unsigned = false): void {
  const t = table();
  const of = tabled(t);
  if (!unsigned) sign(t, of);
  t.ok(unsigned ? 'control' : 'seat:a-lead', { type: 'ActivatePlan', of });
  const [decide, says, show, hide, word, played, fails] = keys(t.exercise.world.execution.tasks) as string[];
  t.refused('seat:d-lead', { type: 'StartStep', task: decide });
  t.ok('control', { type: 'HinderStep', task: decide, text: 'Fog.' });
  t.refused('seat:a-lead', { type: 'StartStep', task: decide });
  t.ok('control', { type: 'LiftHindrance', task: decide });
  t.ok('control', { type: 'HinderStep', task: says, text: 'Storm.', until: 2 * MINUTE });
  t.ok('control', { type: 'HinderStep', task: played, text: 'Rain.', until: MINUTE });
  t.wait(3);
  t.ok('seat:a-lead', { type: 'StartStep', task: decide });
  t.ok('seat:a-lead', { type: 'ReportStep', task: decide, ends: 30 * MINUTE, text: 'Soon.' });
  t.ok('seat:a-lead', { type: 'BlockStep', task: decide, on: 'b', text: 'Their words.' });
  t.ok('seat:a-lead', { type: 'UnblockStep', task: decide });
  t.ok('seat:a-lead', { type: 'HandOverStep', task: decide, to: 'seat:a-press' });
  t.refused('seat:a-lead', { type: 'FinishStep', task: decide });
  t.ok('control', { type: 'HinderStep', task: decide, text: 'Fog again.' });
  t.ok('control', { type: 'LiftHindrance', task: decide });
  t.ok('seat:a-press', { type: 'FinishStep', task: decide, text: 'Decided.' });
  t.ok('seat:b-lead', { type: 'StartStep', task: says, happened: 2 * MINUTE });
  t.ok('seat:b-lead', { type: 'BlockStep', task: says, text: 'Wind.' });
  t.ok('seat:b-lead', { type: 'UnblockStep', task: says });
  t.ok('seat:b-lead', { type: 'HandOverStep', task: says, to: 'seat:b-watch' });
  t.ok('seat:b-watch', { type: 'FinishStep', task: says });
  t.refused('seat:b-lead', { type: 'StartStep', task: show });
  t.refused('seat:a-lead', { type: 'FinishStep', task: hide });
  t.ok('control', { type: 'SetVariable', variable: 'tide', value: true });
  t.wait(1);
  t.ok('seat:b-lead', { type: 'StartStep', task: show });
  t.ok('control', { type: 'HinderStep', task: show, text: 'Sunk.', fails: true });
  t.ok('seat:b-lead', { type: 'FailStep', task: show, text: 'It sank.' });
  t.ok('seat:a-lead', { type: 'FinishStep', task: hide, text: 'At once.' });
  t.refused('seat:b-watch', { type: 'FinishStep', task: word });
  t.refused('seat:b-lead', { type: 'GiveWord', task: word });
  t.ok('seat:a-lead', { type: 'GiveWord', task: word });
  t.ok('seat:b-watch', { type: 'FinishStep', task: word });
  for (const type of ['StartStep', 'FinishStep'] as const) t.ok('control', { type, task: played, ...C });
  t.ok('seat:a-press', { type: 'FailStep', task: fails, text: 'It failed.' });
  t.wait(15);
}

function sign(t: Table, of: string): void {
  const on = t.exercise.world.consultation.texts.get(of)?.versions.at(-1)?.digest;
  const matter = t.ok('seat:a-lead', {
    type: 'OpenMatter',
    forum: forum(t, 'Three'),
    procedure: 'joint-signature',
    title: 'Sign',
    text: 'Sign the plan.',
    on: of,
    due: 9 * MINUTE,
  });
  for (const seat of LEADS) t.ok(seat, { type: 'ActInMatter', matter, act: 'sign', on });
  t.ok('control', { type: 'ActInMatter', matter, act: 'sign', on, ...C });
}
