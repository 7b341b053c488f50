import {
  type CommandInput,
  type Id,
  type InjectCard,
  type InjectRow,
  injectStatus,
  rosterOfWorld,
  rowCard,
  split,
  type Text,
  type World,
} from '@entente/engine';
import { type Said, said } from '../error.ts';
import { meant } from '../out/words.ts';
import type { Difference, RowChange } from './difference.ts';
import { Values, withText } from './values.ts';

/** What taking a change over would do in a running exercise: ordinary commands, or why there are none. */
export interface Step {
  readonly change: RowChange;
  readonly commands: readonly CommandInput[];
  readonly said: Said;
  /** What takes the first of them back, should a later one be refused: no row is left half changed. */
  readonly back?: readonly CommandInput[];
}

/** Fields that no command changes once an exercise has begun. */
const FIXED = ['number', 'kind', 'objective', 'controller'];
const isNote = (field: string): boolean => /^note(\.|$)/.test(field);
const DONE = new Set(['released', 'lapsed']);

/**
 * Turns what was changed in a workbook into commands of the viewer's own. Only rows that have not been released can be changed,
 * and only what a controller could change by hand: its time moves, a row that should say something else is skipped and a new one
 * takes its place.
 */
export function stepsFor(difference: Difference, world: World, viewer: string): Step[] {
  const [, party] = split(viewer);
  const here: Here = { values: new Values(world), roster: rosterOfWorld(world), party };
  const followers = followersIn(world, party);
  const rows = new Map<string, readonly [Id, InjectRow]>();
  for (const [id, row] of world.injects.rows) {
    const card = rowCard(row, party);
    if (card) rows.set(card.scenario ?? id, [id, row]);
  }
  return difference.changes.map((change) => withFollowers(stepOf(change)));

  function withFollowers(made: Step): Step {
    const skip = made.commands.find((c) => c.type === 'SkipInject');
    const numbers = skip ? followers(skip.inject) : [];
    return numbers.length === 0 ? made : { ...made, said: both(made.said, followedBy(numbers)) };
  }

  function stepOf(change: RowChange): Step {
    const found = rows.get(change.id);
    if (change.kind === 'added') return added(change, here);
    if (!found) return none(change, said('It is no inject that can be changed here.', '이곳에서 바꿀 수 있는 상황이 아닙니다.'));
    const [id, row] = found;
    const status = injectStatus(row);
    if (DONE.has(status))
      return none(
        change,
        status === 'released'
          ? said(
              'It has been released. Correct or withdraw it in control.',
              '이미 부여되었습니다. 통제단 화면에서 정정하거나 철회하십시오.',
            )
          : said('Its time has lapsed.', '시한이 지났습니다.'),
      );
    if (change.kind === 'removed')
      return status === 'skipped'
        ? none(change, said('It is skipped already.', '이미 생략되었습니다.'))
        : step(change, [{ type: 'SkipInject', inject: id }], SKIPPED);
    return changed(change, id, row, here);
  }
}

const followedBy = (numbers: readonly string[]): Said =>
  said(
    `Without it these no longer come by themselves: ${numbers.join(', ')}.`,
    `이 상황이 없으면 다음은 저절로 이어지지 않습니다: ${numbers.join(', ')}.`,
  );

interface Here {
  readonly values: Values;
  readonly roster: ReturnType<typeof rosterOfWorld>;
  /** Whose control it is; absent: lead control. */
  readonly party: string | undefined;
}
const step = (change: RowChange, commands: readonly CommandInput[], words: Said): Step => {
  const [first, ...more] = commands;
  const back = more.length > 0 && first ? opposite(first) : [];
  return { change, commands, said: words, ...(back.length > 0 ? { back } : {}) };
};
function opposite(command: CommandInput): CommandInput[] {
  if (command.type === 'SkipInject') return [{ type: 'RestoreInject', inject: command.inject }];
  return command.type === 'RestoreInject' ? [{ type: 'SkipInject', inject: command.inject }] : [];
}
const none = (change: RowChange, why: Said): Step => ({ change, commands: [], said: why });

