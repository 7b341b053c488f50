import './Reading.css';
import { type Address, type Id, recallFor } from '@entente/engine';
import { useState } from 'react';
import { Compose, NoteForm } from '../../capabilities/messages/seat/parts.ts';
import { Thread } from '../../capabilities/messages/seat/Thread.tsx';
import type { Begun } from '../../capabilities/sharing/forms/Doing.tsx';
import { AskForm, Doing, ItemForm } from '../../capabilities/sharing/forms/parts.ts';
import { actsOn, type ItemAct, type Look } from '../../capabilities/sharing/rights.ts';
import { ItemView } from '../../capabilities/sharing/seat/ItemView.tsx';
import { RequestView } from '../../capabilities/sharing/seat/RequestView.tsx';
import { hasEnded, useLook, useOpenMade } from '../../capabilities/sharing/useSharing.ts';
import { useRefusal, useSeat } from '../../connection/index.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { EmptyState, ScrollRegion } from '../../kit/Panel.tsx';
import { wantsAcknowledgement } from './asked.ts';
import type { Item } from './inbox.ts';
import { Letter } from './Letter.tsx';
import type { Writing } from './writing.ts';

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
  const look = useLook();
  const [noting, setNoting] = useState<Id | undefined>();
  const [doing, setDoing] = useState<(Begun & { readonly on: Id }) | undefined>();
  const made = useOpenMade(open);
  const replying = writing !== undefined && item !== undefined && writing.about === item.id;
  const shows = item && (!writing || replying);
  const held = item?.held === undefined ? undefined : look?.world.sharing.items.get(item.held);
  const begun = doing && doing.on === held?.id && !writing ? doing : undefined;
  const go = held && ((next: Begun) => setDoing({ ...next, on: held.id }));
  const start = go && look && !hasEnded(look.world) ? (act: ItemAct) => go({ act }) : undefined;
  return (
    <section className="panel reading" aria-label={t('place.read')}>
      <div className="reading-back">
        <Button kind="quiet" icon="back" onClick={back}>
          {t('place.inbox')}
        </Button>
      </div>
      <ScrollRegion label={t('place.read')}>
        {shows && <Shown look={look} item={item} items={items} open={open} acts={acts} start={start} />}
        {shows && acts && noting === item.id && <NoteForm about={item.id} done={() => setNoting(undefined)} />}
        {shows && begun && look && held && go && (
          <Doing
            key={`${held.id} ${begun.act}`}
            begun={begun}
            look={look}
            item={held}
            made={made}
            go={go}
            done={() => setDoing(undefined)}
          />
        )}
        {writing && <Written writing={writing} about={replying ? item : undefined} look={look} made={made} write={write} />}
        {!shows && !writing && <EmptyState title={t('reading.empty')}>{t('reading.emptyHelp')}</EmptyState>}
      </ScrollRegion>
      {shows && !writing && !begun && acts && (
        <Acts key={item.id} look={look} item={item} waits={waits} write={write} note={() => setNoting(item.id)} start={start} />
      )}
    </section>
  );
}

interface ShownProps {
  readonly look: Look | undefined;
  readonly item: Item;
  readonly items: readonly Item[];
  readonly open: (id: Id) => void;
  readonly acts: boolean;
  readonly start: ((act: ItemAct) => void) | undefined;
}

/** The thing itself: a letter (with the item that it brought), an item, a request. */
function Shown({ look, item, items, open, acts, start }: ShownProps) {
  const held = item.held === undefined ? undefined : look?.world.sharing.items.get(item.held);
  const request = item.request === undefined ? undefined : look?.world.sharing.requests.get(item.request);
  const view = (inLetter: boolean) =>
    held &&
    look && <ItemView look={look} item={held} open={open} ask={acts && start ? () => start('ask') : undefined} inLetter={inLetter} />;
  if (request && look) return <RequestView key={request.id} look={look} request={request} open={open} acts={acts} />;
  if (item.kind !== 'item') return <Letter item={item} items={items} open={open} brought={view(true)} />;
  return (
    <>
      {view(false)}
      <div className="letter after-item">
        <Thread id={item.id} items={items} open={open} />
      </div>
    </>
  );
}

interface WrittenProps {
  readonly writing: Writing;
  readonly about: Item | undefined;
  readonly look: Look | undefined;
  readonly made: (events: readonly Id[]) => void;
  readonly write: (writing: Writing | undefined) => void;
}

