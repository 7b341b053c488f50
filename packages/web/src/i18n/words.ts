import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { type Catalogue, folderOf, together } from './catalogue.ts';
import { LANGUAGES, type Language, onPreferences, preferences, usePreferences } from './preferences.ts';

/**
 * A folder brings its own words: `FOLDER/text.en.json` and `text.ko.json`, wherever it stands; they are asked for by the folder's
 * name. What a capability says on a screen stands beside its part there, `capabilities/ROOM/control/text.en.json`, and is of one
 * catalogue with what the frame says, `screens/control/text.en.json`.
 */
const files = import.meta.glob<Catalogue>('../**/text.*.json', { import: 'default' });
/**
 * Words that come with what says them: those of a screen, of plans, those of the parts of a capability that have a folder of their
 * own, and why something was refused.
 */
const LATER = /^\.\.\/(screens\/|kit\/plan\/|capabilities\/[^/]+\/[^/]+\/|connection\/refusals\/)/;
/** What every screen says. */
const COMMON = Object.keys(files)
  .filter((path) => !LATER.test(path))
  .map(folderOf);

/** The catalogues in one language, as far as they are here. The same object until more come, or another language. */
interface Spoken {
  readonly language: Language;
  readonly words: ReadonlyMap<string, Catalogue>;
}
let spoken: Spoken = { language: preferences().language, words: new Map() };
const wanted = new Set<string>(COMMON);
const listeners = new Set<() => void>();

/**
 * Brings the words of these folders beside those that every screen says, in the reader's language: the other one is not
 * loaded before somebody chooses it. Rejects if they cannot be had.
 */
export async function learn(...folders: readonly string[]): Promise<void> {
  for (const folder of folders) wanted.add(folder);
  const { language } = preferences();
  const known = spoken.language === language ? spoken.words : new Map<string, Catalogue>();
  const missing = [...wanted].filter((folder) => !known.has(folder));
  const brought = await Promise.all(missing.map(async (folder) => [folder, await fetched(folder, language)] as const));
  // Somebody may have changed their mind meanwhile; whoever is last asks for what is missing then.
  if (preferences().language !== language) return learn();
  const before = spoken.language === language ? spoken.words : known;
  spoken = { language, words: new Map([...before, ...brought]) };
  follow();
  for (const listener of listeners) listener();
}

// If the words of the other language cannot be had now, the screen goes on in this one.
onPreferences(() => void learn().catch(() => {}));

/** The page's own language attribute carries hyphenation, fonts and the Korean line heights. */
function follow(): void {
  if (typeof document !== 'undefined') document.documentElement.lang = spoken.language;
}

/** Brings a catalogue in one language. */
async function fetched(folder: string, language: Language): Promise<Catalogue> {
  const own = Object.entries(files).filter(([path]) => folderOf(path) === folder && path.endsWith(`/text.${language}.json`));
  if (own.length === 0) throw new RangeError(`there is no catalogue “${folder}”`);
  return together(await Promise.all(own.map(([, load]) => load())));
}

/**
 * Gives the words of one catalogue: `t('key', {name})` puts values in the place of `{{name}}`. With `count`, the plural that
 * the language has for it is taken, where the catalogue has one: `key_one`, `key_other`.
 */
export type Words = (key: string, values?: Record<string, unknown>) => string;

/** The words of a folder's catalogue, in the person's language. `const t = useWords('kit')`. */
export function useWords(folder: string): Words {
  const { language, words } = useSyncExternalStore(onSpoken, spokenNow);
  const own = words.get(folder);
  return useCallback((key, values) => say(own, language, key, values), [own, language]);
}

const others = new Map<string, Catalogue>();

/**
 * The words of a catalogue in every language, the reader's own first: for what people of both languages read off one wall or one
 * sheet. Those of another language are there as soon as they have come.
 */
export function useWordsOfAll(folder: string): readonly { readonly language: Language; readonly t: Words }[] {
  const { language } = usePreferences();
  const own = useWords(folder);
  const [, come] = useState(0);
  useEffect(() => {
    for (const other of LANGUAGES.filter((l) => l !== language && !others.has(`${folder} ${l}`)))
      fetched(folder, other).then(
        (words) => {
          others.set(`${folder} ${other}`, words);
          come((n) => n + 1);
        },
        () => {}, // It cannot be had now: the reader's own stand alone.
      );
  }, [folder, language]);
  const rest = LANGUAGES.filter((l) => l !== language && others.has(`${folder} ${l}`));
  return [
    { language, t: own },
    ...rest.map((l) => ({ language: l, t: ((key, values) => say(others.get(`${folder} ${l}`), l, key, values)) as Words })),
  ];
}

/** The words of a key now, outside of what is drawn; undefined where the catalogue has not come, or has none. */
export function wordNow(folder: string, key: string, values: Record<string, unknown> = {}): string | undefined {
  return hasWord(folder, key) ? say(spoken.words.get(folder), spoken.language, key, values) : undefined;
}

/** True if the catalogue has that key. */
export function hasWord(folder: string, key: string): boolean {
  return at(spoken.words.get(folder), key) !== undefined;
}

/** The text of a key; the key itself where there is none. */
function say(own: Catalogue | undefined, language: Language, key: string, values: Record<string, unknown> = {}): string {
  const { count } = values;
  const plural = typeof count === 'number' ? at(own, `${key}_${pluralsOf(language).select(count)}`) : undefined;
  const text = plural ?? at(own, key) ?? key;
  if (!text.includes('{{')) return text;
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** The rules of a language are dear to make, and asked for at every count. */
const plurals = new Map<Language, Intl.PluralRules>();
function pluralsOf(language: Language): Intl.PluralRules {
  const rules = plurals.get(language) ?? new Intl.PluralRules(language);
  plurals.set(language, rules);
  return rules;
}

function at(own: Catalogue | undefined, key: string): string | undefined {
  let found: string | Catalogue | undefined = own;
  for (const step of key.split('.')) found = typeof found === 'object' && Object.hasOwn(found, step) ? found[step] : undefined;
  return typeof found === 'string' ? found : undefined;
}

function onSpoken(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
function spokenNow(): Spoken {
  return spoken;
}
