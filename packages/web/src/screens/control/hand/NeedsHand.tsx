import { type Taking, takenCards } from '@entente/engine';
import { Fragment, useEffect, useRef, useState } from 'react';
import { useSeat } from '../../../connection/SeatProvider.tsx';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { HandCard } from '../../../kit/control/hand.ts';
import { PartyLetters } from '../../../kit/control/PartyLetters.tsx';
import { useControlParts } from '../../../kit/control/part.ts';
import { Icon } from '../../../kit/icons.tsx';
import { spanWords } from '../../../kit/relative.ts';
import { useWallLeft } from '../../../kit/speed.ts';
import { WallAge } from '../../../kit/WallAge.tsx';
import { type Bundle, bundled, groupsOf, isOf } from './groups.ts';
import { cardKind } from './hand.ts';
import { isMine, Taken } from './Taken.tsx';
import { isTyping } from './typing.ts';

interface NeedsHandProps {
  readonly cards: readonly HandCard[];
  /** Keys of those that this controller has put aside for now. */
  readonly aside: ReadonlySet<string>;
  readonly setAside: (aside: ReadonlySet<string>) => void;
}

/** What waits for my hand, worked without leaving it: j and k go down and up, Enter presses the card's main button. */
export function NeedsHand({ cards, aside, setAside }: NeedsHandProps) {
  const { say, select, selection, world } = useControl();
  const { me } = useSeat();
  const parts = useControlParts();
  const list = useRef<HTMLUListElement>(null);
  const [wanted, want] = useState<string | undefined>();
  const taken = takenCards(world.takings);
  const waits = cards.filter((c) => !aside.has(c.key));
  const groups = groupsOf(parts, waits);
  const group = groups.some((g) => g.group === wanted) ? wanted : undefined;
  const wantedCards = waits.filter((c) => group === undefined || isOf(parts, c, group));
  const rows = bundled(wantedCards);
  const [unfolded, unfold] = useState<ReadonlySet<string>>(new Set());
  const isOpen = (row: Bundle) => row.cards.length === 1 || unfolded.has(row.key);
  const shown = rows.flatMap((row) => (isOpen(row) ? row.cards : []));
  const [at, setAt] = useState<string>();
  // What another has taken is not my next act.
  const next = shown.find((c) => isFree(taken.get(c.id), me))?.key;
  // The card of what is selected; or one without anything to select that the keys have come to.
  const current = shown.find((c) => (c.target ? c.target.id === selection?.id : c.key === at && !selection))?.key;
  useWorkKeys(list, shown, current, (card) => {
    setAt(card.key);
    select(card.target);
  });
  const put = (key: string): void => setAside(new Set([...aside, key]));
  const hidden = cards.length - waits.length;
  return (
    <section className="ct-panel ct-hand" aria-label={say('hand.title')}>
      <header className="ct-head">
        <h2>{say('hand.title')}</h2>
        {/* Red would shout all day: the count is only blue. */}
        <span className="chip act">{waits.length}</span>
        <span className="ct-grow" />
        <kbd>J</kbd>
        <kbd>K</kbd>
      </header>
      <Filter groups={groups} group={group} want={want} all={waits.length} />
      {parts.map(({ AboveHand, room }) => AboveHand && <AboveHand key={room} />)}
      <ul ref={list} className="ct-hand-list">
        {rows.map((row) => (
          <Fragment key={row.key}>
            {row.cards.length > 1 && (
              <Many
                row={row}
                mine={row.cards.filter((c) => isFree(taken.get(c.id), me))}
                open={isOpen(row)}
                toggle={() => unfold(new Set(unfolded.has(row.key) ? without(unfolded, row.key) : [...unfolded, row.key]))}
              />
            )}
            {isOpen(row) &&
              row.cards.map((card) => (
                <HandItemView
                  key={card.key}
                  card={card}
                  taking={taken.get(card.id)}
                  next={card.key === next}
                  current={card.key === current}
                  putAside={() => put(card.key)}
                />
              ))}
          </Fragment>
        ))}
        {rows.length === 0 && <li className="ct-empty">{say('hand.nothing')}</li>}
      </ul>
      {hidden > 0 && (
        <button type="button" className="ct-aside" onClick={() => setAside(new Set())}>
          {say('hand.aside', { count: hidden })}
        </button>
      )}
    </section>
  );
}

interface FilterProps {
  readonly groups: ReturnType<typeof groupsOf>;
  readonly group: string | undefined;
  readonly want: (group: string | undefined) => void;
  readonly all: number;
}

/** Shows cards of one kind, where there are several kinds. */
function Filter({ groups, group, want, all }: FilterProps) {
  const { say } = useControl();
  if (groups.length < 2) return null;
  return (
    <fieldset className="ct-tabs ct-hand-groups" aria-label={say('hand.filter')}>
      <button type="button" aria-pressed={group === undefined} onClick={() => want(undefined)}>
        {say('hand.group.all')} {all}
      </button>
      {groups.map((g) => (
        <button key={g.group} type="button" aria-pressed={g.group === group} onClick={() => want(g.group)}>
          {say(`hand.group.${g.group}`)} {g.count}
        </button>
      ))}
    </fieldset>
  );
}

