import type { Note } from '@entente/engine';
import { IconButton } from '../../../kit/Button.tsx';
import { clockWords } from '../../../kit/calendar.ts';
import { Called } from '../../../kit/control/Called.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { OwnNotes as Given } from '../../../kit/control/part.ts';
import { Attached } from '../../../kit/files/Attached.tsx';
import { FilePicker } from '../../../kit/files/FilePicker.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';

/** What those who look write down: a text, of the thing that it is about if it is about one; the newest below it. */
export function OwnNotes({ about, aboutNothing }: Given) {
  const { say, names, pick, viewer } = useControl();
  const { draft, change, files, busy, error, run } = useForm('own note', () => ({ text: '' }));
  const party = pick(names.party(viewer.party)?.name);
  const keep = async () => {
    const answer = await run({ type: 'WriteNote', text: draft.text.trim(), ...(about ? { about: about.id } : {}) });
    if (answer.ok) aboutNothing();
  };
  return (
    <>
      <ActForm
        title={say('note.title')}
        headed
        go={say('note.save')}
        submit={() => void keep()}
        missing={draft.text.trim() ? undefined : ''}
        told={say(party ? 'evaluation.readBy' : 'evaluation.readByAll', { party })}
        busy={busy}
        error={error}
        files={files}
      >
        {about && (
          <p className="ct-notes-about ct-small">
            <Called id={about.id} />
            <IconButton icon="close" size="small" label={say('evaluation.aboutNothing')} onClick={aboutNothing} />
          </p>
        )}
        <TextField title={say('note.text')} rows={3} most={20_000} value={draft.text} change={(text) => change({ text })} />
        <FilePicker files={files} />
      </ActForm>
      <Kept />
    </>
  );
}

/** The notes of this seat, the newest first. */
function Kept() {
  const { say, world, viewer } = useControl();
  const notes = [...world.messages.notes.values()].filter((n) => n.seat === viewer.address).reverse();
  if (notes.length === 0) return <p className="ct-small">{say('evaluation.noNotes')}</p>;
  return (
    <ol className="ct-notelist" aria-label={say('note.title')}>
      {notes.map((note) => (
        <Line key={note.id} note={note} />
      ))}
    </ol>
  );
}

function Line({ note }: { readonly note: Note }) {
  const { start } = useControl();
  const about = note.about?.id;
  return (
    <li>
      <span className="ct-quiet ct-num">{clockWords(note.at, start)}</span>
      <p className="prose">{note.text}</p>
      {about !== undefined && (
        <p className="ct-small">
          <Called id={about} />
        </p>
      )}
      <Attached cards={note.attachments} />
    </li>
  );
}
