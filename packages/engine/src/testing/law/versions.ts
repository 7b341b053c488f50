/** A version of an item: none for the first, scenario ms in records of before, else wall ms, a blank and an id. */
export type Version = string | number | undefined;

/** Of versions in the order in which they came, the one that was made last; of two made at one time, the one that came first later. */
export function lastMade(came: readonly Version[]): Version {
  let last: Version;
  for (const version of new Set(came)) if (madeAt(version) >= madeAt(last)) last = version;
  return last;
}

function madeAt(version: Version): number {
  return version === undefined ? -1 : Number(String(version).split(' ')[0]);
}
