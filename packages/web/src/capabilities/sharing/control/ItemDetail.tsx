import { type Item, type Known, knowledge, overFor, requestsFor, rosterOfWorld, standingCard } from '@entente/engine';
import { useMemo, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { DetailProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { clockWords } from '../../../kit/control/scenarioTime.ts';
import { Attached } from '../../../kit/files/Attached.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { AddressMark, AddressName } from '../../../kit/Names.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import type { Begun } from '../forms/Doing.tsx';
import { lacks } from '../review/known.ts';
import { useLook } from '../useSharing.ts';
import { ItemActs, ItemDoing } from './ItemActs.tsx';
import { Portions } from './Portions.tsx';
import { RequestLine } from './RequestDetail.tsx';
import { useKnownWords } from './useKnownWords.ts';

/** One item: what it says, who has it and who lacks it, what was asked; lead control releases, recalls and explains. */
export function ItemDetail({ id, made }: DetailProps) {
  const { world, say, lead, start, ended } = useControl();
  const kit = useWords('kit');
  const [begun, begin] = useState<Begun>();
  const item = world.sharing.items.get(id);
  const card = item && standingCard(item);
  if (!item || !card) return null;
  const requests = requestsFor(world.sharing, new Set([item.id]));
  const above = [...item.derived.values()][0];
  const source = above && world.sharing.items.get(above.from);
  if (begun)
    return (
      <SidePanel title={say('item.one')} chip={<LabelChip label={card.label} />}>
        <ItemDoing item={item} begun={begun} made={made} go={begin} done={() => begin(undefined)} />
      </SidePanel>
    );
  return (
    <SidePanel
      title={say('item.one')}
      chip={<LabelChip label={card.label} />}
      foot={lead && !begun ? <ItemActs item={item} begin={(act) => begin({ act })} /> : undefined}
    >
      <h3 className="ct-detail-title">
        <Said text={card.title} /> <NotYet of={[card.title]} />
      </h3>
      <p className="ct-small ct-row ct-wrap">
        {kit(`itemKind.${card.kind}`)} · {say('item.originator')} <AddressName address={card.originator} />
      </p>
      {lead && !ended && <Over item={item} />}
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

/** Why it is not offered to be shared. */
function Over({ item }: { item: Item }) {
  const t = useWords('sharing');
  const look = useLook();
  return look && overFor(look, item) ? <p className="ct-small soon">{t('may.expiredOwn')}</p> : null;
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
