import { useEffect } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';

/** Gives the seat to the next shift: who comes, and as what. */
export function HandOver({ done, shown }: { readonly done: () => void; readonly shown: () => void }) {
  const t = useWords('seats');
  const { draft, change, busy, error, run } = useForm('hand over', () => ({ name: '', function: '' }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it has come
  useEffect(shown, []);
  const [name, duty] = [draft.name.trim(), draft.function.trim()];
  const handOver = async () => {
    if ((await run({ type: 'HandOver', name, ...(duty ? { function: duty } : {}) })).ok) done();
  };
  return (
    <ActForm
      title={t('hands.handOver')}
      headed
      go={t('hands.handOver')}
      submit={handOver}
      missing={name ? undefined : ''}
      busy={busy}
      error={error}
      cancel={done}
    >
      <p>{t('hands.handOverHelp')}</p>
      <TextField title={t('hands.nextName')} rows={1} most={80} required value={draft.name} change={(next) => change({ name: next })} />
      <TextField title={t('hands.function')} rows={1} most={80} value={draft.function} change={(next) => change({ function: next })} />
    </ActForm>
  );
}
