import { type Command, grained, type Text } from '@entente/engine';
import { useNow } from '../../../connection/SeatProvider.tsx';
import { AddressField } from '../../../kit/AddressField.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { PanelForm } from '../../../kit/control/PanelForm.tsx';
import type { PanelProps } from '../../../kit/control/part.ts';
import { TimeField, timeTyped } from '../../../kit/control/TimeField.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { OutletField } from './OutletField.tsx';

interface Opening {
  readonly title: Text;
  readonly venue: Text;
  readonly hosts: readonly string[];
  readonly time: string;
}

/** Opens a press conference: who answers there, where, and until when. */
export function ConferencePanel(_: PanelProps) {
  const { say, pick, world, names, open, start, lead } = useControl();
  const now = useNow();
  const { draft, change, busy, error, run } = useForm<Opening>('control conference', () => ({
    title: '',
    venue: '',
    hosts: [],
    time: '+30',
  }));
  const { title, venue, hosts, time } = draft;
  const cells = world.seats.directory?.cells ?? [];
  const groups = names.parties.map((p) => ({
    title: pick(p.name),
    addresses: [
      // A head of government speaks by lead control's voice.
      ...(world.seats.directory?.entities ?? []).filter((e) => lead && e.speaksFor === p.id).map((e) => `entity:${e.id}`),
      ...cells.filter((c) => c.party === p.id).flatMap((c) => c.seats.filter((s) => s.may?.includes('speak')).map((s) => `seat:${s.id}`)),
    ],
  }));
  const until = time.trim() === '' ? undefined : timeTyped(time, start, now);
  const submit = async (): Promise<void> => {
    const answer = await run({
      ...{ type: 'OpenConference', title: sentText(title), hosts: [...hosts] },
      ...(isBlank(venue) ? {} : { venue: sentText(venue) }),
      ...(typeof until === 'number' ? { until: grained(until) } : {}),
    } as Command);
    if (answer.ok) open(undefined);
  };
  const late = time.trim() !== '' && (typeof until !== 'number' || until <= now);
  return (
    <PanelForm
      title={say('conference.title')}
      go={say('conference.go')}
      submit={() => void submit()}
      missing={isBlank(title) ? '' : hosts.length === 0 ? say('conference.needsHosts') : late ? say('question.needsTime') : undefined}
      told={say('conference.told')}
      busy={busy}
      error={error}
    >
      <TextField both title={say('conference.name')} rows={1} most={300} required value={title} change={(t) => change({ title: t })} />
      <AddressField title={say('conference.hosts')} groups={groups} to={hosts} change={(h) => change({ hosts: h })} />
      <TextField both title={say('speak.venue')} rows={1} most={200} value={venue} change={(v) => change({ venue: v })} />
      <TimeField title={say('conference.until')} time={time} change={(t) => change({ time: t })} />
    </PanelForm>
  );
}

/** An outlet waits with a question: its place in the queue is seen by all, its words by lead control alone until it is called. */
export function QueuePanel({ side }: PanelProps) {
  const { say, open } = useControl();
  const conference = side.about ?? '';
  const { draft, change, busy, error, run } = useForm(`control queue ${conference}`, () => ({ outlet: '', text: '' as Text }));
  const submit = async (): Promise<void> => {
    const answer = await run({ type: 'QueueQuestion', conference, speaker: draft.outlet, text: sentText(draft.text) } as Command);
    if (answer.ok) open(undefined);
  };
  return (
    <PanelForm
      title={say('conference.queueTitle')}
      go={say('conference.queueGo')}
      submit={() => void submit()}
      missing={draft.outlet === '' ? say('report.needsOutlet') : isBlank(draft.text) ? '' : undefined}
      told={say('conference.queueTold')}
      busy={busy}
      error={error}
    >
      <OutletField outlet={draft.outlet} change={(outlet) => change({ outlet })} />
      <TextField both title={say('question.text')} rows={3} most={2_000} required value={draft.text} change={(text) => change({ text })} />
    </PanelForm>
  );
}
