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
interface Draft {
  readonly speaker: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly purpose: Purpose;
  readonly channel: Channel;
  readonly label: string;
}

/** The message as far as it is written; kept until it is sent. */
function useWriting(side: PanelProps['side']) {
  const { door } = useSeat();
  const usual = useUsualLabel();
  const [empty] = useState<Draft>({
    speaker: side.speaker ?? '',
    to: side.to ?? [],
    subject: '',
    text: '',
    purpose: 'inform',
    channel: 'message',
    label: usual,
  });
  const name = `control ${side.about ?? side.to?.join() ?? 'new'} ${side.speaker ?? ''}`;
  const [draft, setDraft, forget] = useDraft(door, name, empty);
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const files = useFiles(name);
  const drop = (): void => {
    forget();
    files.forget();
  };
  return { draft, change, files, drop };
}

/** Writes to anyone, as control or in another's voice. Beside the timeline, so that nothing is hidden while one writes. */
export function WritePanel({ side }: PanelProps) {
  const { say, open, world, select } = useControl();
  const { draft, change, files, drop } = useWriting(side);
  const { speaker, to, subject, text, purpose, channel, label } = draft;
  const { send, busy, problem } = useSend();
  const id = useId();
  const about = side.about === undefined ? undefined : world.messages.messages.get(side.about);
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    const done = await send({
      type: 'SendMessage',
      to: [...to],
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
    drop();
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
        <VoicePicker label={say('write.voice')} value={speaker} onChange={(next) => change({ speaker: next })} />
        <AddressPicker label={say('write.to')} value={to} onChange={(next) => change({ to: next })} wide controls />
        <div className="ct-field">
          <label htmlFor={`${id}s`}>{say('write.subject')}</label>
          <input id={`${id}s`} className="ct-input" value={subject} maxLength={300} onChange={(e) => change({ subject: e.target.value })} />
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
            onChange={(e) => change({ text: e.target.value })}
          />
        </div>
        <div className="ct-field">
          <label htmlFor={`${id}p`}>{say('write.purpose')}</label>
          <select id={`${id}p`} className="ct-select" value={purpose} onChange={(e) => change({ purpose: e.target.value as Purpose })}>
            {PURPOSES.map((p) => (
              <option key={p} value={p}>
                {say(`purpose.${p}`)}
              </option>
            ))}
          </select>
        </div>
        <FilePicker files={files} />
        <ChannelAndLabel
          channel={channel}
          label={label}
          onChannel={(next) => change({ channel: next })}
          onLabel={(next) => change({ label: next })}
        />
        <SendRow words={say('act.send')} busy={busy} ready={text.trim() !== '' && files.settled} recipients={to.length} problem={problem} />
      </form>
    </SidePanel>
  );
}
