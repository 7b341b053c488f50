import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { PanelProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { Attached } from '../../../kit/files/Attached.tsx';
import { FilePicker } from '../../../kit/files/FilePicker.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';

/** A note to the record, for control only; the newest ones below. */
export function NotePanel({ side: { about } }: PanelProps) {
  const { say, world, start, names, pick, viewer } = useControl();
  const { draft, change, files, busy, error, run } = useForm('control a note', () => ({ text: '' }));
  const notes = [...world.messages.notes.values()].filter((n) => n.seat === viewer.address).reverse();
  return (
    <SidePanel title={say('note.title')}>
      <ActForm
        title={say('note.title')}
        headed
        go={say('note.save')}
        submit={() => void run({ type: 'WriteNote', text: sentText(draft.text), ...(about ? { about } : {}) })}
        missing={isBlank(draft.text) ? '' : undefined}
        busy={busy}
        error={error}
        files={files}
        focus
      >
        <TextField title={say('note.text')} help={say('note.who')} most={20_000} value={draft.text} change={(text) => change({ text })} />
        <FilePicker files={files} />
      </ActForm>
      {notes.length === 0 ? (
        <p className="ct-small">{say('note.none')}</p>
      ) : (
        <ul className="ct-why">
          {notes.slice(0, 30).map((n) => (
            <li key={n.id}>
              <span className="ct-quiet">
                {clockWords(n.at, start)} {names.say(n.seat, pick, say)}
              </span>{' '}
              {n.text}
              <Attached cards={n.attachments} />
            </li>
          ))}
        </ul>
      )}
    </SidePanel>
  );
}
