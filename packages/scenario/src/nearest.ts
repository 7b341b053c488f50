/** The word among `known` that `wrong` was most likely meant to be; undefined if none is near. */
export function nearest(wrong: string, known: Iterable<string>): string | undefined {
  if (wrong.length === 0 || wrong.length > 100) return undefined;
  const low = fold(wrong);
  const limit = Math.max(1, Math.floor(low.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    if (candidate === wrong) continue;
    const d = fold(candidate) === low ? 0 : distance(low, fold(candidate), bestDistance);
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

/** Case, underscores and blanks are the commonest slips; they count for nothing. */
function fold(word: string): string {
  return word.toLowerCase().replace(/[_\s]+/g, '-');
}

/** Edits from a to b (insert, delete, replace, swap of neighbours); gives up at `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let d = Math.min(row[j - 1]! + 1, above[j]! + 1, above[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, before[j - 2]! + 1);
      row.push(d);
    }
    if (Math.min(...row) >= limit) return limit;
    [before, above] = [above, row];
  }
  return above[b.length]!;
}

/** What an author may have meant by something that is no ISO 8601 duration: `90` or `10m`, `1:30`, `pt10m`. */
export function meantDuration(wrong: unknown): string | undefined {
  const text = String(wrong).trim().toUpperCase().slice(0, 40);
  if (/^\d+$/.test(text)) return `PT${text}M`;
  const clock = /^T?\+?(\d{1,3}):(\d\d)$/.exec(text);
  if (clock) return `PT${Number(clock[1])}H${Number(clock[2]) ? `${Number(clock[2])}M` : ''}`;
  const words =
    /^(?:T?\+)?\s*(?:(\d+)\s*D(?:AYS?)?)?\s*(?:(\d+)\s*H(?:OURS?)?)?\s*(?:(\d+)\s*M(?:IN(?:UTES?)?)?)?\s*(?:(\d+)\s*S(?:EC(?:ONDS?)?)?)?$/.exec(
      text.replace(/^P/, '').replace(/T(?=\d)/, ''),
    );
  if (!words || words.slice(1).every((w) => w === undefined)) return undefined;
  const [d, h, m, s] = words.slice(1);
  const time = `${h ? `${h}H` : ''}${m ? `${m}M` : ''}${s ? `${s}S` : ''}`;
  return `P${d ? `${d}D` : ''}${time ? `T${time}` : ''}`;
}

/** What may have been meant by something that is no date and time with its offset. */
export function meantStart(wrong: unknown): string | undefined {
  const m = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})[T ]+(\d{1,2}):(\d\d)(?::\d\d)?\s*(Z|[+-]\d\d:?\d\d)?$/.exec(String(wrong).trim());
  if (!m) return undefined;
  const two = (s: string | undefined) => (s ?? '').padStart(2, '0');
  const zone = m[6] ?? '+09:00';
  const text = `${m[1]}-${two(m[2])}-${two(m[3])}T${two(m[4])}:${m[5]}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`;
  return Number.isNaN(Date.parse(text)) ? undefined : text;
}

/** What may have been meant by something that is no id. */
export function meantId(wrong: unknown): string | undefined {
  const id = String(wrong)
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64);
  return id === '' ? undefined : id;
}

/** What may have been meant by something that is no word of a label. */
export function meantWord(wrong: string): string | undefined {
  const word = wrong
    .trim()
    .toUpperCase()
    .replace(/[^A-Z0-9:+ -]+/g, '-')
    .replace(/^[^A-Z0-9]+/, '')
    .slice(0, 31);
  return word === '' ? undefined : word;
}
