import type { Id, Text } from '../fact.ts';
import { CHANNELS } from '../kinds.ts';
import { PURPOSES } from '../messages/language.ts';
import type { Scenario } from '../scenario.ts';
import { standingCard } from '../sharing/items.ts';
import type { Command } from '../world.ts';
import { writtenIn } from '../writings.ts';
import { beginConsulting, consultationActs, FORUMS, SUBJECTS } from './consultation-acts.ts';
import { smallScenario } from './fixture.ts';
import { HARBOUR_POLICY, LABELS } from './labels.ts';
import { beginPlanning, ofPlans, PLANS, plan } from './planning-acts.ts';
import { PRESS, SAYS } from './press.ts';
import { statementActs } from './statements-acts.ts';
import { Table } from './table.ts';
import type { Tape } from './tape.ts';

const SEATS = ['seat:a-lead', 'seat:a-press', 'seat:b-lead', 'seat:b-press'];
const CONTROLS = ['control', 'control:a', 'control:b'];
const TO = ['party:a', 'party:b', 'party:c', 'cell:a-cell', 'cell:b-cell', ...SEATS, 'seat:c-lead', 'everyone', 'public'];

const ITEMS = ['s0', 's1', 's2', 's3'];

function condition(tape: Tape, depth: number): unknown {
  const kind = tape.below(depth > 2 ? 8 : 12);
  if (kind === 11) return ofPlans(tape);
  if (kind === 9)
    return {
      item: {
        id: tape.pick(ITEMS),
        is: tape.pick(['held', 'released', 'requested', 'refused', 'acknowledged', 'recalled']),
        ...(tape.chance(6) ? { by: tape.pick(['party:a', 'party:b', 'cell:b-cell', 'seat:a-lead']) } : {}),
      },
    };
  if (kind === 10)
    return { request: { from: tape.pick(['party:a', 'party:b']), is: tape.pick(['made', 'granted', 'refused', 'overdue']) } };
  if (kind === 0) return { milestone: tape.pick(['m1', 'm2']) };
  if (kind === 1) return { time: `PT${1 + tape.below(90)}M` };
  if (kind === 2) return { variable: { id: 'v', atLeast: tape.below(4) } };
  if (kind === 3) return { inject: { id: `i${tape.below(6)}`, is: tape.pick(['released', 'read', 'acknowledged', 'skipped']) } };
  if (kind === 4) return { expected: { id: `e${tape.below(4)}`, is: tape.pick(['met', 'late', 'missed', 'not']) } };
  if (kind === 5)
    return {
      message: {
        from: tape.pick(['party:a', 'party:b']),
        to: tape.pick(['party:a', 'party:b', 'party:c', 'control']),
        ...(tape.chance(3) ? { about: 'i0' } : {}),
      },
    };
  if (kind === 6) return depth > 2 ? { time: 'PT5M' } : { not: condition(tape, depth + 1) };
  if (depth > 2) return { milestone: 'm1' };
  const parts = [condition(tape, depth + 1), condition(tape, depth + 1)];
  return kind === 7 ? { all: parts } : { any: parts };
}

/** Four items of different originators, held by different cells, some resting on others, some brought by injects. */
function someItems(tape: Tape, labels: readonly string[]): object[] {
  return ITEMS.map((id, i) => ({
    id,
    title: `Title of item ${id}`,
    originator: tape.pick(['party:a', 'party:b', 'party:c', 'wire']),
    portions: Array.from({ length: 1 + tape.below(3) }, (_, p) => ({
      text: tape.chance(5) ? `Portion ${p} of ${id}` : { en: `Portion ${p} of ${id} in words`, ko: `${id}의 ${p}번째 부분` },
      label: tape.pick(labels),
      ...(tape.chance(4) ? { releasableTo: [tape.pick(['a', 'b', 'c'])] } : {}),
    })),
    ...(tape.chance(2) ? { onward: tape.pick(['originator-approval', 'own-discretion', 'free']) } : {}),
    ...(tape.chance(2) ? { expires: `PT${tape.below(90)}M` } : {}),
    ...(i > 0 && tape.chance(4) ? { basedOn: [`s${tape.below(i)}`] } : {}),
    ...(tape.chance(3) ? { attachments: ['files/gauge.png'] } : {}),
    ...(tape.chance(8) ? { held: [tape.pick(['party:a', 'party:b', 'cell:a-cell', 'seat:a-lead', 'seat:b-lead'])] } : {}),
    ...(tape.chance(4) ? { needs: [tape.pick(['party:a', 'party:b'])] } : {}),
    ...(tape.chance(3) ? { keepFrom: [tape.pick(['a', 'b'])] } : {}),
  }));
}

