import { type CommandInput, type Id, type InjectRow, injectStatus, rowCard, split, type Text, type World } from '@entente/engine';
import { type Said, said } from '../error.ts';
import { meant } from '../out/words.ts';
import type { Difference, RowChange } from './difference.ts';
import { Values, withText } from './values.ts';

/** What taking a change over would do in a running exercise: ordinary commands, or why there are none. */
export interface Step {
  readonly change: RowChange;
  readonly commands: readonly CommandInput[];
  readonly said: Said;
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
  const values = new Values(world);
  const rows = new Map<string, readonly [Id, InjectRow]>();
  for (const [id, row] of world.injects.rows) {
    const card = rowCard(row, party);
    if (card) rows.set(card.scenario ?? id, [id, row]);
  }
  return difference.changes.map((change) => {
    const found = rows.get(change.id);
    if (change.kind === 'added') return added(change, values);
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
        : step(change, [{ type: 'SkipInject', inject: id }], said('It is skipped.', '생략합니다.'));
    return changed(change, id, row, { values, party });
  });
}

const step = (change: RowChange, commands: readonly CommandInput[], words: Said): Step => ({ change, commands, said: words });
const none = (change: RowChange, why: Said): Step => ({ change, commands: [], said: why });

function changed(change: RowChange, id: Id, row: InjectRow, { values, party }: { values: Values; party: string | undefined }): Step {
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
  const status = cells.get('status');
  if (status) {
    const wanted = meant(status.theirs, ['planned', 'skipped']);
    const now = injectStatus(row);
    if (wanted === 'skipped' && now !== 'skipped')
      return step(change, [{ type: 'SkipInject', inject: id }], said('It is skipped.', '생략합니다.'));
    if (wanted === 'planned' && now === 'skipped')
      return step(change, [{ type: 'RestoreInject', inject: id }], said('It is restored.', '되살립니다.'));
    return none(change, said(`The state “${status.theirs}” cannot be set.`, `“${status.theirs}” 상태로는 바꿀 수 없습니다.`));
  }
  const time = cells.get('time');
  const at = time && values.time(time.theirs, time.ours);
  if (at && 'why' in at) return none(change, at.why);
  if (time && cells.size === 1) {
    if (!at || at.ok === undefined) return none(change, said('A time cannot be taken away from it.', '시각을 없앨 수 없습니다.'));
    return step(
      change,
      [{ type: 'MoveInject', inject: id, at: at.ok }],
      said(`It is moved to ${time.theirs}.`, `${time.theirs}(으)로 옮깁니다.`),
    );
  }
  const card = rowCard(row, party);
  if (!card) return none(change, said('It is not yours to change.', '바꿀 권한이 없습니다.'));
  const made = improvised(cells, values, {
    title: card.title,
    text: card.text,
    from: card.from,
    to: card.to,
    channel: card.channel,
    at: at && 'ok' in at ? at.ok : (row.timed?.due ?? card.at),
  });
  if ('why' in made) return none(change, made.why);
  if (!('at' in made.ok) || made.ok.at === undefined)
    return none(
      change,
      said(
        'It has no time of its own, so nothing can take its place. Change it by hand.',
        '정해진 시각이 없어 다른 상황으로 대신할 수 없습니다. 통제단 화면에서 직접 바꾸십시오.',
      ),
    );
  return step(
    change,
    [{ type: 'SkipInject', inject: id }, made.ok],
    said('It is skipped, and a new inject takes its place.', '생략하고 새 상황으로 대신합니다.'),
  );
}

function added(change: RowChange, values: Values): Step {
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
  return 'why' in made ? none(change, made.why) : step(change, [made.ok], said('A new inject is planned.', '새 상황을 계획합니다.'));
}

interface Before {
  readonly title?: Text;
  readonly text?: Text;
  readonly from?: string;
  readonly to?: readonly string[];
  readonly channel?: string;
  readonly at?: number | undefined;
}

function improvised(
  cells: ReadonlyMap<string, { readonly theirs: string }>,
  values: Values,
  before: Before,
): { ok: CommandInput } | { why: Said } {
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
    ...(before.at === undefined ? {} : { at: before.at }),
  };
  return { ok: command as CommandInput };
}

const isEmpty = (text: Text): boolean =>
  typeof text === 'string' ? text.trim() === '' : Object.values(text).every((w) => w.trim() === '');
const shortened = (text: Text): Text =>
  typeof text === 'string' ? cut(text) : Object.fromEntries(Object.entries(text).map(([l, words]) => [l, cut(words)]));
const cut = (words: string): string => [...(words.split('\n')[0] ?? '')].slice(0, 120).join('');
