import type { Id } from '@entente/engine';
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDraft, useRefusal, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { FilePicker } from '../../../kit/files/FilePicker.tsx';
import { useFiles } from '../../../kit/files/useFiles.ts';

/** A note of this seat about what it reads; its own control and the evaluators of its side see it too. */
export function NoteForm({ about, done }: { readonly about: Id; readonly done: () => void }) {
  const t = useWords('messages');
  const { door, send } = useSeat();
  const refusal = useRefusal();
  const [text, setText, forget] = useDraft(door, `note ${about}`, '');
  const files = useFiles(`note ${about}`);
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const keep = async () => {
    setBusy(true);
    const answer = await send({ type: 'WriteNote', text: text.trim(), about, ...files.attachments });
    setBusy(false);
    setError(refusal(answer));
    if (!answer.ok) return;
    forget();
    files.forget();
    done();
  };
  return (
    <div className="stack compose" {...files.takes}>
      <Textarea
        label={t('note.label')}
        description={t('note.help')}
        autosize
        minRows={2}
        data-autofocus
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
        maxLength={20000}
      />
      <FilePicker files={files} />
      {error && (
        <p className="late" role="alert">
          {error}
        </p>
      )}
      <div className="row wrap">
        <Button kind="main" busy={busy} disabled={!text.trim() || !files.settled} onClick={keep}>
          {t('note.keep')}
        </Button>
        <Button kind="quiet" onClick={done}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
