import type { Cell } from './sheet.ts';
import { attribute, xmlParts } from './xml.ts';

/** How the cells of a style look, as far as it says what they mean. */
export interface Style {
  readonly shown: Cell['shown'];
  /** Its words are struck out. */
  readonly struck: boolean;
  /** Numbers are shown with as many digits: 600 as 0600. */
  readonly digits: number;
}

/** For each cell style of a workbook. */
export function readStyles(xml: string): Style[] {
  const formats = new Map<number, string>();
  const fonts: boolean[] = [];
  const styles: Style[] = [];
  let within = '';
  for (const part of xmlParts(xml)) {
    if (part.kind === 'text') continue;
    if (part.name === 'cellXfs' || part.name === 'fonts') within = part.kind === 'open' ? part.name : '';
    if (part.kind !== 'open') continue;
    if (part.name === 'numFmt')
      formats.set(Number(attribute(part.attributes, 'numFmtId')), (attribute(part.attributes, 'formatCode') ?? '').slice(0, 255));
    if (within === 'fonts' && part.name === 'font') fonts.push(false);
    if (within === 'fonts' && part.name === 'strike') fonts[fonts.length - 1] = isOn(part.attributes);
    if (within === 'cellXfs' && part.name === 'xf') {
      const id = Number(attribute(part.attributes, 'numFmtId') ?? 0);
      const format = formats.get(id);
      styles.push({
        shown: shownBy(id, format),
        struck: fonts[Number(attribute(part.attributes, 'fontId') ?? 0)] ?? false,
        digits: format !== undefined && /^0{2,8}$/.test(format) ? format.length : 0,
      });
    }
  }
  return styles;
}

/** `<strike/>`, but not `<strike val="0"/>`. */
export const isOn = (attributes: string): boolean => !/^(0|false|none)$/.test(attribute(attributes, 'val') ?? '1');

/** ECMA-376 part 1, 18.8.30: the built-in formats, and the letters of custom ones. */
function shownBy(id: number, format: string | undefined): Cell['shown'] {
  if (format === undefined) {
    if (id === 46) return 'duration';
    if ((id >= 18 && id <= 21) || id === 45 || id === 47 || (id >= 32 && id <= 35) || id === 55 || id === 56) return 'time';
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'date' : undefined;
  }
  if (/\[(h+|m+|s+)\]/i.test(format)) return 'duration';
  const letters = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').toLowerCase();
  if (letters === 'general' || letters === '@') return undefined;
  if (/[yd]|mmm/.test(letters)) return 'date';
  return /[hs]|am\/pm/.test(letters) ? 'time' : undefined;
}