/** What an inject comes after: mostly another one. */
function turnBefore(tape: Tape, i: number): object {
  return tape.chance(7)
    ? { event: `i${tape.below(i)}` }
    : tape.pick([{ event: 'e0' }, { event: 'e1' }, { milestone: 'm1' }, { milestone: 'm2' }]);
}

/** A scenario of 6 to 12 injects with every kind of trigger, four items, four expected actions, two milestones, a variable. */
export function someScenario(tape: Tape): Scenario {
  const own = tape.chance(3);
  const labels = own ? LABELS.harbour : LABELS.tlp;
  const items = someItems(tape, labels);
  const injects = Array.from({ length: 6 + tape.below(7) }, (_, i) => ({
    id: `i${i}`,
    title: `Title of inject ${i}`,
    text: someText(tape, `Text of inject ${i}`),
    // Now and then nobody is named.
    to: tape.chance(1) ? [] : Array.from({ length: 1 + tape.below(3) }, () => tape.pick(TO)),
    from: tape.pick(['wire', 'control', 'seat:c-lead']),
    channel: tape.pick(CHANNELS),
    control: `Watch ${i}`,
    ...(tape.chance(2) ? { attachments: ['files/gauge.png'] } : {}),
    ...(tape.chance(6)
      ? { at: `PT${tape.below(100)}M` }
      : i > 0 && tape.chance(6)
        ? { after: { ...turnBefore(tape, i), delay: `PT${tape.below(9)}M` } }
        : {}),
    ...(tape.chance(4) ? { when: condition(tape, 0) } : {}),
    ...(tape.chance(2) ? { manual: true } : {}),
    ...(tape.chance(1) ? { controller: tape.pick(CONTROLS) } : {}),
    ...(tape.chance(2) ? { until: `PT${100 + tape.below(20)}M` } : {}),
    ...(tape.chance(3) ? { set: { v: tape.below(5) } } : {}),
    ...(tape.chance(2) ? { kind: 'contingency' } : {}),
    ...(tape.chance(2) ? { item: tape.pick(ITEMS) } : {}),
    ...(tape.chance(5) ? { label: tape.pick(labels) } : {}),
    ...(tape.chance(2) ? { says: tape.pick(SAYS) } : {}),
    ...(tape.chance(1) ? { tells: ['exercise'] } : {}),
  }));
  const expects = [0, 1, 2, 3].map((i) => ({
    id: `e${i}`,
    by: tape.pick(['party:a', 'cell:b-cell', 'seat:a-lead']),
    text: `Expected ${i}`,
    within: `PT${1 + tape.below(30)}M`,
    ...(tape.chance(5)
      ? { after: tape.chance(6) ? { event: `i${tape.below(4)}` } : { milestone: tape.pick(['m1', 'm2', 'm2']) } }
      : { at: `PT${tape.below(40)}M` }),
    ...(tape.chance(7) ? { seen: condition(tape, 1) } : {}),
    ...(tape.chance(1) ? { controller: tape.pick(CONTROLS) } : {}),
    ...(tape.chance(4) ? { needs: [tape.pick(ITEMS)] } : {}),
  }));
  // Milestones rest on what happens, not on each other, so that every scenario is sound.
  const milestones = [
    { id: 'm1', when: { message: { from: 'party:a', to: 'party:b' } } },
    { id: 'm2', when: { any: [{ variable: { id: 'v', is: 3 } }, { milestone: 'm1' }] } },
  ];
  const moves = [
    { id: 'move-1', name: 'One', from: 'PT0M', to: 'PT40M', brief: 'Begin' },
    { id: 'move-2', name: 'Two', from: 'PT40M', to: 'PT2H' },
  ];
  const onward = tape.pick(['originator-approval', 'originator-approval', 'own-discretion', 'free']);
  const rules = { onward, ...(own ? { labels: HARBOUR_POLICY } : {}) };
  return smallScenario({
    injects,
    expects,
    milestones,
    moves,
    items,
    variables: [{ id: 'v', value: 0 }],
    forums: FORUMS,
    subjects: SUBJECTS,
    ...PRESS,
    plans: PLANS,
    ...rules,
  });
}

