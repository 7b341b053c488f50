/** Words by key; keys are nested, and asked for with points between: `act.share`. */
export interface Catalogue {
  readonly [key: string]: string | Catalogue;
}

/** `FOLDER` of `…/FOLDER/text.en.json`: the name by which its words are asked for. */
export function folderOf(path: string): string {
  return path.split('/').at(-2) ?? '';
}

/** What a frame and the capabilities on it say, in one catalogue: each brings its own keys. */
export function together(parts: readonly Catalogue[]): Catalogue {
  const all: Record<string, string | Catalogue> = {};
  for (const part of parts)
    for (const [key, words] of Object.entries(part)) {
      const there = all[key];
      all[key] = typeof there === 'object' && typeof words === 'object' ? together([there, words]) : words;
    }
  return all;
}
