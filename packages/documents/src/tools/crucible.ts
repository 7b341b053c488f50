import { said } from '../error.ts';
import { recognise } from '../msel/header-words.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { type Fields, fieldsIn, isFields, madeSheet, shown } from './made.ts';

/** The MSELs of a Crucible Blueprint file: one MSEL as it is exported, or tables of several. Undefined where a value is none. */
export function crucibleSheets(value: unknown): Sheet[] | undefined {
  const whole = plain(value);
  if (!isFields(whole)) return undefined;
  const tables = fieldsIn(whole.msels);
  if (tables.length > 0 && 'datafields' in whole) {
    const found = tables.map((msel) => sheetOf(msel, whole, (f) => f.mselid === msel.id)).filter((s) => s.rows.length > 1);
    return found.length > 0 ? found : tables.slice(0, 1).map((msel) => sheetOf(msel, whole, (f) => f.mselid === msel.id));
  }
  const own = isFields(whole.msel) ? whole.msel : whole;
  return fieldsIn(own.scenarioevents).length > 0 && 'datafields' in own ? [sheetOf(own, own, () => true)] : undefined;
}

const DEEPEST = 12;

/** Names in small letters; lists as lists, where the exporter wrapped them (`$values`). */
function plain(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) return value.map((v) => plain(v, depth + 1));
  if (!isFields(value)) return value;
  if ('$values' in value) return plain(value.$values, depth + 1);
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key.toLowerCase(), plain(v, depth + 1)]));
}

const OTHER = ['moves', 'organizations', 'dataoptions', 'cards', 'cites', 'teams', 'players', 'pages', 'cardteams', 'mselteams', 'units'];

function sheetOf(msel: Fields, from: Fields, isOwn: (record: Fields) => boolean): Sheet {
  const fields = fieldsIn(from.datafields)
    .filter(isOwn)
    .toSorted((a, b) => Number(a.displayorder ?? 0) - Number(b.displayorder ?? 0));
  const events = fieldsIn(from.scenarioevents)
    .filter(isOwn)
    .toSorted((a, b) => Number(a.deltaseconds ?? 0) - Number(b.deltaseconds ?? 0) || Number(a.grouporder ?? 0) - Number(b.grouporder ?? 0));
  const values = fieldsIn(from.datavalues);
  const of = (event: Fields): Map<unknown, string> =>
    new Map(
      [...fieldsIn(event.datavalues), ...values.filter((v) => v.scenarioeventid === event.id)].map((v) => [v.datafieldid, shown(v.value)]),
    );
  const cells = events.map(of);
  const timed = fields.some((f) => recognise(shown(f.name))?.meaning === 'time' && cells.some((c) => (c.get(f.id) ?? '') !== ''));
  const extra = ['description', 'scenarioeventtype', 'injectid'].filter((key) => events.some((e) => !['', '0'].includes(shown(e[key]))));
  const header = [
    timed ? 'Delta from STARTEX (not read)' : 'Time',
    ...fields.map((f) => shown(f.name)),
    ...extra.map((key) => EXTRA[key] ?? key),
  ];
  const rows = events.map((event, i) => [
    `PT${Math.max(0, Math.round(Number(event.deltaseconds ?? 0)) || 0)}S`,
    ...fields.map((f) => cells[i]?.get(f.id) ?? ''),
    ...extra.map((key) => shown(event[key])),
  ]);
  const left = OTHER.filter((key) => fieldsIn(from[key]).length > 0).map((key) => `${key} (${fieldsIn(from[key]).length})`);
  return madeSheet(shown(msel.name) || 'Crucible', 'crucible', header, rows, [
    said('This is an MSEL of Crucible Blueprint.', 'Crucible Blueprint의 MSEL입니다.'),
    ...(left.length > 0 ? [said(`Not read: ${left.join(', ')}.`, `읽지 않은 것: ${left.join(', ')}.`)] : []),
  ]);
}
const EXTRA: Readonly<Record<string, string>> = {
  description: 'Event remark',
  scenarioeventtype: 'Event type',
  injectid: 'Catalog inject',
};
