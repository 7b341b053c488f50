import type { Aside } from './sheet.ts';
import { clean } from './sheet.ts';
import { Runs } from './strings.ts';
import { attribute, xmlParts } from './xml.ts';
import type { Zip } from './zip.ts';

interface Part {
  readonly kind: string;
  readonly path: string;
}

/** What a part of the workbook refers to, by the ids that it uses. */
function relationsOf(zip: Zip, path: string): Map<string, Part> {
  const [, folder, file] = /^(.*\/)?([^/]+)$/.exec(path) ?? [];
  const found = new Map<string, Part>();
  for (const part of xmlParts(zip.text(`${folder ?? ''}_rels/${file}.rels`) ?? '')) {
    if (part.kind !== 'open' || part.name !== 'Relationship') continue;
    const target = attribute(part.attributes, 'Target') ?? '';
    const kind = (attribute(part.attributes, 'Type') ?? '').split('/').at(-1) ?? '';
    found.set(attribute(part.attributes, 'Id') ?? '', { kind, path: placed(folder ?? '', target) });
  }
  return found;
}

function placed(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folder.split('/').filter(Boolean);
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}

/** The sheets of a workbook, where its parts lie, and from when it counts days. */
export function readWorkbook(zip: Zip) {
  const relations = relationsOf(zip, 'xl/workbook.xml');
  const kinds = new Map([...relations.values()].map((r) => [r.kind, r.path]));
  const sheets: { name: string; hidden: boolean; path: string }[] = [];
  let from1904 = false;
  for (const part of xmlParts(zip.text('xl/workbook.xml') ?? '')) {
    if (part.kind !== 'open') continue;
    if (part.name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(part.attributes, 'date1904') ?? '');
    if (part.name !== 'sheet') continue;
    const relation = / (?:[\w.-]+:)id\s*=\s*["']([^"']*)/.exec(part.attributes)?.[1] ?? '';
    const state = attribute(part.attributes, 'state') ?? 'visible';
    sheets.push({
      name: attribute(part.attributes, 'name') ?? `Sheet${sheets.length + 1}`,
      hidden: state !== 'visible',
      path: relations.get(relation)?.path ?? `xl/worksheets/sheet${sheets.length + 1}.xml`,
    });
  }
  return { sheets, from1904, part: (kind: string) => kinds.get(kind) };
}

const MOST_COMMENTS = 20_000;

/** The comments of a sheet by row number: notes, and threads in their order. */
export function readComments(zip: Zip, sheetPath: string): Map<number, Aside[]> {
  const byRow = new Map<number, Aside[]>();
  const parts = [...relationsOf(zip, sheetPath).values()];
  const threads = parts.filter((p) => p.kind === 'threadedComment');
  const threaded = new Set<string>();
  let left = MOST_COMMENTS;
  const put = (reference: string, text: string): void => {
    const m = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference);
    if (!m || text === '' || left-- <= 0) return;
    const row = Number(m[2]);
    byRow.set(row, [...(byRow.get(row) ?? []), { column: columnOf(m[1]) as number, kind: 'comment', text }]);
  };
  for (const { path } of threads) {
    for (const [reference, text] of commentsIn(zip.text(path) ?? '', 'threadedComment')) {
      threaded.add(reference);
      put(reference, text);
    }
  }
  for (const { path } of parts.filter((p) => p.kind === 'comments'))
    for (const [reference, text] of commentsIn(zip.text(path) ?? '', 'comment')) if (!threaded.has(reference)) put(reference, text);
  return byRow;
}

function* commentsIn(xml: string, element: string): Generator<[string, string]> {
  let reference = '';
  let text = '';
  let inside = false;
  const runs = new Runs();
  for (const part of xmlParts(xml)) {
    if (part.kind !== 'text' && part.name === element) {
      if (part.kind === 'open') reference = attribute(part.attributes, 'ref') ?? '';
      else {
        const rich = runs.take().map((r) => r.text);
        yield [reference, clean(rich.length > 0 ? rich.join('') : text)];
      }
      text = '';
    } else if (part.kind !== 'text' && part.name === 'text') inside = part.kind === 'open';
    else {
      if (part.kind === 'text' && inside) text += part.text;
      runs.part(part);
    }
  }
}

/** The zero-based column of a reference such as `AB12`. */
export function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d*$)/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  let n = 0;
  for (const letter of letters) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

/** `AB` of the zero-based column. */
export function lettersOfColumn(index: number): string {
  let letters = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}
