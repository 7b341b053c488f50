import { type FormEvent, useId, useState } from 'react';
import { useDraft } from '../../../connection/drafts.ts';
import { useSeat } from '../../../connection/SeatProvider.tsx';
import { AddressPicker } from '../../../kit/control/AddressPicker.tsx';
import { type Channel, ChannelAndLabel, useUsualLabel } from '../../../kit/control/ChannelAndLabel.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { SendRow } from '../../../kit/control/SendRow.tsx';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { parseClock } from '../../../kit/control/scenarioTime.ts';
import { useSend } from '../../../kit/control/sending.ts';
import { VoicePicker } from '../../../kit/control/VoicePicker.tsx';
import { FilePicker } from '../../../kit/files/FilePicker.tsx';
import { useFiles } from '../../../kit/files/useFiles.ts';

interface Draft {
  readonly from: string;
  readonly to: readonly string[];
  readonly title: string;
  readonly text: string;
  readonly channel: Channel;
  readonly label: string;
  /** As it was typed; empty: at once. */
  readonly time: string;
}

/** The inject as far as it is written; kept until it is sent. */
function useImprovising() {
  const { door } = useSeat();
  const usual = useUsualLabel();
  const [empty] = useState<Draft>({ from: '', to: [], title: '', text: '', channel: 'message', label: usual, time: '' });
  const [draft, setDraft, forget] = useDraft(door, 'control improvise', empty);
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const files = useFiles('control improvise');
  const drop = (): void => {
    forget();
    files.forget();
  };
  return { draft, change, files, drop };
}

/** An inject that no scenario has: written beside the timeline, sent at once or at a time. It joins the MSEL with a number of its own. */
export function ImprovisePanel() {
  const { say, open, start, now } = useControl();
  const { draft, change, files, drop } = useImprovising();
  const { from, to, title, text, channel, label, time } = draft;
  const { send, busy, problem } = useSend();
  const id = useId();
  const at = time.trim() === '' ? undefined : parseClock(time, start, now);
  const wrong = time.trim() !== '' && at === undefined;
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    // An inject's sender is an entity by its bare id, a seat by its address, or control.
    const sender = from === '' ? 'control' : from.replace(/^entity:/, '');
    if (
      !(await send({
        type: 'ImproviseInject',
        title,
        text,
        from: sender,
        to: [...to],
        channel,
        label,
        ...(at === undefined ? {} : { at: Math.round(at) }),
        ...files.attachments,
      }))
    )
      return;
    drop();
    open(undefined);
  };
  return (
    <SidePanel title={say('improvise.title')} focus>
      <form className="ct-form" onSubmit={submit} {...files.takes}>
        <VoicePicker label={say('improvise.from')} value={from} onChange={(next) => change({ from: next })} />
        <AddressPicker label={say('write.to')} value={to} onChange={(next) => change({ to: next })} wide />
        <div className="ct-field">
          <label htmlFor={`${id}s`}>{say('improvise.headline')}</label>
          <input
            id={`${id}s`}
            className="ct-input"
            value={title}
            maxLength={300}
            required
            onChange={(e) => change({ title: e.target.value })}
          />
        </div>
        <div className="ct-field">
          <label htmlFor={`${id}t`}>{say('write.text')}</label>
          <textarea
            id={`${id}t`}
            className="ct-input"
            rows={6}
            maxLength={20_000}
            required
            value={text}
            onChange={(e) => change({ text: e.target.value })}
          />
        </div>
        <FilePicker files={files} />
        <ChannelAndLabel
          channel={channel}
          label={label}
          onChannel={(next) => change({ channel: next })}
          onLabel={(next) => change({ label: next })}
        />
        <TimeField id={`${id}w`} time={time} change={(next) => change({ time: next })} wrong={wrong} />
        <SendRow
          words={say(at === undefined ? 'act.releaseNow' : 'improvise.plan')}
          busy={busy}
          ready={title.trim() !== '' && text.trim() !== '' && !wrong && files.settled}
          recipients={to.length}
          problem={problem}
        />
      </form>
    </SidePanel>
  );
}

/** When it goes out: a time as the exercise tells it, or at once. */
function TimeField({ id, time, change, wrong }: { id: string; time: string; change: (time: string) => void; wrong: boolean }) {
  const { say } = useControl();
  return (
    <div className="ct-field">
      <label htmlFor={id}>{say('improvise.time')}</label>
      <input
        id={id}
        className="ct-input short"
        value={time}
        placeholder={say('improvise.atOnce')}
        aria-invalid={wrong}
        onChange={(e) => change(e.target.value)}
      />
      <span className={wrong ? 'ct-problem' : 'ct-small'}>{say('detail.timeHint')}</span>
    </div>
  );
}
