/** A file as the rules see it. `path` is relative to the root, with forward slashes. */
export interface File {
  readonly path: string;
  readonly text: string;
}

/** Something to change. A warning is shown and does not fail the check. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly what: string;
  readonly todo: string;
  readonly warning?: boolean;
}

/** The line, from 1, of a position in a text. */
export function lineAt(text: string, index: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) line++;
  return line;
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
export const isSource = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path);