/** What is being written. Something new may be a message, an item, or a request for release. */
function Written({ writing, about, look, made, write }: WrittenProps) {
  const t = useWords('seat');
  const done = () => write(undefined);
  const { what = 'message' } = writing;
  const isNew = about === undefined && writing.purpose === undefined && writing.to.length === 0;
  return (
    <>
      {isNew && look && (
        <fieldset className="segments what-to-write" aria-label={t('writeWhat.title')}>
          {(['message', 'item', 'request'] as const).map((w) => (
            <label key={w} data-chosen={what === w || undefined}>
              <input type="radio" className="unseen" name="write-what" checked={what === w} onChange={() => write({ to: [], what: w })} />
              {t(`writeWhat.${w}`)}
            </label>
          ))}
        </fieldset>
      )}
      {what === 'item' && look ? (
        <ItemForm look={look} made={made} done={done} />
      ) : what === 'request' && look ? (
        <AskForm look={look} done={done} />
      ) : (
        <Compose key={writing.about ?? writing.purpose ?? 'new'} writing={writing} about={about} done={done} />
      )}
    </>
  );
}

/** The acts on what I read. One is the next: to answer a question, else to acknowledge. */
function Acts({
  look,
  item,
  waits,
  write,
  note,
  start,
}: {
  readonly look: Look | undefined;
  readonly item: Item;
  readonly waits: boolean;
  readonly write: (w: Writing) => void;
  readonly note: () => void;
  readonly start: ((act: ItemAct) => void) | undefined;
}) {
  const t = useWords('seat');
  const kit = useWords('kit');
  const [more, showMore] = useState(false);
  const { me, world } = useSeat();
  const { acknowledge, busy, error } = useAcknowledge(item);
  const held = item.held === undefined ? undefined : world.sharing.items.get(item.held);
  const onItem = look && held && start ? actsOn(look, held) : [];
  const isRequest = item.request !== undefined;
  // What is to be destroyed, or is, need not be acknowledged.
  const gone = look !== undefined && item.kind === 'item' && held !== undefined && recallFor(look.roster, held, me.seat) !== undefined;
  const ended = world.clock.reading?.status === 'ended';
  const reply = (purpose?: string) => write({ to: replyTo(item, me.seat), about: item.id, purpose, label: item.label });
  const acknowledged = item.acknowledgedAt !== undefined;
  return (
    <footer className="panel-foot">
      {!item.mine && !isRequest && !acknowledged && !item.withdrawn && (item.kind !== 'item' || item.given) && !gone && (
        <Button kind={wantsAcknowledgement(world, item, me.seat) ? 'main' : 'plain'} icon="check" busy={busy} onClick={acknowledge}>
          {t('acknowledge')}
        </Button>
      )}
      {!ended && start && <ItemActs acts={onItem.filter((a) => !SELDOM.has(a))} start={start} />}
      {item.kind !== 'note' && !isRequest && !(item.kind === 'item' && !item.given) && !ended && (
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
      {onItem.length > 0 && (
        <Button kind="quiet" icon="more" className="more-acts" aria-expanded={more} onClick={() => showMore(!more)}>
          {kit('more')}
        </Button>
      )}
      <span className={onItem.length > 0 ? 'seldom-acts' : 'own-acts'} data-open={more || undefined}>
        {!ended && start && <ItemActs acts={onItem.filter((a) => SELDOM.has(a))} start={start} />}
        <Button kind="quiet" icon="note" onClick={note}>
          {t('note.write')}
        </Button>
      </span>
      {error && (
        <p className="late" role="alert">
          {error}
        </p>
      )}
    </footer>
  );
}

const ACT_ICONS = { share: 'share', ask: 'request', sanitise: 'scissors', revise: 'write', recall: 'undo', why: 'question' } as const;
/** Beside what one does with most items. */
const SELDOM: ReadonlySet<ItemAct> = new Set(['sanitise', 'revise', 'recall', 'why']);

function useAcknowledge(item: Item) {
  const { send } = useSeat();
  const refusal = useRefusal();
  const [error, setError] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const acknowledge = async () => {
    setBusy(true);
    const answer = await send(
      item.kind === 'item'
        ? { type: 'AcknowledgeItem', item: item.id }
        : item.kind === 'delivery'
          ? { type: 'AcknowledgeInject', delivery: item.id, version: item.corrected?.version ?? 0 }
          : { type: 'AcknowledgeMessage', message: item.id },
    );
    setBusy(false);
    setError(refusal(answer));
  };
  return { acknowledge, busy, error };
}

function ItemActs({ acts, start }: { readonly acts: readonly ItemAct[]; readonly start: (act: ItemAct) => void }) {
  const t = useWords('sharing');
  return acts.map((a) => (
    <Button key={a} icon={ACT_ICONS[a]} kind={SELDOM.has(a) ? 'quiet' : 'plain'} onClick={() => start(a)}>
      {t(`act.${a}`)}
    </Button>
  ));
}

/** Whom a reply goes to: the writer; for my own message, those I wrote to. */
function replyTo(item: Item, me: Address): readonly Address[] {
  return item.from === me ? item.to : [item.from];
}
