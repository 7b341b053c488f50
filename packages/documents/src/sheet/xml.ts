/** One thing met while reading XML from front to back. Names come without their prefix: `x:row` is `row`. */
export type XmlPart =
  | { readonly kind: 'open' | 'close'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'text'; readonly text: string };

const NAME = /^(\/?)(?:[\w.-]+:)?([\w.-]+)/;
const ASIDES = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

/**
 * Opens, closes and texts in order; a SyntaxError where the text stops being XML, so that each byte is read once.
 * Declarations are passed over: no entity but the five of XML is ever expanded.
 */
export function* xmlParts(xml: string): Generator<XmlPart> {
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    if (next < 0) return;
    if (next > at) yield { kind: 'text', text: unescaped(xml.slice(at, next)) };
    if (xml.startsWith('<![CDATA[', next)) {
      const end = endOf(xml, ']]>', next);
      yield { kind: 'text', text: xml.slice(next + 9, end - 3) };
      at = end;
      continue;
    }
    const aside = ASIDES.find(([start]) => xml.startsWith(start, next));
    if (aside) {
      at = endOf(xml, aside[1], next);
      continue;
    }
    const end = tagEnd(xml, next + 1);
    const tag = xml.slice(next + 1, end);
    const m = NAME.exec(tag);
    if (!m) throw new SyntaxError('not XML');
    at = end + 1;
    const name = m[2] as string;
    const attributes = tag.slice(m[0].length);
    if (m[1] === '/') yield { kind: 'close', name, attributes: '' };
    else {
      yield { kind: 'open', name, attributes };
      if (attributes.endsWith('/')) yield { kind: 'close', name, attributes: '' };
    }
  }
}

/** Where a tag closes; a `>` inside quotation marks does not close it. */
function tagEnd(xml: string, from: number): number {
  const marks = /[<>"']/g;
  marks.lastIndex = from;
  for (let mark = marks.exec(xml); mark; mark = marks.exec(xml)) {
    if (mark[0] === '>') return mark.index;
    if (mark[0] === '<') break;
    marks.lastIndex = endOf(xml, mark[0], mark.index + 1);
  }
  throw new SyntaxError('not XML');
}

function endOf(xml: string, mark: string, from: number): number {
  const end = xml.indexOf(mark, from);
  if (end < 0) throw new SyntaxError('not XML');
  return end + mark.length;
}

/** An attribute by its name without prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  const m = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return m ? unescaped(m[1] ?? m[2] ?? '') : undefined;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name.toLowerCase()] ?? whole;
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}