/** Any id on the record, held by the seat or not: what a prying client would send. */
function someId(tape: Tape, table: Table, seat: string): Id {
  const known = tape.chance(7) ? table.seen(seat).events : table.record;
  const r = known[known.length - 1 - tape.below(Math.min(known.length, 30))];
  if (r && 'inject' in r.event) return r.event.inject;
  if (r && 'item' in r.event) return r.event.item;
  if (r && 'request' in r.event) return r.event.request;
  if (r && 'expected' in r.event) return r.event.expected as Id;
  return r?.id ?? 'e00000000000000000000';
}

/** An item or a request, mostly one that the seat holds. */
function someOf(tape: Tape, table: Table, seat: string, of: 'items' | 'requests'): Id {
  const all = [...table.exercise.world.sharing[of].keys()];
  const own = all.filter((id) => table.exercise.holds(seat, id));
  if (own.length > 0 && tape.chance(8)) return tape.pick(own);
  // Never an id of a sketch: those count from zero.
  return all.length > 0 ? tape.pick(all) : 'ezzzzzzzzzzzzzzzzzzzz';
}

/** A request for release, mostly to whom the item is of that it is about. */
function someRequest(tape: Tape, table: Table, text: string, item: () => Id) {
  const about = tape.chance(6) ? item() : undefined;
  const known = about === undefined ? undefined : table.exercise.world.sharing.items.get(about);
  const originator = known && tape.chance(7) ? standingCard(known)?.originator : undefined;
  const others = tape.chance(about === undefined ? 2 : 6) ? { for: [tape.pick(['party:a', 'party:b', 'party:c', 'seat:b-press'])] } : {};
  return {
    type: 'RequestItem' as const,
    to: originator ?? tape.pick(['party:a', 'party:b', 'party:c', 'entity:wire']),
    text,
    due: table.exercise.now(table.wall) + 1 + tape.below(30) * 60_000,
    ...(about === undefined ? {} : { about }),
    ...others,
  };
}

/** Everything that may be done with items and requests, allowed or not. */
function sharingActs(tape: Tape, table: Table, seat: string, text: string): (() => { type: Command['type']; [field: string]: unknown })[] {
  const now = table.exercise.now(table.wall);
  const own = table.exercise.world.sharing.rules?.policy.id === 'harbour';
  const label = () => tape.pick(tape.chance(9) === own ? LABELS.harbour : LABELS.tlp);
  const item = () => someOf(tape, table, seat, 'items');
  const request = () => someOf(tape, table, seat, 'requests');
  const some = <K extends string, V>(inTen: number, key: K, value: () => V) => (tape.chance(inTen) ? { [key]: value() } : {});
  const list = () => [tape.pick(['a', 'b', 'c'])];
  const written = () => ({
    title: `Title by ${seat}`,
    portions: Array.from({ length: 1 + tape.below(2) }, () => ({ text, ...some(7, 'label', label), ...some(3, 'releasableTo', list) })),
    ...some(1, 'label', label),
    ...some(2, 'onward', () => tape.pick(['originator-approval', 'own-discretion', 'free'])),
    ...some(2, 'expires', () => now + tape.below(20) * 60_000),
    ...some(3, 'basedOn', () => [item()]),
  });
  const told = [...table.exercise.world.sharing.requests.values()].filter((r) => table.exercise.holds(seat, r.id));
  const open = told.filter((r) => !r.decided);
  const decided = told.filter((r) => r.decided);
  const ask = () => someRequest(tape, table, text, item);
  const decide = () => ({
    type: 'DecideRequest' as const,
    request: open.length > 0 && tape.chance(8) ? tape.pick(open).id : request(),
    decision: tape.pick(['grant', 'conditions', 'refuse']),
    ...some(7, 'items', () => [{ item: item(), ...some(4, 'portions', () => [tape.below(3)]) }]),
    ...some(5, 'conditions', () => `On condition: ${text}`),
    ...some(5, 'reason', () => `Because: ${text}`),
    tell: tape.chance(5),
  });
  const release = () => ({
    type: 'ReleaseItem' as const,
    item: item(),
    to: [tape.pick(TO), ...(tape.chance(2) ? [tape.pick(TO)] : [])],
    ...some(4, 'portions', () => [tape.below(2)]),
    ...some(7, 'title', () => `Part: ${text}`),
    ...some(1, 'files', () => [0]),
    ...some(3, 'note', () => text),
    ...some(decided.length > 0 ? 3 : 1, 'request', () => (decided.length > 0 && tape.chance(8) ? tape.pick(decided).id : request())),
  });
  if (open.length > 0 && tape.chance(6)) return [decide];
  return [
    () => ({ type: 'WriteItem', ...written(), ...some(2, 'attachments', () => [tape.pick(['map', 'gone'])]) }),
    () => ({ type: 'ReviseItem', item: item(), ...written() }),
    release,
    release,
    () => ({
      type: 'SanitiseItem',
      item: item(),
      title: `Shorter, by ${seat}`,
      portions: [
        tape.chance(5)
          ? { of: tape.below(3), cuts: { [tape.pick(['en', 'text', 'ko'])]: [[tape.below(4), 4 + tape.below(8)]] } }
          : { of: tape.below(2), text, ...some(3, 'label', label) },
      ],
      ...some(3, 'reason', () => text),
    }),
    ask,
    ask,
    decide,
    decide,
    () => ({ type: 'WithdrawRequest', request: request() }),
    () => ({
      type: 'RecallItem',
      item: item(),
      ...some(5, 'from', () => [tape.pick(['party:a', 'party:b', 'party:c'])]),
      ...some(5, 'reason', () => text),
    }),
    () => ({ type: tape.pick(['ReadItem', 'AcknowledgeItem', 'AcknowledgeItem', 'ConfirmDestroyed']), item: item() }),
  ];
}