/** True if no colleague has taken a card. */
const isFree = (taking: Taking | undefined, me: Parameters<typeof isMine>[1]): boolean => taking === undefined || isMine(taking, me);

const without = (all: ReadonlySet<string>, one: string): string[] => [...all].filter((k) => k !== one);

interface ManyProps {
  readonly row: Bundle;
  /** Those that no colleague has taken. */
  readonly mine: readonly HandCard[];
  readonly open: boolean;
  readonly toggle: () => void;
}

/** Many of one kind from one side, as one row: how many, the oldest first, and one text for all that no colleague has taken. */
function Many({ row, mine, open, toggle }: ManyProps) {
  const { say, world, open: openSide } = useControl();
  const kit = useWords('kit');
  const first = row.cards[0] as HandCard;
  const kind = cardKind(useControlParts(), first);
  const called = kind?.group ? say(`hand.group.${kind.group.name}`) : say(`hand.kind.${first.kind}`, { number: '' });
  const several = kind?.several;
  return (
    <li className="ct-handcard ct-handmany">
      <button type="button" className="ct-handtext" aria-expanded={open} onClick={toggle}>
        <Icon name={open ? 'down' : 'forward'} />
        <PartyLetters parties={first.parties} everyone={false} />
        <b>{say('hand.many', { called, count: row.cards.length })}</b>
        <span className={`ct-when ${first.when.tone ?? ''}`}>{say(first.when.key, { span: spanWords(kit, first.when.ms) })}</span>
      </button>
      {several && mine.length > 1 && (
        <Button size="small" onClick={() => openSide(several(mine, world))}>
          {say('hand.answerAll', { count: mine.length })}
        </Button>
      )}
    </li>
  );
}

interface HandItemProps {
  readonly card: HandCard;
  readonly taking: Taking | undefined;
  readonly next: boolean;
  readonly current: boolean;
  readonly putAside: () => void;
}

function HandItemView({ card, taking, next, current, putAside }: HandItemProps) {
  const { say, pick, select, names } = useControl();
  const kit = useWords('kit');
  const { wall } = useSeat();
  const wallLeft = useWallLeft()(kit, card.when.left ? card.when.ms : 0);
  const kind = cardKind(useControlParts(), card);
  const from = card.from ? names.say(card.from, pick, say, names.hasTwin(card.from)) : '';
  const of = card.of ? names.say(card.of, pick, say, names.hasTwin(card.of)) : '';
  const sentence = kind?.says?.(card, { say, pick, from, of }) ?? pick(card.title);
  return (
    <li className={current ? 'ct-handcard current' : 'ct-handcard'} data-hand={card.key} aria-current={current ? 'true' : undefined}>
      <div className="ct-row">
        <span className={`ct-when ${card.when.tone ?? ''}`}>
          {card.when.wall === undefined ? (
            `${say(card.when.key, { span: spanWords(kit, card.when.ms) })}${wallLeft && ` · ${wallLeft}`}`
          ) : (
            <WallAge since={card.when.wall} wall={wall} t={kit} />
          )}
        </span>
        <span className="ct-grow" />
        <span className="ct-small">{kind?.called?.(card, say) ?? say(`hand.kind.${card.kind}`, { number: card.number })}</span>
      </div>
      {sentence === '' ? null : card.target ? (
        <button type="button" className="ct-handtext" onClick={() => select(card.target)}>
          {sentence}
        </button>
      ) : (
        <p className="ct-handtext">{sentence}</p>
      )}
      {kind?.Body && <kind.Body card={card} next={next} putAside={putAside} />}
      <div className="ct-row ct-handfoot">
        <PartyLetters parties={card.parties} everyone={card.everyone && card.number !== ''} />
        {!kind?.untaken && <Taken card={card} taking={taking} />}
        <span className="ct-grow" />
        {kind && <kind.Acts card={card} next={next} putAside={putAside} />}
      </div>
    </li>
  );
}

/** j/k move, Enter acts; never while somebody types or a button elsewhere has the focus. */
function useWorkKeys(
  list: React.RefObject<HTMLUListElement | null>,
  cards: readonly HandCard[],
  current: string | undefined,
  go: (card: HandCard) => void,
): void {
  const latest = useRef({ cards, current, go });
  latest.current = { cards, current, go };
  useEffect(() => {
    const onKey = (e: KeyboardEvent): void => {
      if (e.ctrlKey || e.metaKey || e.altKey || isTyping(e.target)) return;
      const { cards, current, go } = latest.current;
      const index = cards.findIndex((c) => c.key === current);
      const card = list.current?.querySelector<HTMLElement>(`[data-hand="${CSS.escape(current ?? '')}"]`);
      if (e.key === 'j' || e.key === 'k') {
        const to = cards[index < 0 ? 0 : Math.max(0, Math.min(cards.length - 1, index + (e.key === 'j' ? 1 : -1)))];
        if (!to) return;
        e.preventDefault();
        go(to);
        list.current?.querySelector(`[data-hand="${CSS.escape(to.key)}"]`)?.scrollIntoView({ block: 'nearest' });
      } else if (e.key === 'Enter' && document.activeElement === document.body && card) {
        e.preventDefault();
        card.querySelector<HTMLButtonElement>('[data-main] button')?.click();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [list]);
}
