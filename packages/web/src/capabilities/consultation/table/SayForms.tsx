import type { Text } from '@entente/engine';
import { current } from '@entente/engine/consultation';
import { type Command, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { OneOf } from '../../../kit/Choice.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { textOf } from '../matters/needs.ts';
import { ParagraphField } from './ParagraphField.tsx';
import type { At } from './sits.ts';
import { useOrdered, useParties } from './useTable.ts';

interface StatementDraft {
  readonly act: 'interpret' | 'reserve';
  readonly paragraph: string;
  readonly text: Text;
}

/** Attaches an interpretative statement, or among three or more a reservation: it stays with the text for ever and changes no outcome. */
export function StatementForm({ at, done }: { readonly at: At; readonly done: () => void }) {
  const t = useWords('table');
  const { world } = useSeat();
  const parties = useParties();
  const ordered = useOrdered();
  const { matter, m, member } = at;
  const text = textOf(world, at.matter);
  const paragraphs = text ? current(text).paragraphs : [];
  const { draft, change, busy, error, run } = useForm<StatementDraft>(`statement ${matter.id}`, () => ({
    act: 'interpret',
    paragraph: '',
    text: '',
  }));
  const submit = async () => {
    const paragraph = draft.paragraph ? { paragraph: draft.paragraph } : {};
    const command = { type: 'ActInMatter', matter: matter.id, act: draft.act, text: sentText(draft.text), ...paragraph };
    if ((await run(command as Command)).ok) done();
  };
  return (
    <ActForm
      title={t('statement.title')}
      go={t(`statement.go.${draft.act}`)}
      submit={submit}
      missing={isBlank(draft.text) ? '' : undefined}
      told={t('statement.told', { who: parties(ordered(m.members.filter((p) => p !== member.party))) })}
      busy={busy}
      error={error}
      cancel={done}
      focus
    >
      {m.members.length > 2 ? (
        <OneOf
          title={t('statement.what')}
          options={(['interpret', 'reserve'] as const).map((o) => ({ value: o, words: t(`stance.${o}`), help: t(`statement.help.${o}`) }))}
          value={draft.act}
          onChange={(act) => change({ act })}
        />
      ) : (
        <p className="small dim">{t('statement.two')}</p>
      )}
      {paragraphs.length > 0 && (
        <ParagraphField
          title={t('statement.paragraph')}
          none={t('statement.whole')}
          paragraphs={paragraphs}
          value={draft.paragraph}
          change={(paragraph) => change({ paragraph })}
        />
      )}
      <TextField
        both
        title={t('statement.text')}
        rows={3}
        most={20_000}
        required
        value={draft.text}
        change={(next) => change({ text: next })}
      />
    </ActForm>
  );
}

/** An act with words that need not be said: to ask for time, to refuse to sign. */
export function SayForm({
  at,
  act,
  danger,
  done,
}: {
  readonly at: At;
  readonly act: string;
  readonly danger?: boolean;
  readonly done: () => void;
}) {
  const t = useWords('table');
  const parties = useParties();
  const ordered = useOrdered();
  const { matter, m, member } = at;
  const { draft, change, busy, error, run } = useForm<{ readonly text: Text }>(`${act} ${matter.id}`, () => ({ text: '' }));
  const submit = async () => {
    const text = isBlank(draft.text) ? {} : { text: sentText(draft.text) };
    if ((await run({ type: 'ActInMatter', matter: matter.id, act, ...text } as Command)).ok) done();
  };
  return (
    <ActForm
      title={t(`say.${act}.title`)}
      go={t(`say.${act}.go`)}
      submit={submit}
      told={t(`say.${act}.told`, { who: parties(ordered(m.members.filter((p) => p !== member.party))) })}
      danger={danger}
      busy={busy}
      error={error}
      cancel={done}
      focus
    >
      <TextField both title={t(`say.${act}.text`)} rows={2} most={20_000} value={draft.text} change={(text) => change({ text })} />
    </ActForm>
  );
}