/** A text in one language, in both, or one that does not say which. */
const someText = (tape: Tape, words: string): Text =>
  tape.pick<Text>([words, words, { en: words }, { ko: `${words} 우리말` }, { en: words, ko: `${words} 우리말` }]);

/** A language more for something that is written, mostly held: as the author’s side, or for one’s own. */
function someTranslation(tape: Tape, table: Table, seat: string, id: Id): { type: Command['type']; [field: string]: unknown } {
  const { world } = table.exercise;
  const all = [
    ...[...world.messages.messages.values()].filter((m) => typeof m.text === 'object').map((m) => m.id),
    ...[...world.injects.rows].flatMap(([row, { deliveries }]) => [row, ...deliveries.keys()]),
    ...world.sharing.items.keys(),
    ...world.sharing.requests.keys(),
    ...world.consultation.matters.keys(),
    ...[...world.consultation.matters.values()].flatMap((m) => [...m.acts, ...m.positions].filter((a) => a.text).map((a) => a.id)),
    ...[...world.consultation.matters.values()].flatMap((m) => (m.closed?.text ? [m.closed.src] : [])),
    ...world.consultation.decisions.keys(),
  ];
  const held = all.filter((of) => table.exercise.holds(seat, of));
  const of = tape.chance(2) || held.length === 0 ? id : tape.pick(held);
  const { title, texts } = writtenIn(world, of)?.written ?? { title: 'x', texts: ['x'] };
  const words = `Translated ${table.record.length} by ${seat}`;
  return {
    type: tape.pick(['Translate', 'Translate', 'TranslateForUs']),
    of,
    language: tape.pick(['ko', 'ko', 'en', 'fr']),
    ...(title === undefined ? {} : { title: words }),
    texts: texts.map((_, i) => `${words}, ${i}`),
  };
}

