/** A stretch of text that stayed, went, or came. */
export interface Change {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Beyond this many words a comparison helps nobody, and would take long. */
const MOST_WORDS = 1_500;

/** What changed between two texts, word by word (longest common subsequence); neighbours of one kind are joined. */
export function changesBetween(before: string, after: string): Change[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) return joined([...a.map(gone), ...b.map(fresh)]);
  // lengths[i][j]: words in common from a[i] and b[j] on.
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      (lengths[i] as Uint16Array)[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      changes.push({ kind: 'same', text: a[i] as string });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) changes.push(gone(a[i++] as string));
    else changes.push(fresh(b[j++] as string));
  }
  return joined(changes);
}

const gone = (text: string): Change => ({ kind: 'gone', text });
const fresh = (text: string): Change => ({ kind: 'new', text });

/** Words and marks with the blanks before them, so that joining them gives the text back. */
function wordsOf(text: string): string[] {
  return text.match(/\s*(?:[\p{L}\p{N}]+|[^\s\p{L}\p{N}])|\s+$/gu) ?? [];
}

/** Within a run of changes, first all that went, then all that came: easier to read than a zip. */
function joined(changes: readonly Change[]): Change[] {
  const all: Change[] = [];
  let [out, come] = ['', ''];
  const settle = (): void => {
    if (out) all.push(gone(out));
    if (come) all.push(fresh(come));
    [out, come] = ['', ''];
  };
  for (const { kind, text } of changes) {
    if (kind === 'gone') out += text;
    else if (kind === 'new') come += text;
    else {
      settle();
      const last = all.at(-1);
      if (last?.kind === 'same') all[all.length - 1] = { kind, text: last.text + text };
      else all.push({ kind, text });
    }
  }
  settle();
  return all;
}
