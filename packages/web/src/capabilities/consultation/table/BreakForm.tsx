import type { Text } from '@entente/engine';
import { current } from '@entente/engine/consultation';
import { type Command, useAct, useSeat } from '../../../connection/index.ts';
import { usePreferences } from '../../../i18n/preferences.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Changed } from '../../../kit/Changed.tsx';
import { OneOf } from '../../../kit/Choice.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { textOf } from '../matters/needs.ts';
import { ParagraphField } from './ParagraphField.tsx';
import type { At } from './sits.ts';
import { inLanguage, wordsIn } from './standing.ts';

interface Draft {
  readonly act: 'object' | 'amend';
  readonly paragraph: string;
  readonly text: Text;
}

/** What is to be said so far, what it lacks, and the ways to send it or to keep it. */
function useBreaking(at: At, done: () => void) {
  const { world } = useSeat();
  const text = textOf(world, at.matter);
  const form = useForm<Draft>(`break ${at.matter.id}`, () => ({ act: 'amend', paragraph: '', text: '' }));
  const keeping = useAct();
  const { draft } = form;
  const amends = draft.act === 'amend';
  const body = { matter: at.matter.id, act: draft.act, ...(isBlank(draft.text) ? {} : { text: sentText(draft.text) }) };
  const send = async () => {
    const paragraph = draft.paragraph && amends ? { paragraph: draft.paragraph } : {};
    if ((await form.run({ type: 'ActInMatter', ...body, ...paragraph } as Command)).ok) done();
  };
  const keep = async () => {
    if (!(await keeping.run({ type: 'KeepPosition', ...body } as Command)).ok) return;
    form.drop();
    done();
  };
  const words = (paragraph: string): Text => (text && wordsIn(current(text), paragraph)) ?? '';
  return {
    draft,
    change: form.change,
    // An amendment begins with the words that it changes.
    choose: (paragraph: string) => form.change({ paragraph, text: words(paragraph) }),
    amends,
    paragraphs: text ? current(text).paragraphs : [],
    stood: draft.paragraph ? words(draft.paragraph) : undefined,
    missing: amends && isBlank(draft.text) ? '' : undefined,
    send,
    keep,
    busy: form.busy || keeping.busy,
    error: form.error ?? keeping.error,
  };
}

/** Breaks the silence, by an amendment or an objection. Framed in red, with what follows before the button. */
export function BreakForm({ at, done }: { readonly at: At; readonly done: () => void }) {
  const t = useWords('table');
  const { language } = usePreferences();
  const { matter, m } = at;
  const { draft, change, choose, amends, paragraphs, stood, missing, send, keep, busy, error } = useBreaking(at, done);
  const number = paragraphs.findIndex((p) => p.id === draft.paragraph) + 1;
  return (
    <div className="cs-break">
      <ActForm
        title={number > 0 ? t('break.titleOf', { n: number }) : t('break.title')}
        go={t(amends ? 'break.goAmend' : 'break.goObject')}
        submit={send}
        missing={missing}
        danger
        busy={busy}
        error={error}
        cancel={done}
        focus
      >
        <p className="cs-consequence">
          <b>{t('break.consequence', { count: m.members.length })}</b>{' '}
          {t('break.then', { what: matter.on ? t('version', { n: matter.on.version }) : t('needs.proposal') })}
        </p>
        <OneOf
          title={t('break.how')}
          unseenTitle
          options={(['amend', 'object'] as const).map((o) => ({ value: o, words: t(`break.act.${o}`) }))}
          value={draft.act}
          onChange={(act) => change({ act })}
        />
        {amends && paragraphs.length > 0 && (
          <ParagraphField
            title={t('break.paragraph')}
            none={t('break.whole')}
            paragraphs={paragraphs}
            value={draft.paragraph}
            change={choose}
          />
        )}
        <TextField
          both
          title={t(amends ? 'break.wording' : 'break.reason')}
          rows={3}
          most={20_000}
          required={amends}
          value={draft.text}
          change={(text) => change({ text })}
        />
        {amends && stood !== undefined && (
          <div className="cs-preview" role="status" aria-label={t('wording.changes')}>
            <Changed before={inLanguage(stood, language) ?? ''} after={inLanguage(draft.text, language) ?? ''} />
          </div>
        )}
        <div>
          <Button size="small" kind="quiet" icon="lock" disabled={missing !== undefined} busy={busy} onClick={keep}>
            {t('keep')}
          </Button>
        </div>
      </ActForm>
    </div>
  );
}