function changed(change: RowChange, id: Id, row: InjectRow, { values, roster, party }: Here): Step {
  const cells = new Map(change.cells.map((c) => [c.field, c]));
  const fixed = change.cells.find((c) => FIXED.includes(c.field) || isNote(c.field));
  if (fixed)
    return none(
      change,
      said(
        'Number, kind, objective, controller and notes stay as they are once an exercise has begun.',
        '번호·유형·목표·담당·참고는 연습을 만든 뒤에는 바꿀 수 없습니다.',
      ),
    );
  const now = injectStatus(row);
  const state = cells.get('status');
  const wanted = state && meant(state.theirs, ['planned', 'skipped']);
  const rest = new Map([...cells].filter(([field]) => field !== 'status'));
  if (wanted === 'skipped' && now !== 'skipped')
    return step(
      change,
      [{ type: 'SkipInject', inject: id }],
      rest.size > 0 ? both(SKIPPED, said('What else was changed in the row is not taken.', '그 밖의 변경은 반영하지 않습니다.')) : SKIPPED,
    );
  const restores = wanted === 'planned' && now === 'skipped';
  if (state && !restores)
    return none(change, said(`The state “${state.theirs}” cannot be set.`, `“${state.theirs}” 상태로는 바꿀 수 없습니다.`));
  if (now === 'skipped' && !restores)
    return none(
      change,
      said(
        'It is skipped here, or another inject has taken its place. Set its state to “Planned” in the workbook if it is to come.',
        '이쪽에서 생략했거나 다른 상황으로 대신한 행입니다. 부여하려면 통합 문서에서 상태를 “예정”으로 바꾸십시오.',
      ),
    );
  const restore: readonly CommandInput[] = restores ? [{ type: 'RestoreInject', inject: id }] : [];
  if (rest.size === 0) return step(change, restore, said('It is restored.', '되살립니다.'));
  const time = rest.get('time');
  const at = time && values.time(time.theirs, time.ours);
  if (at && 'why' in at) return none(change, at.why);
  if (time && rest.size === 1) {
    if (!at || at.ok === undefined) return none(change, said('A time cannot be taken away from it.', '시각을 없앨 수 없습니다.'));
    const move = said(`It is moved to ${time.theirs}.`, `${time.theirs}(으)로 옮깁니다.`);
    return step(
      change,
      [...restore, { type: 'MoveInject', inject: id, at: at.ok }],
      restores ? both(said('It is restored.', '되살립니다.'), move) : move,
    );
  }
  const card = rowCard(row, party);
  if (!card) return none(change, said('It is not yours to change.', '바꿀 권한이 없습니다.'));
  const tied = tiedTo(row, card, party);
  if (tied) return none(change, tied);
  const made = improvised(rest, values, {
    title: card.title,
    text: card.text,
    from: card.from,
    to: card.to,
    channel: card.channel,
    label: card.label,
    at: at && 'ok' in at ? at.ok : (row.timed?.due ?? card.at),
  });
  if ('why' in made) return none(change, made.why);
  const unfit = unfitFor(roster, made.ok, party);
  if (unfit) return none(change, unfit);
  if (!('at' in made.ok) || made.ok.at === undefined)
    return none(
      change,
      said(
        'It has no time of its own, so nothing can take its place. Change it by hand.',
        '정해진 시각이 없어 다른 상황으로 대신할 수 없습니다. 통제단 화면에서 직접 바꾸십시오.',
      ),
    );
  return restores
    ? step(change, [made.ok], said('It stays skipped, and a new inject takes its place.', '생략한 채 두고 새 상황으로 대신합니다.'))
    : step(
        change,
        [{ type: 'SkipInject', inject: id }, made.ok],
        said('It is skipped, and a new inject takes its place.', '생략하고 새 상황으로 대신합니다.'),
      );
}

const SKIPPED = said('It is skipped.', '생략합니다.');
const both = (a: Said, b: Said): Said => said(`${a.en} ${b.en}`, `${a.ko} ${b.ko}`);

/** What a row has that no improvised one could have: it would be lost if another took its place. */
function tiedTo(row: InjectRow, card: InjectCard, party: string | undefined): Said | undefined {
  const waits =
    row.plan?.when !== undefined || (row.plan?.after !== undefined && !row.timed) || (party !== undefined && row.shown.get(party)?.waits);
  if (waits)
    return said(
      'It waits for something else, and another inject would not. Change it by hand.',
      '다른 조건을 기다리는 상황이어서 새 상황으로 대신할 수 없습니다. 통제단 화면에서 직접 바꾸십시오.',
    );
  if (card.manual)
    return said(
      'It waits for a hand, and another inject would not. Change it by hand.',
      '통제관이 직접 부여하는 상황이어서 새 상황으로 대신할 수 없습니다. 통제단 화면에서 직접 바꾸십시오.',
    );
  if (card.attachments?.length || card.brings || card.says || card.tells?.length || row.plan?.set)
    return said(
      'It brings a file, an item or a statement with it, which another inject would not. Change it by hand.',
      '첨부나 공유 자료, 성명이 딸린 상황이어서 새 상황으로 대신할 수 없습니다. 통제단 화면에서 직접 바꾸십시오.',
    );
  return undefined;
}

/** Why the viewer could not write such an inject: it may speak for nobody who sits there, and a party’s control writes to its own side alone. */
function unfitFor(roster: Here['roster'], command: Improvised, party: string | undefined): Said | undefined {
  const { from, to } = command;
  if (from !== 'control' && !roster?.entities.has(from) && !(party === undefined && roster?.knows(from) && roster.isPlayed(from)))
    return said(
      'It speaks for somebody whom players play, and control writes nothing new in their name. Its time and state alone can be changed.',
      '참가자가 맡은 쪽의 이름으로 된 상황입니다. 통제단이 그 이름으로 새로 쓸 수 없으므로 시각과 상태만 바꿀 수 있습니다.',
    );
  if (party !== undefined && to.some((address) => roster?.partyOf(address) !== party))
    return said('A party’s control writes to its own side alone.', '각 참가측 통제관은 자기 측에만 부여할 수 있습니다.');
  return undefined;
}

