import type { Text } from '@entente/engine';
import { digestOf, procedureOf } from '@entente/engine/consultation';
import { useState } from 'react';
import { type Command, useAct, useNow } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { OneOf } from '../../../kit/Choice.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { type At, positions } from './sits.ts';
import { useOrdered, useParties } from './useTable.ts';

interface Draft {
  readonly act: string | undefined;
  readonly text: Text;
}

/** Gives the own side’s position, or keeps it as a draft before the own side. Whoever may not speak for the side keeps drafts only. */
export function PositionForm({ at, use, done }: { readonly at: At; readonly use: boolean; readonly done: () => void }) {
  const t = useWords('table');
  const now = useNow();
  const parties = useParties();
  const ordered = useOrdered();
  const { matter, member, m } = at;
  const given = positions(at, now);
  const speaks = given.length > 0;
  // What one may only propose to colleagues may be any position of the procedure.
  const options = speaks ? given : procedureOf(matter).acts;
  const ours = use ? matter.drafts.findLast((d) => d.party === member.party && !d.dropped && options.includes(d.act)) : undefined;
  const name = `position ${matter.id}${use ? ` ${ours?.id}` : ''}`;
  const form = useForm<Draft>(name, () => ({ act: ours?.act ?? (options.includes('view') ? 'view' : undefined), text: ours?.text ?? '' }));
  const keeping = useAct();
  const { draft } = form;
  const act = draft.act !== undefined && options.includes(draft.act) ? draft.act : undefined;
  const text = isBlank(draft.text) ? {} : { text: sentText(draft.text) };
  // Of what was read a side says it, and of nothing that came in its place since.
  const [read] = useState(() => digestOf(m));
  const on = read === undefined || procedureOf(matter).renewed === undefined ? {} : { on: read };
  const needsWords = act === 'view';
  const capital = speaks && options.includes('confirm');
  const ends = matter.card.procedure === 'ad-referendum';
  const missing = act === undefined ? t('position.choose') : needsWords && isBlank(draft.text) ? '' : undefined;
  const others = ordered(m.members.filter((p) => p !== member.party));
  const give = async () => {
    if ((await form.run({ type: 'ActInMatter', matter: matter.id, act, ...text, ...on } as Command)).ok) done();
  };
  const keep = async () => {
    if (!(await keeping.run({ type: 'KeepPosition', matter: matter.id, act, ...text } as Command)).ok) return;
    form.drop();
    done();
  };
  const told = speaks
    ? t(matter.card.shown === 'together' ? 'position.toldTogether' : 'position.told', { who: parties(others) })
    : t('position.toldOurs');
  return (
    <ActForm
      title={t(capital ? 'position.titleCapital' : speaks ? 'position.title' : 'position.titleDraft')}
      go={speaks ? (act ? t(`position.go.${act}`) : t('position.goPlain')) : t('keep')}
      submit={speaks ? give : keep}
      missing={missing}
      told={told}
      busy={form.busy || keeping.busy}
      error={form.error ?? keeping.error}
      cancel={done}
      focus
    >
      <OneOf
        title={t('position.what')}
        required
        options={options.map((o) => ({
          value: o,
          words: t(`position.act.${o}`),
          help: t(`position.help.${ends && o === 'object' ? 'ends' : o}`),
        }))}
        value={act}
        onChange={(next) => form.change({ act: next })}
      />
      <TextField
        both
        title={t('position.text')}
        rows={4}
        most={20_000}
        required={needsWords}
        value={draft.text}
        change={(next) => form.change({ text: next })}
      />
      {speaks && (
        <div>
          <Button size="small" kind="quiet" icon="lock" disabled={missing !== undefined} busy={keeping.busy} onClick={keep}>
            {t('keep')}
          </Button>
        </div>
      )}
    </ActForm>
  );
}
