import { PURPOSES, type Text } from '@entente/engine';
import { type Command, useSeat } from '../../../connection/index.ts';
import { usePreferences } from '../../../i18n/preferences.ts';
import { useWords } from '../../../i18n/words.ts';
import { AddressField } from '../../../kit/AddressField.tsx';
import { Check } from '../../../kit/Choice.tsx';
import { useDirectory } from '../../../kit/Directory.tsx';
import { FilePicker } from '../../../kit/files/FilePicker.tsx';
import { ActForm, Details } from '../../../kit/form/ActForm.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { usePolicy } from '../../../kit/Labels.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import type { WriteProps } from '../../../kit/seat/part.ts';
import { rewritten, subjectOfReply } from '../../../kit/seat/titles.ts';
import { useReach } from '../../../kit/useReach.ts';
import { KindFields, KindSays, Subject } from '../Kind.tsx';
import type { Draft } from './draft.ts';
import { recipientsFor } from './recipients.ts';

type Send = Extract<Command, { type: 'SendMessage' }>;
const CHANNELS = ['message', 'email', 'phone', 'report'] as const;
/** A draft that was kept by an earlier version may say what messages are no longer for. */
const purposeOf = (kept: string): string => ((PURPOSES as readonly string[]).includes(kept) ? kept : 'inform');

/** The draft of a message and the way to send it. */
function useMessage({ writing, made, done }: WriteProps, subject: Text) {
  const policy = usePolicy();
  const name = `message ${writing.about ?? writing.purpose ?? writing.channel ?? 'new'}${writing.text ? ` ${writing.text}` : ''}`;
  const form = useForm<Draft>(name, () => ({
    to: writing.to,
    purpose: writing.purpose ?? 'inform',
    channel: writing.channel ?? 'message',
    label: writing.label ?? policy.usual,
    subject,
    text: writing.text ?? '',
  }));
  const go = async () => {
    const answer = await form.run(commandOf(form.draft, writing.about));
    if (!answer.ok) return;
    done();
    // An answer stands below what it answers; anything else opens, and says that it was sent.
    if (writing.about === undefined) made(answer.events);
  };
  const drop = () => {
    form.drop();
    done();
  };
  return { ...form, go, drop };
}

function commandOf({ to, purpose, channel, label, subject, text }: Draft, about: string | undefined): Send {
  const head = isBlank(subject) ? {} : { subject: sentText(subject) };
  return {
    type: 'SendMessage',
    to: [...to],
    text: sentText(text),
    purpose: purposeOf(purpose),
    channel,
    label,
    ...head,
    ...(about ? { about } : {}),
  } as Send;
}

/** Writes a message: the text first; to whom and under which label in sight, the rest folded. */
export function Compose(props: WriteProps) {
  const { about, writing } = props;
  const t = useWords('messages');
  const { language } = usePreferences();
  const subject = about ? subjectOfReply(about, language) : '';
  const { files, draft, change, error, busy, go, drop } = useMessage(props, subject);
  const addressed = writing.to.length > 0;
  const reach = useReach();
  return (
    <ActForm
      title={t(`compose.${about ? 'replyTitle' : titleNew(writing)}`)}
      go={t('compose.send')}
      submit={() => void go()}
      missing={draft.to.length === 0 ? t('compose.needsTo') : isBlank(draft.text) ? '' : undefined}
      told={t('compose.told', { who: reach(draft.to) })}
      busy={busy}
      error={error}
      cancel={drop}
      cancelWords={t('compose.drop')}
      files={files}
      focus
    >
      {!addressed && <Recipients to={draft.to} change={(to) => change({ to })} />}
      {!addressed && <Subject value={draft.subject} change={change} />}
      <TextField
        both
        title={t('compose.text')}
        rows={about ? 3 : 5}
        most={20_000}
        required
        value={draft.text}
        change={(next) => change({ text: next })}
      />
      {/* Whether an answer is awaited is the first thing that the other side must know. */}
      {!addressed && draft.channel !== 'phone' && (
        <Check
          checked={purposeOf(draft.purpose) === 'ask'}
          help={t('compose.asksHelp')}
          onChange={(asks) => change({ purpose: asks ? 'ask' : 'inform' })}
        >
          {t('compose.asks')}
        </Check>
      )}
      <Details title={t('compose.details')} says={<KindSays kind={{ ...draft, purpose: purposeOf(draft.purpose) }} />}>
        {addressed && <Recipients to={draft.to} change={(to) => change({ to })} />}
        <KindFields
          kind={{ ...draft, purpose: purposeOf(draft.purpose) }}
          change={(part) => change(part.subject === undefined ? part : { ...part, subject: rewritten(subject, part.subject) })}
          purposes={PURPOSES}
          channels={[...new Set([...CHANNELS, draft.channel])]}
          subject={addressed}
        />
      </Details>
      <FilePicker files={files} />
    </ActForm>
  );
}

/** What is new is called as the act that began it. */
const titleNew = ({ channel, purpose }: WriteProps['writing']): string =>
  channel === 'phone' ? 'call' : purpose === 'ask' ? 'askControl' : 'title';

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
