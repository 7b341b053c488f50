import type { Id } from '@entente/engine';
import { useWords } from '../../../i18n/words.ts';
import { FilePicker } from '../../../kit/files/FilePicker.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';

/** A note of this seat about what it reads; its own control and the evaluators of its side see it too. */
export function NoteForm({ about, done }: { readonly about: Id | undefined; readonly done: () => void }) {
  const t = useWords('messages');
  const { draft, change, files, busy, error, run } = useForm(`note ${about ?? ''}`, () => ({ text: '' }));
  const keep = async () => {
    if ((await run({ type: 'WriteNote', text: draft.text.trim(), ...(about === undefined ? {} : { about }) })).ok) done();
  };
  return (
    <ActForm
      title={t('note.mine')}
      go={t('note.keep')}
      submit={keep}
      missing={draft.text.trim() ? undefined : ''}
      busy={busy}
      error={error}
      cancel={done}
      files={files}
      focus
    >
      <TextField
        title={t('note.label')}
        help={t('note.help')}
        rows={2}
        most={20_000}
        value={draft.text}
        change={(text) => change({ text })}
      />
      <FilePicker files={files} />
    </ActForm>
  );
}
