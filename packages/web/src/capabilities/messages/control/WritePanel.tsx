import { answeringVoice, answersOf, CHANNELS, PURPOSES, type Text } from '@entente/engine';
import type { Command } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { AddressField } from '../../../kit/AddressField.tsx';
import { Button } from '../../../kit/Button.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { firstWords } from '../../../kit/control/happening.ts';
import { PanelForm } from '../../../kit/control/PanelForm.tsx';
import type { PanelProps } from '../../../kit/control/part.ts';
import { useVoices, useWhom } from '../../../kit/control/useWhom.ts';
import { FilePicker } from '../../../kit/files/FilePicker.tsx';
import { Details } from '../../../kit/form/ActForm.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { usePolicy } from '../../../kit/Labels.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { useReach } from '../../../kit/useReach.ts';
import { type Kind, KindFields, KindSays } from '../Kind.tsx';

interface Draft extends Kind {
  readonly speaker: string;
  readonly to: readonly string[];
  readonly text: Text;
}
type Send = Extract<Command, { type: 'SendMessage' }>;

/** Writes to anyone, as control or in another's voice. Beside the timeline, so that nothing is hidden while one writes. */
export function WritePanel({ side, made }: PanelProps) {
  const { say, pick, open, world } = useControl();
  const t = useWords('messages');
  const name = useNamer();
  const policy = usePolicy();
  const { draft, change, files, busy, error, runAll } = useForm<Draft>(
    `control ${side.about ?? side.to?.join() ?? 'new'} ${side.speaker ?? ''}`,
    () => ({
      ...{ speaker: side.speaker ?? '', to: side.to ?? [], subject: '', text: '' },
      ...{ purpose: 'inform', channel: 'message', label: policy.usual },
    }),
  );
  const { speaker, to, subject, text } = draft;
  const about = side.about === undefined ? undefined : world.messages.messages.get(side.about);
  // What a colleague has answered meanwhile is not answered twice.
  const answered = answersOf(world);
  const also = (side.also ?? []).flatMap((id) => (answered.has(id) ? [] : (world.messages.messages.get(id) ?? [])));
  // An answer goes where it must, in the voice that was asked: text first. Otherwise one chooses these first.
  const addressed = side.to !== undefined && side.to.length > 0;
  const title = say(about ? 'write.answer' : side.speaker === undefined ? 'write.title' : 'write.speakAs');
  const submit = async () => {
    const head = isBlank(subject) ? {} : { subject: sentText(subject) };
    const { purpose, channel, label } = draft;
    const said = { type: 'SendMessage', text: sentText(text), purpose, channel, label, ...head };
    // Each answer goes to whoever asked, in the voice that was asked: nobody learns who else did.
    const others = also.map(({ id, from, to: asked }) => {
      const voice = answeringVoice(world, asked);
      return { ...said, to: [from], about: id, ...(voice ? { speaker: voice } : {}) } as Send;
    });
    const own = { ...said, to: [...to], ...(side.about ? { about: side.about } : {}), ...(speaker ? { speaker } : {}) } as Send;
    // Of several, those that went before one was refused do not go again.
    const [first, ...more] = side.also && side.about && answered.has(side.about) ? others : [own, ...others];
    const answer = first && (await runAll([first, ...more]));
    if (answer?.ok === false) return;
    open(undefined);
    // It opens, and says that it was sent.
    if (answer) made(answer.events);
  };
  const outlet = world.seats.directory?.entities.find((e) => `entity:${e.id}` === speaker)?.kind === 'media';
  const goesTo = useReach()([...to, ...also.map((m) => m.from)]);
  const whom = <Whom draft={draft} change={change} />;
  return (
    <PanelForm
      title={title}
      go={say('act.send')}
      submit={submit}
      missing={to.length === 0 ? say('write.needTo') : isBlank(text) ? '' : undefined}
      told={say(speaker ? 'write.toldAs' : 'write.told', { who: goesTo, voice: name(speaker) })}
      busy={busy}
      error={error}
      files={files}
    >
      {about && (
        <p className="ct-controlonly">
          <strong>{say('write.answers')}</strong> {pick(firstWords(about))}
          {also.length > 0 && ` ${say('write.also', { count: also.length })}`}
        </p>
      )}
      {!addressed && whom}
      {outlet && <PutInstead speaker={speaker} to={to} />}
      <TextField both title={t('compose.text')} rows={4} most={20_000} required value={text} change={(next) => change({ text: next })} />
      <Details title={t('compose.details')} says={<KindSays kind={draft} />}>
        {addressed && whom}
        <KindFields kind={draft} change={change} purposes={outlet ? PURPOSES.filter((p) => p !== 'ask') : PURPOSES} channels={CHANNELS} />
      </Details>
      <FilePicker files={files} />
    </PanelForm>
  );
}

/** An outlet’s question is no message: it is put, with a time for the answer. */
function PutInstead({ speaker, to }: Pick<Draft, 'speaker' | 'to'>) {
  const { say, open } = useControl();
  return (
    <p>
      <Button size="small" kind="quiet" icon="question" onClick={() => open({ kind: 'press-question', speaker, to })}>
        {say('public.ask')}
      </Button>
    </p>
  );
}

interface DraftProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

/** To whom, and in whose voice. */
function Whom({ draft, change }: DraftProps) {
  const { say } = useControl();
  const t = useWords('messages');
  const groups = useWhom({ wide: true, controls: true });
  const voices = useVoices();
  const known = new Set(groups.flatMap((g) => g.addresses));
  const others = draft.to.filter((a) => !known.has(a));
  return (
    <>
      <AddressField
        title={t('compose.to')}
        hint={say('write.addRecipient')}
        groups={others.length > 0 ? [...groups, { title: t('recipients.others'), addresses: others }] : groups}
        to={draft.to}
        change={(to) => change({ to })}
      />
      <Choose title={say('write.voice')} data={voices} value={draft.speaker} change={(speaker) => change({ speaker })} />
    </>
  );
}
