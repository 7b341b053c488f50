/** Texts that were copied out of a web page or a mail program: what a reader of it would see. */

const TAG =
  /<\/?(?:p|br|div|b|i|u|s|strong|em|ul|ol|li|span|a|h[1-6]|table|thead|tbody|tr|td|th|script|style|font|html|body|head|title|meta|img|hr|blockquote|pre|code|sub|sup|small|del|strike|section|article)(?:\s+[a-z:-]+\s*=[^<>]*)?\s*\/?>/i;
const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|ndash|mdash|hellip|lsquo|rsquo|ldquo|rdquo|bull|deg|euro|#\d{1,7}|#x[0-9a-f]{1,6});/i;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  deg: '°',
  euro: '€',
};
/** A longer cell is no event's. */
const LONGEST = 20_000;

/** Lists as lines, paragraphs apart, links with their address, no tags; a text without tags stays but for its entities. */
export function fromHtml(text: string): string {
  if (text.length > LONGEST || !(text.includes('<') || text.includes('&'))) return text;
  if (!TAG.test(text)) return ENTITY.test(text) ? withoutEntities(text) : text;
  const seen = NOT_SEEN.reduce(without, text);
  // Where tags end the lines, the ends of lines of the source are spaces.
  const bare = /<(?:p|br|div|li|tr)\b/i.test(seen) ? seen.replace(/\s+/g, ' ') : seen;
  const lines = withLinks(bare)
    .replace(/<br(?:\s[^<>]*)?\/?>/gi, '\n')
    .replace(/<hr(?:\s[^<>]*)?\/?>/gi, '\n')
    .replace(/<img\s[^<>]{0,500}?alt\s*=\s*["']([^"'<>]{0,500})["'][^<>]{0,500}>/gi, '$1')
    .replace(/<li(?:\s[^<>]*)?>/gi, '\n- ')
    .replace(/<\/(?:td|th)\s*>/gi, '\t')
    .replace(/<\/?(?:ul|ol|li|tr|table|div|section|article)(?:\s[^<>]*)?\/?>/gi, '\n')
    .replace(/<\/?(?:p|h[1-6]|blockquote|pre)(?:\s[^<>]*)?\/?>/gi, '\n\n')
    .replace(new RegExp(TAG, 'gi'), '');
  return withoutEntities(lines)
    .replace(/\u00a0/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{2,}(?=- )/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const NOT_SEEN = ['script', 'style', 'head', 'title', 'del', 's', 'strike'];

/** Without an element and what is in it; one that is not closed goes as far as the text. */
function without(text: string, name: string): string {
  const open = new RegExp(`<${name}(?:\\s[^<>]*)?>`, 'gi');
  const close = new RegExp(`</${name}\\s*>`, 'gi');
  let left = '';
  let at = 0;
  for (let begin = open.exec(text); begin; begin = open.exec(text)) {
    left += text.slice(at, begin.index);
    close.lastIndex = open.lastIndex;
    at = close.exec(text) ? close.lastIndex : text.length;
    open.lastIndex = at;
  }
  return left + text.slice(at);
}

const withLinks = (html: string): string =>
  html.replace(
    /<a\s[^<>]{0,500}?href\s*=\s*["']([^"'<>]{0,500})["'][^<>]{0,500}>([\s\S]{0,500}?)<\/a\s*>/gi,
    (_, address: string, label: string) => {
      const words = label.replace(new RegExp(TAG, 'gi'), '').trim();
      return /^https?:/i.test(address) && words !== address ? `${words} (${address})` : words;
    },
  );

const withoutEntities = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole;
    const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
