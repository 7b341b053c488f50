/** Width in px of a text in the label face; measured once per text. Without a canvas (tests), a fair guess. */
const FONT = '12px "Noto Sans Variable", "Noto Sans KR Variable", "Noto Sans", "Noto Sans KR", sans-serif';
const known = new Map<string, number>();
let canvas: CanvasRenderingContext2D | null | undefined;

export function textWidth(text: string): number {
  const width = known.get(text);
  if (width !== undefined) return width;
  if (canvas === undefined) {
    canvas = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
    if (canvas) canvas.font = FONT;
  }
  const measured = canvas ? canvas.measureText(text).width : guess(text);
  if (known.size > 20_000) known.clear();
  known.set(text, measured);
  return measured;
}

/** Fonts arrive late: what was measured before they did is forgotten. */
export function forgetWidths(): void {
  known.clear();
}

function guess(text: string): number {
  let width = 0;
  for (const c of text) width += (c.codePointAt(0) ?? 0) > 0x2e80 ? 12 : 6.6;
  return width;
}

/** The text, shortened at a word with an ellipsis to fit `most` px. */
export function fitted(text: string, most: number, measure: (t: string) => number = textWidth): string {
  if (measure(text) <= most) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(`${text.slice(0, middle)}…`) <= most) low = middle;
    else high = middle - 1;
  }
  const head = text.slice(0, low);
  const space = head.lastIndexOf(' ');
  return `${(space > low * 0.6 ? head.slice(0, space) : head).trimEnd()}…`;
}
