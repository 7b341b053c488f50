/** A part of the long run: a process of its own, which runs one file after the other. */
export interface Part {
  readonly name: string;
  /** What the path of its files has in it. */
  readonly files: RegExp;
  /** So many generated runs of each property (`ENTENTE_RUNS`); all of them if absent. */
  readonly runs?: number;
}

/** What costs most begins first, so that no core is left alone with it at the end. A file belongs to the first part that has it. */
export const PARTS: readonly Part[] = [
  { name: 'mutants of audiences', files: /^tools\/mutants\// },
  { name: 'screens asked by axe', files: /browser\/axe\./ },
  { name: 'days by clicks', files: /^e2e\/browser\/(?!fits|doors)/ },
  { name: 'head of an exercise', files: /engine\/src\/head\.property\./, runs: 400 },
  { name: 'decision off the plan', files: /rehearsal\/src\/onward\/decision\./ },
  { name: 'leaks', files: /server\/src\/leak\//, runs: 1_500 },
  { name: 'hidden causes', files: /engine\/src\/(cause|planning\/hidden)\.property\./, runs: 600 },
  { name: 'law of words', files: /testing\/law\/judge\./, runs: 600 },
  { name: 'law of audiences', files: /testing\/law\/audience\./, runs: 1_000 },
  { name: 'screens measured', files: /browser\/fits\./ },
  { name: 'servers and doors', files: /^e2e\// },
  { name: 'engine', files: /^packages\/engine\//, runs: 1_000 },
  { name: 'documents and scenarios', files: /^packages\/(documents|scenario)\//, runs: 400 },
  { name: 'rehearsal', files: /^packages\/rehearsal\// },
  { name: 'server', files: /^packages\/server\// },
  { name: 'the rest', files: /./ },
];

/** Each part with its files. */
export function divided(files: readonly string[], parts = PARTS): ReadonlyMap<Part, readonly string[]> {
  const own = Map.groupBy(files, (file) => parts.find((part) => part.files.test(file)));
  return new Map(parts.map((part) => [part, own.get(part) ?? []]));
}
