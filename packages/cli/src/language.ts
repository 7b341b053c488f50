import i18next from 'i18next';
import en from './text.en.json' with { type: 'json' };
import ko from './text.ko.json' with { type: 'json' };

export type Language = 'en' | 'ko';
type Singular<K> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K;
export type TextKey = Singular<keyof typeof en>;
/** A sentence of the catalogue with its blanks filled in; `count` chooses the plural. */
export type Texts = (key: TextKey, facts?: Readonly<Record<string, string | number>>) => string;

/** The language asked for with --lang, else that of the environment, else English. An unknown one is left to the command line's own check. */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const end = argv.indexOf('--');
  const own = end < 0 ? argv : argv.slice(0, end);
  const at = own.findLastIndex((a) => a === '--lang' || a.startsWith('--lang='));
  const asked = at < 0 ? undefined : own[at]?.includes('=') ? own[at].slice('--lang='.length) : own[at + 1];
  if (asked === 'en' || asked === 'ko') return asked;
  return /^ko(?:[_.-]|$)/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'ko' : 'en';
}

/** The command line's sentences in one language. */
export function textsIn(language: Language): Texts {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, ko: { translation: ko } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return (key, facts) => instance.t(key, { ...facts });
}
