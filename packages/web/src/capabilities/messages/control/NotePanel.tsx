import { type FormEvent, useId } from 'react';
import { useDraft } from '../../../connection/drafts.ts';
import { useSeat } from '../../../connection/SeatProvider.tsx';
import { Button } from '../../../kit/Button.tsx';
import { Problem } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { PanelProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { clockWords } from '../../../kit/control/scenarioTime.ts';
import { useSend } from '../../../kit/control/sending.ts';
import { Attached } from '../../../kit/files/Attached.tsx';
import { FilePicker } from '../../../kit/files/FilePicker.tsx';
import { useFiles } from '../../../kit/files/useFiles.ts';

/** A note to the record, for control only; the newest ones below. */
export function NotePanel({ side: { about } }: PanelProps) {
  const { say, world, start, names, pick, viewer } = useControl();
  const { door } = useSeat();
  const [text, setText, forget] = useDraft(door, 'control note', '');
  const files = useFiles('control note');
  const { send, busy, problem } = useSend();
  const id = useId();
  const notes = [...world.messages.notes.values()].filter((n) => n.seat === viewer.address).reverse();
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    if (!(await send({ type: 'WriteNote', text, ...(about ? { about } : {}), ...files.attachments }))) return;
    forget();
    files.forget();
  };
  return (
    <SidePanel title={say('note.title')} focus>
      <form className="ct-form" onSubmit={submit} {...files.takes}>
        <div className="ct-field">
          <label htmlFor={id}>{say('note.text')}</label>
          <textarea
            id={id}
            className="ct-input"
            rows={4}
            maxLength={20_000}
            value={text}
            onChange={(e) => setText(e.target.value)}
            onKeyDown={(e) => {
              if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) e.currentTarget.form?.requestSubmit();
            }}
          />
          <span className="ct-small">{say('note.who')}</span>
        </div>
        <FilePicker files={files} />
        <div className="ct-row">
          <Button type="submit" kind="main" busy={busy} disabled={text.trim() === '' || !files.settled}>
            {say('note.save')}
          </Button>
          <kbd>Ctrl ↵</kbd>
        </div>
        {problem && <Problem words={problem} />}
      </form>
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
