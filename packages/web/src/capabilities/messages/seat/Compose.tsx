import './Compose.css';
import { type Command, PURPOSES } from '@entente/engine';
import { Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAct, useDraft, useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { AddressField } from '../../../kit/AddressField.tsx';
import { Button } from '../../../kit/Button.tsx';
import { useDirectory } from '../../../kit/Directory.tsx';
import { FilePicker } from '../../../kit/files/FilePicker.tsx';
import { useFiles } from '../../../kit/files/useFiles.ts';
import { LabelField } from '../../../kit/LabelField.tsx';
import { LabelMeaning, usePolicy } from '../../../kit/Labels.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { Refused } from '../../../kit/Refused.tsx';
import type { WriteProps } from '../../../kit/seat/part.ts';
import { subjectOfReply, titleOf } from '../../../kit/seat/titles.ts';
import { recipientsFor } from './recipients.ts';

interface Draft {
  readonly to: readonly string[];
  readonly purpose: string;
  readonly channel: string;
  readonly label: string;
  readonly subject: string;
  readonly text: string;
}
type Send = Extract<Command, { type: 'SendMessage' }>;
const CHANNELS = ['message', 'email', 'phone', 'report'] as const;
const NEW: readonly string[] = ['inform', 'ask', 'consult', 'propose', 'decide'];
/** To an inject one answers as one writes; to a message one may also put another proposal, or ask to be consulted. */
const REPLY: readonly string[] = [...NEW, 'agree', 'decline'];

/** The draft of a message and the way to send it. */
function useMessage({ writing, made, done }: WriteProps, subject: string) {
  const { door } = useSeat();
  const { run, busy, error } = useAct();
  const policy = usePolicy();
  const [empty] = useState<Draft>({
    to: writing.to,
    purpose: writing.purpose ?? 'inform',
    channel: writing.channel ?? 'message',
    label: writing.label ?? policy.usual,
    subject,
    text: '',
  });
  const name = `message ${writing.about ?? writing.purpose ?? writing.channel ?? 'new'}`;
  const [draft, setDraft, forget] = useDraft<Draft>(door, name, empty);
  const files = useFiles(name);
  const go = async () => {
    const answer = await run({ ...commandOf(draft, writing.about), ...files.attachments });
    if (!answer.ok) return;
    drop();
    // An answer stands below what it answers; anything else opens, and says that it was sent.
    if (writing.about === undefined) made(answer.events);
  };
  const drop = () => {
    forget();
    files.forget();
    done();
  };
  return { files, draft, change: (part: Partial<Draft>) => setDraft({ ...draft, ...part }), error, busy, go, drop };
}

function commandOf({ to, purpose, channel, label, subject, text }: Draft, about: string | undefined): Send {
  const head = subject.trim() ? { subject: subject.trim() } : {};
  return { type: 'SendMessage', to: [...to], text: text.trim(), purpose, channel, label, ...head, ...(about ? { about } : {}) } as Send;
}

/** Writes a message: to whom, what for, how, under which label. The draft survives a reload and a lost line. */
export function Compose(props: WriteProps) {
  const { about } = props;
  const t = useWords('messages');
  const text = useText();
  const subject = about ? subjectOfReply(titleOf(about, text), (title) => t('compose.re', { title })) : '';
  const { files, draft, change, error, busy, go, drop } = useMessage(props, subject);
  const announcing = draft.to.includes('public') || draft.to.includes('everyone');
  const submit = (e: FormEvent) => {
    e.preventDefault();
    void go();
  };
  return (
    <form
      ref={bringIntoSight}
      className="compose"
      aria-label={t(about ? 'compose.reply' : 'compose.write')}
      onSubmit={submit}
      {...files.takes}
    >
      <h2 className="read">{t(announcing ? 'compose.announceTitle' : about ? 'compose.replyTitle' : 'compose.title')}</h2>
      {announcing && <p className="soon">{t('compose.publicWarning')}</p>}
      <Recipients to={draft.to} change={(to) => change({ to })} />
      <Kind draft={draft} change={change} reply={about !== undefined} announcing={announcing} />
      <TextInput
        label={t('compose.subject')}
        maxLength={300}
        value={draft.subject}
        onChange={(e) => change({ subject: e.currentTarget.value })}
        autoComplete="off"
      />
      <Textarea
        label={t('compose.text')}
        required
        autosize
        minRows={5}
        maxRows={16}
        maxLength={20000}
        value={draft.text}
        onChange={(e) => change({ text: e.currentTarget.value })}
      />
      <FilePicker files={files} />
      <Refused words={error} />
      <div className="row wrap">
        <Button kind="main" type="submit" busy={busy} disabled={draft.to.length === 0 || !draft.text.trim() || !files.settled}>
          {t(announcing ? 'compose.announce' : 'compose.send')}
        </Button>
        <Button kind="quiet" onClick={drop}>
          {t('compose.drop')}
        </Button>
        <span className="small dim" role="status">
          {busy ? t('compose.sending') : ''}
        </span>
      </div>
    </form>
  );
}

/** It stands below what it answers, perhaps out of sight on a phone. A stable function, so that it happens once. */
const bringIntoSight = (form: HTMLFormElement | null): void => form?.scrollIntoView({ block: 'nearest' });

interface KindProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly reply: boolean;
  readonly announcing: boolean;
}

/** What for, how, and under which label; the label says in words who may have it. */
function Kind({ draft, change, reply, announcing }: KindProps) {
  const t = useWords('messages');
  const kit = useWords('kit');
  const purposes = PURPOSES.filter((p) => (reply ? REPLY : NEW).includes(p) || p === draft.purpose || (announcing && p === 'announce'));
  const channels = [...new Set([...CHANNELS, draft.channel])];
  return (
    <>
      <div className="compose-row">
        <Select
          label={t('compose.purpose')}
          data={purposes.map((p) => ({ value: p, label: t(`purpose.${p}`) }))}
          value={draft.purpose}
          onChange={(v) => v && change({ purpose: v })}
          allowDeselect={false}
        />
        <Select
          label={t('compose.channel')}
          data={channels.map((c) => ({ value: c, label: kit(`channel.${c}`) }))}
          value={draft.channel}
          onChange={(v) => v && change({ channel: v })}
          allowDeselect={false}
        />
        <LabelField title={t('compose.label')} value={draft.label} onChange={(label) => change({ label })} bare />
      </div>
      <p className="small dim">
        <LabelMeaning label={draft.label} />
      </p>
    </>
  );
}

function Recipients({ to, change }: { readonly to: readonly string[]; readonly change: (to: string[]) => void }) {
  const t = useWords('messages');
  const { me } = useSeat();
  const name = useNamer();
  const groups = recipientsFor(useDirectory(), me.seat).map((g) => ({
    title: g.group.startsWith('party:') ? name(g.group) : t(`recipients.${g.group}`),
    addresses: g.addresses,
  }));
  const known = new Set(groups.flatMap((g) => g.addresses));
  const others = to.filter((a) => !known.has(a));
  return (
    <AddressField
      title={t('compose.to')}
      hint={t('compose.toHint')}
      groups={others.length > 0 ? [...groups, { title: t('recipients.others'), addresses: others }] : groups}
      to={to}
      change={change}
    />
  );
}
