import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { LANGUAGES, onPreferences, preferences } from './preferences.ts';

/** A folder brings its own words: `FOLDER/text.en.json` and `text.ko.json`, wherever it stands; the namespace is the folder's name. */
const catalogues = import.meta.glob<Record<string, unknown>>('../**/text.*.json', { eager: true, import: 'default' });

const resources: Record<string, Record<string, Record<string, unknown>>> = Object.fromEntries(LANGUAGES.map((l) => [l, {}]));
for (const [path, words] of Object.entries(catalogues)) {
  const [, folder, language] = /\/([^/]+)\/text\.(\w+)\.json$/.exec(path) ?? [];
  if (folder && language && resources[language]) resources[language][folder] = words;
}

void i18next.use(initReactI18next).init({
  resources: resources as never,
  lng: preferences().language,
  fallbackLng: 'en',
  ns: Object.keys(resources.en ?? {}),
  defaultNS: 'kit',
  interpolation: { escapeValue: false },
  returnNull: false,
  react: { useSuspense: false },
});

follow();
onPreferences(follow);

/** The page's own language attribute carries hyphenation, fonts and the Korean line heights. */
function follow(): void {
  const { language } = preferences();
  if (i18next.language !== language) void i18next.changeLanguage(language);
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}

/** Gives the words of one catalogue: `t('key', {count: 2})`. */
export type Words = (key: string, values?: Record<string, unknown>) => string;

/** The words of a folder's catalogue, in the person's language. `const t = useWords('seat')`. */
export function useWords(folder: string): Words {
  return useTranslation(folder).t as unknown as Words;
}

/** True if the catalogue has that key in some language. */
export function hasWord(folder: string, key: string): boolean {
  return i18next.exists(key, { ns: folder });
}