/** By id: the numbers of rows that come after it or wait for it, as far as the viewer holds that. Without it they do not come by themselves. */
function followersIn(world: World, party: string | undefined): (id: Id) => readonly string[] {
  const found = new Map<string, string[]>();
  for (const row of [...world.injects.rows.values(), ...world.expected.rows.values()]) {
    const held = party === undefined ? row.plan : row.shown.get(party);
    if (!held) continue;
    const { card, ...rest } = held;
    const waits = { after: undefined, when: undefined, seen: undefined, ...rest };
    for (const name of new Set([waits.after, waits.when, waits.seen].flatMap(wordsIn)))
      found.set(name, [...(found.get(name) ?? []), card.number]);
  }
  return (id) => {
    const scenario = world.injects.rows.get(id)?.plan?.card.scenario;
    return [...new Set([...(found.get(id) ?? []), ...(found.get(scenario ?? id) ?? [])])];
  };
}
const wordsIn = (part: unknown): string[] =>
  typeof part === 'string' ? [part] : typeof part === 'object' && part !== null ? Object.values(part).flatMap(wordsIn) : [];

function added(change: RowChange, { values, roster, party }: Here): Step {
  const cells = new Map(change.cells.map((c) => [c.field, c]));
  const time = cells.get('time');
  const at = time && values.time(time.theirs, '');
  if (at && 'why' in at) return none(change, at.why);
  if (meant(cells.get('kind')?.theirs ?? '', ['expected']))
    return none(change, said('An expected action cannot be added to an exercise.', '연습에 예상조치를 추가할 수 없습니다.'));
  if (at === undefined || at.ok === undefined)
    return none(
      change,
      said(
        'It has no time, and would be released at once. Write when it comes.',
        '시각이 없어 즉시 부여될 수 있습니다. 시각을 적으십시오.',
      ),
    );
  const made = improvised(cells, values, { at: at.ok });
  if ('why' in made) return none(change, made.why);
  const unfit = unfitFor(roster, made.ok, party);
  return unfit ? none(change, unfit) : step(change, [made.ok], said('A new inject is planned.', '새 상황을 계획합니다.'));
}

type Improvised = Extract<CommandInput, { type: 'ImproviseInject' }>;
interface Before {
  readonly title?: Text;
  readonly text?: Text;
  readonly from?: string;
  readonly to?: readonly string[];
  readonly channel?: string;
  readonly label?: string;
  readonly at?: number | undefined;
}

function improvised(
  cells: ReadonlyMap<string, { readonly theirs: string }>,
  values: Values,
  before: Before,
): { ok: Improvised } | { why: Said } {
  let { title = '', text = '' } = before;
  for (const [field, { theirs }] of cells) {
    const [name, language] = field.split('.');
    if (name === 'title') title = withText(title, language, theirs);
    if (name === 'text') text = withText(text, language, theirs);
  }
  const read = {
    from: cells.has('from') ? values.sender(cells.get('from')?.theirs ?? '') : { ok: before.from ?? 'control' },
    to: cells.has('to') ? values.recipients(cells.get('to')?.theirs ?? '') : { ok: before.to ?? [] },
    channel: cells.has('channel') ? values.channel(cells.get('channel')?.theirs ?? '') : { ok: before.channel ?? 'message' },
  };
  for (const value of Object.values(read)) if ('why' in value) return value;
  const { from, to, channel } = read as { [K in keyof typeof read]: { ok: never } };
  if ((to.ok as readonly string[]).length === 0)
    return {
      why: said(
        'It names nobody. In a running exercise a new inject needs its recipients.',
        '수신자가 없습니다. 진행 중인 연습에 넣는 상황에는 수신자가 있어야 합니다.',
      ),
    };
  if (isEmpty(title) && isEmpty(text)) return { why: said('It says nothing.', '내용이 없습니다.') };
  const command = {
    type: 'ImproviseInject',
    title: isEmpty(title) ? shortened(text) : title,
    text: isEmpty(text) ? title : text,
    from: from.ok,
    to: to.ok,
    channel: channel.ok,
    ...(before.label === undefined ? {} : { label: before.label }),
    ...(before.at === undefined ? {} : { at: before.at }),
  };
  return { ok: command as Improvised };
}

const isEmpty = (text: Text): boolean =>
  typeof text === 'string' ? text.trim() === '' : Object.values(text).every((w) => w.trim() === '');
const shortened = (text: Text): Text =>
  typeof text === 'string' ? cut(text) : Object.fromEntries(Object.entries(text).map(([l, words]) => [l, cut(words)]));
const cut = (words: string): string => [...(words.split('\n')[0] ?? '')].slice(0, 120).join('');
