import type { Text } from '@entente/engine';
import { useWords } from '../../i18n/words.ts';
import { Choose } from '../../kit/form/Choose.tsx';
import { TextField } from '../../kit/form/TextField.tsx';
import { LabelField } from '../../kit/LabelField.tsx';
import { LabelChip } from '../../kit/Labels.tsx';

/** What a message is beside its text and whom it is for. */
export interface Kind {
  readonly subject: Text;
  readonly purpose: string;
  readonly channel: string;
  readonly label: string;
}

/** What for, how, and under which label; the label says in words who may have it. */
export function KindFields({
  kind,
  change,
  purposes,
  channels,
  subject = true,
}: {
  readonly kind: Kind;
  readonly change: (part: Partial<Kind>) => void;
  readonly purposes: readonly string[];
  readonly channels: readonly string[];
  /** False where the subject stands elsewhere. */
  readonly subject?: boolean;
}) {
  const t = useWords('messages');
  const kit = useWords('kit');
  return (
    <>
      {subject && <Subject value={kind.subject} change={change} />}
      <Choose
        title={t('compose.purpose')}
        data={purposes.map((p) => ({ value: p, label: t(`purpose.${p}`) }))}
        value={kind.purpose}
        change={(purpose) => change({ purpose })}
      />
      <Choose
        title={t('compose.channel')}
        data={channels.map((c) => ({ value: c, label: kit(`channel.${c}`) }))}
        value={kind.channel}
        change={(channel) => change({ channel })}
      />
      <LabelField title={t('compose.label')} value={kind.label} onChange={(label) => change({ label })} />
    </>
  );
}

export function Subject({ value, change }: { readonly value: Text; readonly change: (part: { readonly subject: Text }) => void }) {
  const t = useWords('messages');
  return <TextField both title={t('compose.subject')} rows={1} most={300} value={value} change={(subject) => change({ subject })} />;
}

/** The same in a line, while it is folded. */
export function KindSays({ kind: { purpose, channel, label } }: { readonly kind: Kind }) {
  const t = useWords('messages');
  const kit = useWords('kit');
  return (
    <>
      {/* A statement is its own kind: it is no news, though it goes out where news does. */}
      {purpose === 'announce' ? kit('channel.statement') : `${t(`purpose.${purpose}`)} · ${kit(`channel.${channel}`)}`}{' '}
      <LabelChip label={label} />
    </>
  );
}
