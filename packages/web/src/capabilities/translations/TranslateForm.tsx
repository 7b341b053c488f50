import { type Id, lacking, type OwnTranslation, type Text, type Written } from '@entente/engine';
import type { Command } from '../../connection/index.ts';
import { usePreferences } from '../../i18n/preferences.ts';
import { reading } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { ActForm } from '../../kit/form/ActForm.tsx';
import { TextField } from '../../kit/form/TextField.tsx';
import { useForm } from '../../kit/form/useForm.ts';

interface Draft {
  readonly title: string;
  readonly texts: readonly string[];
}

/** Writes a text in one language more, part by part: for all who hold it, or for one’s own side alone. */
export function TranslateForm({
  of,
  written,
  language,
  ours,
  own,
  done,
}: {
  readonly of: Id;
  readonly written: Written;
  readonly language: string;
  /** True: one’s own side wrote it. */
  readonly ours: boolean;
  /** What one’s side keeps of it so far. */
  readonly own?: OwnTranslation | undefined;
  readonly done: () => void;
}) {
  const t = useWords('translations');
  const reader = usePreferences().language;
  // A draft of the version before stays under its own name, and is offered for that version no more.
  const { draft, change, busy, error, run } = useForm<Draft>(`translate ${of} ${language} ${written.version}`, () => ({
    title: own?.title ?? '',
    texts: written.texts.map((_, i) => own?.texts[i] ?? ''),
  }));
  const needs = (text: Text | undefined): boolean => text !== undefined && (!ours || lacking({ texts: [text] }, [language]).length > 0);
  const needsTitle = needs(written.title) && reading(written.title, reader).words !== '';
  const missing = (needsTitle && ours && !draft.title.trim()) || written.texts.some((text, i) => needs(text) && !draft.texts[i]?.trim());
  const submit = async () => {
    const there = (text: Text): string => (typeof text === 'object' ? (text[language] ?? '') : text);
    const title = draft.title.trim();
    const command = {
      type: ours ? 'Translate' : 'TranslateForUs',
      of,
      version: written.version,
      language,
      ...(needsTitle && title ? { title } : {}),
      texts: written.texts.map((text, i) => (needs(text) ? (draft.texts[i] ?? '').trim() : there(text))),
      ...(own ? { instead: own.id } : {}),
    } as Command;
    if ((await run(command)).ok) done();
  };
  const many = written.texts.length > 1;
  const titleField = { title: t(`title.${language}`), rows: 1, most: 300, required: ours };
  return (
    <ActForm
      title={t(`add.${ours ? 'all' : 'us'}.${language}`)}
      go={t(ours ? 'go.all' : 'go.us')}
      submit={submit}
      missing={missing ? '' : undefined}
      told={t(ours ? 'told.all' : 'told.us')}
      busy={busy}
      error={error}
      cancel={done}
      focus
    >
      {needsTitle && <Source text={written.title} />}
      {needsTitle && <TextField {...titleField} value={draft.title} change={(title) => change({ title })} />}
      {written.texts.map(
        (text, i) =>
          needs(text) && (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts are known by their place
            <div key={i} className="stack">
              <Source text={text} />
              <TextField
                title={many ? t(`part.${language}`, { n: i + 1 }) : t(`text.${language}`)}
                rows={3}
                most={20_000}
                required
                value={draft.texts[i] ?? ''}
                change={(words) => change({ texts: written.texts.map((_, j) => (i === j ? words : (draft.texts[j] ?? ''))) })}
              />
            </div>
          ),
      )}
    </ActForm>
  );
}

/** What is to be said in the other language. */
function Source({ text }: { readonly text: Text | undefined }) {
  const { language } = usePreferences();
  const { words, language: own } = reading(text, language);
  return (
    <blockquote className="small dim prose" lang={own}>
      {words}
    </blockquote>
  );
}
