/** Keys of one kind, by name. An event that touches one is told at each turn: a key is written once. */
export function keysNamed(kind: string): (name: string) => readonly [string] {
  const known = new Map<string, readonly [string]>();
  return (name) => {
    const before = known.get(name);
    if (before) return before;
    if (known.size >= MOST) known.clear();
    const key: readonly [string] = [`${kind}:${name}`];
    known.set(name, key);
    return key;
  };
}
const MOST = 10_000;
