import { CHANNELS, type Text } from '@entente/engine';
import type { Command } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { AddressField } from '../../../kit/AddressField.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { PanelForm } from '../../../kit/control/PanelForm.tsx';
import type { PanelProps } from '../../../kit/control/part.ts';
import { TimeField, timeTyped } from '../../../kit/control/TimeField.tsx';
import { useVoices, useWhom } from '../../../kit/control/useWhom.ts';
import { FilePicker } from '../../../kit/files/FilePicker.tsx';
import { Details } from '../../../kit/form/ActForm.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { LabelField } from '../../../kit/LabelField.tsx';
import { LabelChip, usePolicy } from '../../../kit/Labels.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { useReach } from '../../../kit/useReach.ts';

interface Draft {
  readonly from: string;
  readonly to: readonly string[];
  readonly title: Text;
  readonly text: Text;
  readonly channel: string;
  readonly label: string;
  /** As it was typed; empty: at once. */
  readonly time: string;
}
type Improvise = Extract<Command, { type: 'ImproviseInject' }>;

/** An inject that no scenario has: written beside the timeline, sent at once or at a time. It joins the MSEL with a number of its own. */
export function ImprovisePanel({ made }: PanelProps) {
  const { say, open, start, now } = useControl();
  const kit = useWords('kit');
  const name = useNamer();
  const reach = useReach();
  const policy = usePolicy();
  const { draft, change, files, busy, error, run } = useForm<Draft>('control improvise', () => ({
    ...{ from: '', to: [], title: '', text: '', channel: 'message', label: policy.usual, time: '' },
  }));
  const { from, to, title, text, channel, label, time } = draft;
  const at = timeTyped(time, start, now);
  const submit = async () => {
    const answer = await run({
      ...{ type: 'ImproviseInject', title: sentText(title), text: sentText(text), to: [...to], channel, label },
      // An inject's sender is an entity by its bare id, a seat by its address, or control.
      from: from === '' ? 'control' : from.replace(/^entity:/, ''),
      ...(typeof at === 'number' ? { at } : {}),
    } as Improvise);
    if (!answer.ok) return;
    open(undefined);
    made(answer.events);
  };
  return (
    <PanelForm
      title={say('improvise.title')}
      go={say(at === undefined ? 'act.releaseNow' : 'improvise.plan')}
      submit={submit}
      missing={
        to.length === 0 ? say('write.needTo') : isBlank(title) || isBlank(text) ? '' : at === 'wrong' ? say('detail.timeHint') : undefined
      }
      told={say('write.toldAs', { who: reach(to), voice: name(from || 'control') })}
      busy={busy}
      error={error}
      files={files}
    >
      <TextField
        both
        title={say('improvise.headline')}
        rows={1}
        most={300}
        required
        value={title}
        change={(next) => change({ title: next })}
      />
      <TextField both title={say('write.text')} rows={5} most={20_000} required value={text} change={(next) => change({ text: next })} />
      <AddressField
        title={say('write.to')}
        hint={say('write.addRecipient')}
        groups={useWhom({ wide: true })}
        to={to}
        change={(next) => change({ to: next })}
      />
      <Choose title={say('improvise.from')} data={useVoices()} value={from} change={(next) => change({ from: next })} />
      <TimeField title={say('improvise.time')} time={time} change={(next) => change({ time: next })} />
      <Details
        title={say('write.kind')}
        says={
          <>
            {kit(`channel.${channel}`)} <LabelChip label={label} />
          </>
        }
      >
        <Choose
          title={say('write.channel')}
          data={CHANNELS.map((c) => ({ value: c, label: kit(`channel.${c}`) }))}
          value={channel}
          change={(next) => change({ channel: next })}
        />
        <LabelField title={say('write.label')} value={label} onChange={(next) => change({ label: next })} />
      </Details>
      <FilePicker files={files} />
    </PanelForm>
  );
}
