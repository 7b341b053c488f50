import type { Id } from '@entente/engine';
import { Textarea } from '@mantine/core';
import { useAct, useDraft, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { FilePicker } from '../../../kit/files/FilePicker.tsx';
import { useFiles } from '../../../kit/files/useFiles.ts';
import { Refused } from '../../../kit/Refused.tsx';

/** A note of this seat about what it reads; its own control and the evaluators of its side see it too. */
export function NoteForm({ about, done }: { readonly about: Id; readonly done: () => void }) {
  const t = useWords('messages');
  const { door } = useSeat();
  const { run, busy, error } = useAct();
  const [text, setText, forget] = useDraft(door, `note ${about}`, '');
  const files = useFiles(`note ${about}`);
  const keep = async () => {
    const answer = await run({ type: 'WriteNote', text: text.trim(), about, ...files.attachments });
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
      <Refused words={error} />
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
