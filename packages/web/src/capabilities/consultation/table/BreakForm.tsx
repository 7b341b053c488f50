import type { Text } from '@entente/engine';
import { current } from '@entente/engine/consultation';
import { type Command, useAct, useSeat } from '../../../connection/index.ts';
import { usePreferences } from '../../../i18n/preferences.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Changed } from '../../../kit/Changed.tsx';
import { OneOf } from '../../../kit/Choice.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import type { At } from '../seat/sits.ts';
import { textOf } from './needs.ts';
import { inLanguage, wordsIn } from './standing.ts';

interface Draft {
  readonly act: 'object' | 'amend';
  readonly paragraph: string;
  readonly text: Text;
}

/** Breaks the silence, by an amendment or an objection. Framed in red, with what follows before the button. */
export function BreakForm({ at, done }: { readonly at: At; readonly done: () => void }) {
  const t = useWords('table');
  const { world } = useSeat();
  const { language } = usePreferences();
  const { matter, m } = at;
  const text = textOf(world, at);
  const paragraphs = text ? current(text).paragraphs : [];
  const form = useForm<Draft>(`break ${matter.id}`, () => ({ act: 'amend', paragraph: '', text: '' }));
  const keeping = useAct();
  const { draft } = form;
  const amends = draft.act === 'amend';
  const number = paragraphs.findIndex((p) => p.id === draft.paragraph) + 1;
  const stood = text && wordsIn(current(text), draft.paragraph);
  const body = {
    matter: matter.id,
    act: draft.act,
    ...(isBlank(draft.text) ? {} : { text: sentText(draft.text) }),
  };
  const send = async () => {
    const paragraph = draft.paragraph && amends ? { paragraph: draft.paragraph } : {};
    if ((await form.run({ type: 'ActInMatter', ...body, ...paragraph } as Command)).ok) done();
  };
  const keep = async () => {
    if (!(await keeping.run({ type: 'KeepPosition', ...body } as Command)).ok) return;
    form.drop();
    done();
  };
  const missing = amends && isBlank(draft.text) ? '' : undefined;
  const choose = (paragraph: string) => form.change({ paragraph, text: (text && wordsIn(current(text), paragraph)) ?? '' });
  return (
    <div className="cs-break">
      <ActForm
        title={number > 0 ? t('break.titleOf', { n: number }) : t('break.title')}
        go={t(amends ? 'break.goAmend' : 'break.goObject')}
        submit={send}
        missing={missing}
        danger
        busy={form.busy || keeping.busy}
        error={form.error ?? keeping.error}
        cancel={done}
        focus
      >
        <OneOf
          title={t('break.how')}
          unseenTitle
          options={(['amend', 'object'] as const).map((o) => ({ value: o, words: t(`break.act.${o}`) }))}
          value={draft.act}
          onChange={(act) => form.change({ act })}
        />
        {amends && paragraphs.length > 0 && (
          <Choose
            title={t('break.paragraph')}
            data={[
              { value: '', label: t('break.whole') },
              ...paragraphs.map((p, i) => ({ value: p.id, label: `${i + 1} · ${(inLanguage(p.text, language) ?? '').slice(0, 60)}` })),
            ]}
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
          change={(next) => form.change({ text: next })}
        />
        {amends && stood !== undefined && (
          <div className="cs-preview" role="status" aria-label={t('wording.changes')}>
            <Changed before={inLanguage(stood, language) ?? ''} after={inLanguage(draft.text, language) ?? ''} />
          </div>
        )}
        <p className="cs-consequence">
          <b>{t('break.consequence', { count: m.members.length })}</b>{' '}
          {t('break.then', { what: matter.on ? t('version', { n: matter.on.version }) : t('needs.proposal') })}
        </p>
        <div>
          <Button size="small" kind="quiet" icon="lock" disabled={missing !== undefined} busy={keeping.busy} onClick={keep}>
            {t('keep')}
          </Button>
        </div>
      </ActForm>
    </div>
  );
}
