import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FACE = /@font-face\s*\{[^}]*\}/g;

/** The web app’s own fonts as a style that a page of the server can carry; nothing where the app is not built. Their files are fetched only as far as a page has their letters. */
export function houseFonts(webRoot: string | undefined): string {
  if (webRoot === undefined) return '';
  const folder = join(webRoot, 'assets');
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.css'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').match(FACE) ?? [])
      .join('\n');
  } catch {
    return '';
  }
}
