import { durationText, type World } from '@entente/engine';
import { type Problem, parseScenario } from '@entente/scenario';
import { type Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Said, said } from '../error.ts';
import { slugOf } from '../msel/names.ts';
import { meant } from '../out/words.ts';
import type { RowChange } from './difference.ts';
import { type Read, Values, withText } from './values.ts';

export interface Taken {
  /** The files of the folder that changed, whole. */
  readonly files: ReadonlyMap<string, string>;
  readonly taken: readonly RowChange[];
  readonly refused: readonly { readonly change: RowChange; readonly said: Said }[];
  /** What the check says of the folder as it would be. */
  readonly problems: readonly Problem[];
}

const LISTS = ['injects', 'expects'] as const;
interface Place {
  readonly file: string;
  readonly document: Document;
  readonly list: YAMLSeq;
  readonly name: (typeof LISTS)[number];
  readonly byId: ReadonlyMap<unknown, YAMLMap>;
}

/**
 * Writes changes of a workbook into the text of a scenario: only the keys concerned, so that comments and order stay. A change
 * that cannot be read whole is refused whole. `world`: the scenario as it stands, opened.
 */
export function takeInto(files: ReadonlyMap<string, string>, changes: readonly RowChange[], world: World): Taken {
  const places = placesOf(files);
  const values = new Values(world);
  const language = world.seats.exercise?.languages[0] ?? 'en';
  const touched = new Set<string>();
  const taken: RowChange[] = [];
  const refused: { change: RowChange; said: Said }[] = [];
  for (const change of changes) {
    const why = takeOne(change, { places, values, language, touched });
    if (why) refused.push({ change, said: why });
    else taken.push(change);
  }
  const written = new Map<string, string>();
  for (const file of touched) {
    const place = places.find((p) => p.file === file);
    if (place) written.set(file, place.document.toString({ lineWidth: 100, flowCollectionPadding: false }));
  }
  const { problems } = parseScenario(new Map([...files, ...written]));
  return { files: written, taken, refused, problems };
}

function placesOf(files: ReadonlyMap<string, string>): Place[] {
  const documents = new Map<string, Document>();
  const parsed = (file: string): Document => {
    const known = documents.get(file) ?? parseDocument(files.get(file) ?? '');
    documents.set(file, known);
    return known;
  };
  return LISTS.flatMap((name) => {
    const own = `${name}.yaml`;
    const file = files.has(own) ? own : 'scenario.yaml';
    const document = parsed(file);
    const list = file === own ? document.contents : document.get(name);
    if (!isSeq(list)) return [];
    const byId = new Map(list.items.flatMap((item) => (isMap(item) ? [[item.get('id'), item as YAMLMap] as const] : [])));
    return [{ file, document, list: list as YAMLSeq, name, byId }];
  });
}

interface Into {
  readonly places: readonly Place[];
  readonly values: Values;
  readonly language: string;
  readonly touched: Set<string>;
}

/** Takes a change over, or says why not; then nothing of it is. */
function takeOne(change: RowChange, into: Into): Said | undefined {
  if (change.kind === 'added') return add(change, into);
  for (const { file, list, name, byId } of into.places) {
    const item = byId.get(change.id);
    if (!item) continue;
    const status = change.cells.find((c) => c.field === 'status');
    const skipped = status && meant(status.theirs, ['skipped']) !== undefined;
    if (change.kind === 'removed' || skipped) {
      list.items.splice(list.items.indexOf(item), 1);
      into.touched.add(file);
      return undefined;
    }
    const edits = change.cells.map((c) => editOf(c.field, c.theirs, c.ours, item, name, into));
    const why = edits.find((e) => 'why' in e);
    if (why && 'why' in why) return why.why;
    const before = (item.clone() as YAMLMap).items;
    for (const edit of edits) if ('ok' in edit) edit.ok();
    const unsaid = name === 'injects' ? unsaidIn(item, into) : undefined;
    if (unsaid) item.items = before;
    else into.touched.add(file);
    return unsaid;
  }
  return said('The scenario has no such line.', '시나리오에 없는 행입니다.');
}

/** To the public an outlet reports, or somebody speaks for a side. */
function unsaidIn(item: YAMLMap, { values }: Into): Said | undefined {
  const { to = [], from = 'control', says } = item.toJSON() as { to?: readonly string[]; from?: string; says?: string };
  if (!to.includes('public') || says !== undefined || values.tellsPublic(from)) return undefined;
  return said(
    'To the public an outlet reports, or somebody speaks for a side. Give it such a sender, too.',
    '공개 상황은 매체가 보도하거나 참가측 대표자가 말하여야 합니다. 발신자도 그에 맞게 바꾸십시오.',
  );
}

type Edit = Read<() => void>;

