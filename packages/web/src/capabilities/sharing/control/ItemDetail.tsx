import { type Item, type Known, knowledge, requestsFor, rosterOfWorld, standingCard } from '@entente/engine';
import { type ReactNode, useMemo } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { DetailProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { Attached } from '../../../kit/files/Attached.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { AddressMark, AddressName } from '../../../kit/Names.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { lacks } from '../review/known.ts';
import { Portions } from './Portions.tsx';
import { RequestLine } from './RequestDetail.tsx';
import { useKnownWords } from './useKnownWords.ts';

export interface ItemDetailProps extends DetailProps {
  /** Why something may not be done with it. */
  readonly over?: ReactNode;
}

/** One item: what it says, who has it and who lacks it, what was asked. */
export function ItemDetail({ id, foot, over }: ItemDetailProps) {
  const { world, say, start } = useControl();
  const kit = useWords('kit');
  const item = world.sharing.items.get(id);
  const card = item && standingCard(item);
  if (!item || !card) return null;
  const requests = requestsFor(world.sharing, new Set([item.id]));
  const above = [...item.derived.values()][0];
  const source = above && world.sharing.items.get(above.from);
  return (
    <SidePanel title={say('item.one')} chip={<LabelChip label={card.label} />} foot={foot}>
      <h3 className="ct-detail-title">
        <Said text={card.title} /> <NotYet of={[card.title]} />
      </h3>
      <p className="ct-small ct-row ct-wrap">
        {kit(`itemKind.${card.kind}`)} · {say('item.originator')} <AddressName address={card.originator} />
      </p>
      {over}
      {source && above && (
        <p className="ct-small">
          {say(`item.made.${above.how}`)} <Source item={source} />
        </p>
      )}
      <Holders id={item.id} />
      {requests.map((r) => (
        <RequestLine key={r.id} request={r} />
      ))}
      <Portions card={card} />
      <Attached cards={card.attachments} />
      <p className="ct-small">
        {say(`item.onward.${card.onward}`)}
        {card.expires !== undefined && ` ${say('item.expires', { time: clockWords(card.expires, start) })}`}
      </p>
      {item.plan && (item.plan.needs.length > 0 || item.plan.keepFrom.length > 0) && <Author item={item} />}
    </SidePanel>
  );
}

function Source({ item }: { item: Item }) {
  const { select, pick } = useControl();
  return (
    <button type="button" className="ct-rowlink" onClick={() => select({ kind: 'item', id: item.id })}>
      {pick(standingCard(item)?.title)}
    </button>
  );
}

/** Since when each party holds it, what it asked for, and what it lacks. */
function Holders({ id }: { id: string }) {
  const { world, say, now } = useControl();
  const words = useKnownWords();
  const beat = Math.floor(now / 10_000);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world is one object; the beat says when to look again
  const known = useMemo((): Known | undefined => {
    const roster = rosterOfWorld(world);
    return roster && knowledge(world, roster).find((k) => k.item === id);
  }, [world, id, beat]);
  if (!known) return <p className="ct-small">{say('items.toCome')}</p>;
  return (
    <section aria-label={say('item.holders')}>
      <h4 className="ct-eyebrow">{say('item.holders')}</h4>
      <ul className="ct-holders">
        {known.parties.map((k) => (
          <li key={k.party} className={k.overshared || lacks(k) ? 'ct-row late' : 'ct-row'}>
            <AddressMark address={`party:${k.party}`} named />
            <span>{words(k)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the scenario's author says of it; for control only. */
function Author({ item }: { item: Item }) {
  const { say, names, pick } = useControl();
  const { needs = [], keepFrom = [] } = item.plan ?? {};
  return (
    <p className="ct-controlonly">
      <strong>{say('detail.controlOnly')}</strong>{' '}
      {needs.length > 0 && say('item.neededBy', { who: needs.map((a) => names.say(a, pick, say, true)).join(', ') })}{' '}
      {keepFrom.length > 0 && say('item.keepFrom', { who: keepFrom.map((p) => pick(names.party(p)?.name)).join(', ') })}
    </p>
  );
}
