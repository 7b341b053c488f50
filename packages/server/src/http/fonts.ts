import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FACE = /@font-face\s*\{[^}]*\}/g;

/** The web app’s own fonts as a style that a page of the server can carry; nothing where the app is not built. Their files are fetched only as far as a page has their letters. */
export function houseFonts(webRoot: string | undefined): string {
  if (webRoot === undefined) return '';
  const folder = join(webRoot, 'assets');
  try {
    const built = statSync(folder).mtimeMs;
    const last = read.get(folder);
    if (last?.built === built) return last.style;
    const style = styleIn(folder);
    read.set(folder, { built, style });
    return style;
  } catch {
    return '';
  }
}
/** By folder, as it was built last: its files change with each build and never between. */
const read = new Map<string, { readonly built: number; readonly style: string }>();

const styleIn = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').match(FACE) ?? [])
    .join('\n');