function someCommand(tape: Tape, table: Table, seat: string): { type: Command['type']; [field: string]: unknown } {
  const id = someId(tape, table, seat);
  const words = `Words ${table.record.length} of ${seat}`;
  const text = someText(tape, words);
  const send = () => ({
    type: 'SendMessage',
    to: [tape.pick([...TO, 'control', 'entity:wire', 'entity:ministry', 'entity:ministry'])],
    text,
    purpose: tape.pick(PURPOSES),
    ...(tape.chance(4) ? { about: id } : {}),
    ...(tape.chance(2) ? { attachments: [tape.pick(['map', 'note', 'gone'])] } : {}),
  });
  const player = [
    send,
    send,
    send,
    () => ({ type: 'ReadInject', delivery: id }),
    () => ({ type: 'AcknowledgeInject', delivery: id }),
    () => ({ type: 'ReadMessage', message: id }),
    () => ({ type: 'AcknowledgeMessage', message: id }),
    () => ({ type: 'WriteNote', text: words, ...(tape.chance(4) ? { about: id } : {}) }),
    () => ({ type: 'AnswerRoll', roll: id }),
    () => someTranslation(tape, table, seat, id),
    () => ({ type: 'HandOver', name: `Next at ${seat}` }),
  ];
  const control = [
    ...['ReleaseInject', 'HoldInject', 'LiftHold', 'SkipInject', 'RestoreInject'].map((type) => () => ({
      type,
      inject: pickInject(tape, table),
    })),
    () => ({ type: 'ReleaseInject', inject: pickInject(tape, table), to: [tape.pick(TO), tape.pick(TO)] }),
    () => ({ type: 'MoveInject', inject: pickInject(tape, table), at: tape.below(120) * 60_000 }),
    () => ({
      type: 'ImproviseInject',
      title: 'Improvised',
      text,
      from: 'wire',
      to: [tape.pick(TO)],
      ...(tape.chance(3) ? { at: tape.below(120) * 60_000 } : {}),
    }),
    () => ({ type: 'CorrectInject', inject: pickInject(tape, table), title: 'Corrected', text: someText(tape, `Corrected ${words}`) }),
    () => ({ type: 'WithdrawInject', inject: pickInject(tape, table) }),
    () => ({ type: 'JudgeExpected', expected: pickExpected(tape, table), verdict: tape.pick(['met', 'partly', 'not']) }),
    () => ({ type: 'SendMessage', to: [tape.pick(TO)], text, speaker: tape.pick(['entity:wire', 'entity:ministry', 'seat:c-lead']) }),
    () => ({ type: 'CallRoll' }),
    () => ({ type: tape.pick(['TakeCard', 'TakeCard', 'GiveCardBack']), card: someCard(tape, table, id) }),
    () => ({ type: 'SetVariable', variable: 'v', value: tape.below(5) }),
    () => ({ type: tape.pick(['PauseClock', 'StartClock']) }),
    () => ({ type: 'SetRate', rate: tape.pick([0.5, 1, 2, 60]) }),
    () => ({
      type: 'JumpClock',
      to: table.exercise.now(table.wall) + tape.below(10) * 60_000,
      // Without it a jump is refused wherever a silence or a signature would end.
      ...(tape.chance(5) ? { over: [...table.exercise.world.consultation.matters.keys()].slice(-100) } : {}),
    }),
    ...(tape.chance(1) ? [() => ({ type: 'RaiseEmergency', text: words }), () => ({ type: 'StandDown' })] : []),
  ];
  if (tape.chance(seat.startsWith('control:') ? 1 : 5))
    return (tape.pick(sharingActs(tape, table, seat, words)) as () => { type: Command['type'] })();
  const acts = seat.startsWith('control') ? [...control, ...player] : player;
  return (tape.pick(acts) as () => { type: Command['type'] })();
}
const pickInject = (tape: Tape, table: Table): Id => tape.pick([...table.exercise.world.injects.rows.keys()]);
/** Something that may wait for a hand; sometimes any id. */
const someCard = (tape: Tape, table: Table, id: Id): Id =>
  tape.pick([pickInject(tape, table), pickExpected(tape, table), someOf(tape, table, 'control', 'requests'), id]);
const pickExpected = (tape: Tape, table: Table): Id => tape.pick([...table.exercise.world.expected.rows.keys()]);

function consult(tape: Tape, table: Table): void {
  const seat = tape.pick(['control', 'control:a', ...SEATS, ...SEATS]);
  table.say(seat, tape.pick(consultationActs(tape, table, seat, `Words ${table.record.length} of ${seat}`))());
}

function speakUp(tape: Tape, table: Table): void {
  const seat = tape.pick(['control', 'control', 'control:a', ...SEATS, 'seat:a-press', 'seat:b-press', 'seat:b-press']);
  table.say(seat, tape.pick(statementActs(tape, table, seat, `Said ${table.record.length} of ${seat}`))());
}

/** Plays an exercise off the tape: lead control, controllers of both sides and players, prying included. */
export function playSome(tape: Tape, acts: number, table = new Table(someScenario(tape))): Table {
  for (const seat of [...CONTROLS, ...SEATS]) table.sit(seat);
  table.start();
  // In some exercises people mostly consult: matters come to an end only by several acts.
  const consulting = tape.pick([1, 1, 7]);
  if (consulting > 1) beginConsulting(table);
  // In others they mostly draft, clear and speak.
  const speaking = tape.pick([1, 1, 8]);
  const planning = tape.pick([1, 1, 7]);
  if (planning > 1) beginPlanning(table);
  for (let i = 0; i < acts; i++) {
    if (tape.chance(6)) table.wait(tape.below(60) / 10);
    const seat = tape.pick([...CONTROLS, ...CONTROLS, ...SEATS, ...SEATS]);
    table.say(seat, someCommand(tape, table, seat));
    // Beside the other acts, not in their place: of them there are no fewer.
    if (tape.chance(consulting)) consult(tape, table);
    if (tape.chance(speaking)) speakUp(tape, table);
    if (tape.chance(planning)) plan(tape, table);
  }
  table.wait(1);
  return table;
}