function editOf(
  field: string,
  theirs: string,
  ours: string,
  item: YAMLMap,
  list: (typeof LISTS)[number],
  { values, language }: Into,
): Edit {
  const [name, lang] = field.split('.') as [string, string | undefined];
  const set = (key: string, value: unknown): Edit => ({
    ok: () => {
      if (value === undefined || value === '') item.delete(key);
      else item.set(key, value);
    },
  });
  const from = <T>(read: Read<T>, key: string, written: (value: T) => unknown = (v) => v): Edit =>
    'why' in read ? read : set(key, written(read.ok));
  const expected = list === 'expects';
  switch (name) {
    case 'number':
      return theirs.trim().length > 20
        ? { why: said('A number has at most 20 characters.', '번호는 20자까지입니다.') }
        : set('number', theirs.trim());
    case 'time':
      if (item.has('after') || (item.has('when') && !item.has('at')))
        return {
          why: said(
            'Its time follows something else; change that in the scenario.',
            '시각이 다른 것에 따라 정해집니다. 시나리오에서 바꾸십시오.',
          ),
        };
      return from(values.time(theirs, ours), 'at', (at) => (at === undefined ? undefined : durationText(at)));
    case 'channel':
      return from(values.channel(theirs), 'channel');
    case 'kind':
      return expected ? { why: OTHER_KIND } : from(values.kind(theirs), 'kind', (kind) => (kind === 'contextual' ? undefined : kind));
    case 'from':
      return from(values.sender(theirs), 'from', (f) => (f === 'control' ? undefined : f));
    case 'to': {
      const to = values.recipients(theirs);
      if (!expected || 'why' in to) return from(to, 'to', (list) => [...list]);
      return to.ok.length === 1
        ? set('by', to.ok[0])
        : { why: said('An expected action is of one recipient.', '예상조치는 한 수신자의 것이어야 합니다.') };
    }
    case 'title':
    case 'text':
    case 'note': {
      if (expected && name !== 'title') return { why: said('An expected action has one text only.', '예상조치에는 글이 하나뿐입니다.') };
      const key = expected ? 'text' : name === 'note' ? 'control' : name;
      const before = item.toJSON()[key] as string | Record<string, string> | undefined;
      // A text that does not say its language is of the first.
      const several = typeof before === 'string' && lang !== undefined && lang !== language ? { [language]: before } : before;
      const words = lang !== undefined && typeof several === 'string' && lang === language ? theirs : withText(several, lang, theirs);
      if (key !== 'control' && (words === '' || (typeof words === 'object' && Object.keys(words).length === 0)))
        return { why: said('A title and a text must not be empty.', '제목과 내용은 비울 수 없습니다.') };
      return set(key, typeof words === 'object' && Object.keys(words).length === 0 ? undefined : words);
    }
    case 'objective':
      return from(values.objective(theirs), 'objective');
    case 'controller':
      return from(values.controller(theirs), 'controller');
    default:
      return {
        why: said(`“${theirs.slice(0, 40)}” cannot be taken over there.`, `“${theirs.slice(0, 40)}”은(는) 반영할 수 없는 칸입니다.`),
      };
  }
}
const OTHER_KIND = said('An expected action cannot become an inject.', '예상조치를 상황으로 바꿀 수 없습니다.');

function add(change: RowChange, into: Into): Said | undefined {
  const cells = new Map(change.cells.map((c) => [c.field, c.theirs]));
  if (meant(cells.get('kind') ?? '', ['expected']))
    return said('An expected action is added in the scenario itself.', '예상조치는 시나리오에서 직접 추가하십시오.');
  const place = into.places.find((p) => p.name === 'injects');
  if (!place) return said('The scenario has no list of injects.', '시나리오에 상황 목록이 없습니다.');
  const { document, list, file } = place;
  const item = document.createNode({ id: freeId(list, cells.get('number') ?? cells.get('title') ?? '') }) as YAMLMap;
  if (!cells.has('to')) item.set('to', document.createNode([]));
  const edits = change.cells.filter((c) => c.field !== 'status').map((c) => editOf(c.field, c.theirs, '', item, 'injects', into));
  const why = edits.find((e) => 'why' in e);
  if (why && 'why' in why) return why.why;
  for (const edit of edits) if ('ok' in edit) edit.ok();
  const { title, text } = item.toJSON() as { title?: unknown; text?: unknown };
  if (title === undefined && text === undefined) return said('It says nothing.', '내용이 없습니다.');
  if (title === undefined) item.set('title', text);
  if (text === undefined) item.set('text', title);
  if (!item.has('at')) item.set('manual', true);
  const unsaid = unsaidIn(item, into);
  if (unsaid) return unsaid;
  list.add(item);
  into.touched.add(file);
  return undefined;
}

function freeId(list: YAMLSeq, name: string): string {
  const used = new Set(list.items.map((i) => (isMap(i) ? i.get('id') : undefined)));
  const base = `i-${slugOf(name) || 'new'}`;
  let id = base;
  for (let n = 2; used.has(id); n++) id = `${base}-${n}`;
  return id;
}
