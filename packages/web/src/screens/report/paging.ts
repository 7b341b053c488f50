/** A piece of the report that stays in one: a row, a line, a picture. Measures in px, from the top of the unbroken paper. */
export interface Piece {
  readonly top: number;
  readonly bottom: number;
  /** The part that begins with it. */
  readonly part?: string | undefined;
  /** A page begins with it anyhow. */
  readonly fresh?: boolean;
  /** What repeats above it where a page begins with it: the heads of its table. */
  readonly heads?: number;
}

export interface Paged {
  /** The page on which each part begins, by its name; without those that come after a piece whose pages cannot be told. */
  readonly pages: Readonly<Record<string, number>>;
  /** Before which pieces a page has to begin, besides those that are fresh. */
  readonly breaks: readonly number[];
}

/**
 * Paper is set a little differently from the screen. So a page is filled up to this share only: then whatever is laid on it has
 * room, and where a page begins is known because it was said.
 */
const FILLED = 0.95;

/** Lays pieces on pages that hold `height` px each. A piece that is higher than a page takes several, and a new one begins after it. */
export function paged(pieces: readonly Piece[], height: number): Paged {
  const pages: Record<string, number> = {};
  const breaks: number[] = [];
  let page = 1;
  let start = pieces[0]?.top ?? 0;
  let heads = 0;
  let over = false;
  let known = true;
  for (const [i, piece] of pieces.entries()) {
    const begins = i > 0 && (piece.fresh || over || piece.bottom - start + heads > height * FILLED);
    if (begins) {
      if (!piece.fresh) breaks.push(i);
      page++;
      start = piece.top;
      heads = piece.fresh ? 0 : (piece.heads ?? 0);
    }
    const parts = (piece.bottom - start + heads) / height;
    over = parts > FILLED;
    // How far a piece reaches that is cut by the page’s end is told by paper alone: not, if it is close to one more page.
    if (over && parts - Math.floor(parts) > FILLED - 0.05) known = false;
    if (over) page += Math.ceil(parts) - 1;
    if (piece.part !== undefined && known) pages[piece.part] = over ? page - Math.ceil(parts) + 1 : page;
  }
  return { pages, breaks };
}
