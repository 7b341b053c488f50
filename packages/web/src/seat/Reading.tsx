import './Reading.css';
import type { Address, Id } from '@entente/engine';
import { useState } from 'react';
import { useRefusal, useSeat } from '../connection/index.ts';
import { useWords } from '../i18n/words.ts';
import { Button } from '../kit/Button.tsx';
import { EmptyState, ScrollRegion } from '../kit/Panel.tsx';
import { wantsAcknowledgement } from './asked.ts';
import { Compose } from './Compose.tsx';
import type { Item } from './inbox.ts';
import { Letter } from './Letter.tsx';
import { NoteForm } from './NoteForm.tsx';

/** A message being written, as far as the way to it has already said. */
export interface Writing {
  readonly to: readonly Address[];
  readonly about?: Id | undefined;
  readonly purpose?: string | undefined;
  readonly channel?: string | undefined;
  readonly label?: string | undefined;
}

export interface ReadingProps {
  readonly item: Item | undefined;
  readonly items: readonly Item[];
  readonly open: (id: Id) => void;
  readonly writing: Writing | undefined;
  readonly write: (writing: Writing | undefined) => void;
  readonly acts: boolean;
  /** True if this is a question that still waits for an answer. */
  readonly waits: boolean;
  /** On a phone: back to the inbox. */
  readonly back: () => void;
}

/** What I read, and what I can do about it. Writing stands below the text that it answers, never over it. */
export function Reading({ item, items, open, writing, write, acts, waits, back }: ReadingProps) {
  const t = useWords('seat');
  const [noting, setNoting] = useState<Id | undefined>();
  const replying = writing !== undefined && item !== undefined && writing.about === item.id;
  const shows = item && (!writing || replying);
  return (
    <section className="panel reading" aria-label={t('place.read')}>
      <div className="reading-back">
        <Button kind="quiet" icon="back" onClick={back}>
          {t('place.inbox')}
        </Button>
      </div>
      <ScrollRegion label={t('place.read')}>
        {shows && <Letter item={item} items={items} open={open} />}
        {shows && acts && noting === item.id && <NoteForm about={item.id} done={() => setNoting(undefined)} />}
        {writing && (
          <Compose
            key={writing.about ?? writing.purpose ?? 'new'}
            writing={writing}
            about={replying ? item : undefined}
            done={() => write(undefined)}
          />
        )}
        {!shows && !writing && <EmptyState title={t('reading.empty')}>{t('reading.emptyHelp')}</EmptyState>}
      </ScrollRegion>
      {shows && !writing && acts && <Acts key={item.id} item={item} waits={waits} write={write} note={() => setNoting(item.id)} />}
    </section>
  );
}

/** The acts on what I read. One is the next: to answer a question, else to acknowledge. */
function Acts({
  item,
  waits,
  write,
  note,
}: {
  readonly item: Item;
  readonly waits: boolean;
  readonly write: (w: Writing) => void;
  readonly note: () => void;
}) {
  const t = useWords('seat');
  const { send, me, world } = useSeat();
  const refusal = useRefusal();
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const ended = world.clock.reading?.status === 'ended';
  const acknowledge = async () => {
    setBusy(true);
    const answer = await send(
      item.kind === 'delivery'
        ? { type: 'AcknowledgeInject', delivery: item.id, version: item.corrected?.version ?? 0 }
        : { type: 'AcknowledgeMessage', message: item.id },
    );
    setBusy(false);
    setError(refusal(answer));
  };
  const reply = (purpose?: string) => write({ to: replyTo(item, me.seat), about: item.id, purpose, label: item.label });
  const acknowledged = item.acknowledgedAt !== undefined;
  return (
    <footer className="panel-foot">
      {!item.mine && !acknowledged && !item.withdrawn && (
        <Button kind={wantsAcknowledgement(item) ? 'main' : 'plain'} icon="check" busy={busy} onClick={acknowledge}>
          {t('acknowledge')}
        </Button>
      )}
      {item.kind !== 'note' && !ended && (
        <Button kind={waits ? 'main' : 'plain'} icon="reply" onClick={() => reply()}>
          {t(waits ? 'answer' : 'reply')}
        </Button>
      )}
      {waits && !ended && item.purpose !== 'ask' && (
        <>
          <Button onClick={() => reply('agree')}>{t('agree')}</Button>
          <Button onClick={() => reply('decline')}>{t('decline')}</Button>
        </>
      )}
      <span className="grow" />
      <Button kind="quiet" icon="note" onClick={note}>
        {t('note.write')}
      </Button>
      {error && (
        <p className="late" role="alert">
          {error}
        </p>
      )}
    </footer>
  );
}

/** Whom a reply goes to: the writer; for my own message, those I wrote to. */
function replyTo(item: Item, me: Address): readonly Address[] {
  return item.from === me ? item.to : [item.from];
}
