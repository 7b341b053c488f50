import { PURPOSES } from '@entente/engine';
import { type FormEvent, useId, useState } from 'react';
import { useDraft } from '../../../connection/drafts.ts';
import { useSeat } from '../../../connection/SeatProvider.tsx';
import { AddressPicker } from '../../../kit/control/AddressPicker.tsx';
import { type Channel, ChannelAndLabel, useUsualLabel } from '../../../kit/control/ChannelAndLabel.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { firstWords } from '../../../kit/control/happening.ts';
import type { PanelProps } from '../../../kit/control/part.ts';
import { SendRow } from '../../../kit/control/SendRow.tsx';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { useSend } from '../../../kit/control/sending.ts';
import { VoicePicker } from '../../../kit/control/VoicePicker.tsx';
import { FilePicker } from '../../../kit/files/FilePicker.tsx';
import { useFiles } from '../../../kit/files/useFiles.ts';

type Purpose = (typeof PURPOSES)[number];

/** Writes to anyone, as control or in another's voice. Beside the timeline, so that nothing is hidden while one writes. */
export function WritePanel({ side }: PanelProps) {
  const { say, open, world, select } = useControl();
  const { door } = useSeat();
  const [speaker, setSpeaker] = useState(side.speaker ?? '');
  const [to, setTo] = useState<string[]>([...(side.to ?? [])]);
  const [subject, setSubject] = useState('');
  const [text, setText, forget] = useDraft(door, `control ${side.about ?? side.to?.join() ?? 'new'}`, '');
  const [purpose, setPurpose] = useState<Purpose>('inform');
  const [channel, setChannel] = useState<Channel>('message');
  const [label, setLabel] = useState(useUsualLabel());
  const files = useFiles(`control ${side.about ?? side.to?.join() ?? 'new'}`);
  const { send, busy, problem } = useSend();
  const id = useId();
  const about = side.about === undefined ? undefined : world.messages.messages.get(side.about);
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    const done = await send({
      type: 'SendMessage',
      to,
      text,
      purpose,
      channel,
      label,
      ...(subject.trim() ? { subject: subject.trim() } : {}),
      ...(side.about ? { about: side.about } : {}),
      ...(speaker ? { speaker } : {}),
      ...files.attachments,
    });
    if (!done) return;
    forget();
    files.forget();
    if (about) select({ kind: 'message', id: about.id });
    open(undefined);
  };
  return (
    <SidePanel title={say(about ? 'write.answer' : speaker || side.speaker !== undefined ? 'write.speakAs' : 'write.title')} focus>
      <form className="ct-form" onSubmit={submit} {...files.takes}>
        {about && (
          <p className="ct-controlonly">
            <strong>{say('write.answers')}</strong> {firstWords(about)}
          </p>
        )}
        <VoicePicker label={say('write.voice')} value={speaker} onChange={setSpeaker} />
        <AddressPicker label={say('write.to')} value={to} onChange={setTo} wide controls />
        <div className="ct-field">
          <label htmlFor={`${id}s`}>{say('write.subject')}</label>
          <input id={`${id}s`} className="ct-input" value={subject} maxLength={300} onChange={(e) => setSubject(e.target.value)} />
        </div>
        <div className="ct-field">
          <label htmlFor={`${id}t`}>{say('write.text')}</label>
          <textarea
            id={`${id}t`}
            className="ct-input"
            rows={6}
            maxLength={20_000}
            value={text}
            required
            onChange={(e) => setText(e.target.value)}
          />
        </div>
        <div className="ct-field">
          <label htmlFor={`${id}p`}>{say('write.purpose')}</label>
          <select id={`${id}p`} className="ct-select" value={purpose} onChange={(e) => setPurpose(e.target.value as Purpose)}>
            {PURPOSES.map((p) => (
              <option key={p} value={p}>
                {say(`purpose.${p}`)}
              </option>
            ))}
          </select>
        </div>
        <FilePicker files={files} />
        <ChannelAndLabel channel={channel} label={label} onChannel={setChannel} onLabel={setLabel} />
        <SendRow words={say('act.send')} busy={busy} ready={text.trim() !== '' && files.settled} recipients={to.length} problem={problem} />
      </form>
    </SidePanel>
  );
}
