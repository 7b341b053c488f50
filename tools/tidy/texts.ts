import { dirname, join, normalize } from 'node:path/posix';
import { type File, type Finding, lineAt } from './finding.ts';

// Built from parts, so that this file does not contain what it looks for.
const MACHINE_PATH = new RegExp(`(?<![\\w./-])/(?:${['wo' + 'rk', 'ro' + 'ot', 'ho' + 'me/\\w+', 'Us' + 'ers/\\w+'].join('|')})/`, 'g');
const REGISTRY = new RegExp(`https?://[^/\\s"']*(?:${['regi' + 'stry', 'npm' + 'mirror', 'arti' + 'factory'].join('|')})[^\\s"']*`, 'g');
const LATER = new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK', 'X' + 'XX'].join('|')})\\b`, 'g');
/** Pictures that `npm run screenshots` makes. */
const SCREENS = 'docs/screens/';

/** Every relative link of a Markdown file leads to a file that exists. */
export function links({ path, text }: File, exists: (path: string) => boolean): Finding[] {
  if (!path.endsWith('.md')) return [];
  const prose = text.replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/[^\n]/g, ' '));
  return [...prose.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)].flatMap((m) => {
    const target = (m[1] ?? m[2]) as string;
    if (/^(?:[a-z]+:|#)/.test(target)) return [];
    const file = normalize(join(dirname(path), decodeURI(target.replace(/#.*/, ''))));
    if (exists(file)) return [];
    const line = lineAt(prose, m.index);
    if (file.startsWith(SCREENS))
      return [{ path, line, what: `${file} has not been taken yet`, todo: 'npm run screenshots', warning: true }];
    return [{ path, line, what: `a link to ${file}, which does not exist`, todo: 'correct or remove it' }];
  });
}

export function machinePaths({ path, text }: File): Finding[] {
  return [...text.matchAll(MACHINE_PATH), ...text.matchAll(REGISTRY)].map((m) => ({
    path,
    line: lineAt(text, m.index),
    what: `\`${m[0]}\` belongs to one machine`,
    todo: 'use a relative path, or an example such as /srv/entente or https://example.org',
  }));
}

export function laterNotes({ path, text }: File): Finding[] {
  if (path.endsWith('package-lock.json')) return [];
  return [...text.matchAll(LATER)].map((m) => ({
    path,
    line: lineAt(text, m.index),
    what: `\`${m[0]}\` in a file`,
    todo: 'do it now, or open an issue and say what is missing in plain words',
  }));
}

/** English and Korean catalogues hold the same keys, none of them empty, with the same placeholders. */
export function catalogues(files: readonly File[]): Finding[] {
  const byPath = new Map(files.map((f) => [f.path, f]));
  return files.flatMap((file) => {
    const m = /^(.*\.)(en|ko)\.json$/.exec(file.path);
    if (!m) return [];
    const path = `${m[1]}${m[2] === 'en' ? 'ko' : 'en'}.json`;
    const other = byPath.get(path);
    if (!other)
      return [{ path: file.path, line: 1, what: `there is no ${path}`, todo: 'write it: every text exists in English and Korean' }];
    const mine = entries(file);
    const theirs = entries(other);
    if (!mine || !theirs) return mine ? [] : [{ path: file.path, line: 1, what: 'this is no JSON object of texts', todo: 'correct it' }];
    return [...mine].flatMap(([key, text]) => compare(file, key, text, other.path, theirs.get(key)));
  });
}

function compare(file: File, key: string, text: string, otherPath: string, otherText: string | undefined): Finding[] {
  const line = lineAt(file.text, Math.max(0, file.text.indexOf(`"${key.split('.').at(-1)}`)));
  if (text.trim() === '') return [{ path: file.path, line, what: `${key} is empty`, todo: 'write the text' }];
  if (otherText === undefined) return [{ path: file.path, line, what: `${key} is missing in ${otherPath}`, todo: 'add it there' }];
  if (file.path.endsWith('.en.json') && placeholders(text) !== placeholders(otherText)) {
    return [
      {
        path: file.path,
        line,
        what: `${key} has other placeholders than in ${otherPath}`,
        todo: `use the same in both: ${placeholders(text) || 'none'} | ${placeholders(otherText) || 'none'}`,
      },
    ];
  }
  return [];
}

const placeholders = (text: string): string =>
  [...new Set([...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map((m) => m[1]))]
    .filter((p) => p !== 'count')
    .sort()
    .join(' ');

/** Flat keys; plural forms count as one key, since Korean has fewer. */
function entries(file: File): Map<string, string> | undefined {
  const flat = new Map<string, string>();
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'object' && value !== null) for (const [k, v] of Object.entries(value)) walk(v, key ? `${key}.${k}` : k);
    else flat.set(key.replace(/_(?:zero|one|two|few|many|other)$/, ''), String(value));
  };
  try {
    walk(JSON.parse(file.text), '');
    return flat;
  } catch {
    return undefined;
  }
}
