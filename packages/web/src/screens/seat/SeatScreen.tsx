import './SeatScreen.css';
import { clockStatus, type Id, scenarioNow } from '@entente/engine';
import { useEffect, useMemo, useState } from 'react';
import { SeatFrame, useSeat } from '../../connection/index.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { useDirectory } from '../../kit/Directory.tsx';
import { useNamer } from '../../kit/Names.tsx';
import type { Line } from '../../kit/seat/line.ts';
import { type Ask, kindOf, type SeatLook, type SeatPart, SeatPartsProvider, useSeatParts, type Writing } from '../../kit/seat/part.ts';
import { useTitle } from '../../kit/title.ts';
import { Announcer } from './Announcer.tsx';
import { Asked } from './Asked.tsx';
import { askedOf } from './asked.ts';
import { Card } from './Card.tsx';
import { Held } from './Held.tsx';
import { Inbox } from './Inbox.tsx';
import { linesOf, lookOf, passes } from './inbox.ts';
import { placesOf } from './places.ts';
import { More, PhoneTabs, Rail } from './Rail.tsx';
import { Reading } from './Reading.tsx';
import { useSeen } from './seen.ts';
import { useViews } from './useViews.ts';
import { Who } from './Who.tsx';

/** A player's screen: what is asked of me, what came in, what I read. Observers see the same without acts. */
export function SeatScreen({ parts }: { readonly parts: readonly SeatPart[] }) {
  return (
    <SeatPartsProvider value={parts}>
      <Screen />
    </SeatPartsProvider>
  );
}

function Screen() {
  const { door, me, world } = useSeat();
  const parts = useSeatParts();
  const [seen, see] = useSeen(door);
  const t = useWords('seat');
  const { place, reads, read, again, showsCard, go, showCard, putAway } = useViews(door);
  const [selected, select] = useState<Id | undefined>();
  const [writing, write] = useState<Writing | undefined>();
  const acts = me.kind === 'player';
  // After ENDEX nothing is sent any more, to control neither: nothing is offered that would be refused.
  const writes = acts && clockStatus(world) !== 'ended';

  const { look, lines, asks } = useHeld(seen);
  const line = lines.find((l) => l.id === selected);
  useReadOnRecord(acts ? line : undefined, lines, look, see);

  const open = (next: Id | undefined) => {
    select(next);
    write(undefined);
    if (next) read(true);
  };
  const [times, openListed] = useAnew(selected, open);
  const startWriting = (next: Writing) => {
    write(next);
    read(true);
  };
  const askControl = () => {
    putAway();
    startWriting({ to: ['control'], purpose: 'ask' });
  };
  useTabTitle(asks.length);
  const places = placesOf(parts, look, asks, lines.length > 0);
  const here = places.find((p) => p.name === place) ?? places[0];
  const { List, Beside, wide } = here ?? {};
  return (
    <SeatFrame who={<Who open={showCard} />} help={writes && <AskControl ask={askControl} />}>
      <Announcer lines={lines} />
      {clockStatus(world) === 'ended' && <Ended />}
      {showsCard ? (
        <Card asked={asks.length} done={putAway} again={again} />
      ) : (
        <main className="seat" data-place={reads ? 'read' : place} data-three={Beside ? true : undefined} data-wide={wide}>
          <h1 className="unseen">{t('screen')}</h1>
          <Rail places={places} place={here?.name ?? 'now'} go={go} write={writes ? startWriting : undefined} />
          <div className="seat-list">
            {here?.name === 'now' && (
              <>
                <Asked asks={asks} selected={selected} open={openListed} listener={!acts} nothing={lines.length === 0} />
                <Inbox lines={lines} selected={selected} open={openListed} listener={!acts} shown={place === 'inbox' && !reads} />
              </>
            )}
            {here?.name === 'held' && <Held lines={lines} selected={selected} open={openListed} showCard={showCard} listener={!acts} />}
            {List && <List selected={selected} open={openListed} />}
            <More write={writes ? startWriting : undefined} showCard={showCard} />
          </div>
          <Reading
            line={line}
            times={times}
            lines={lines}
            open={open}
            writing={writing}
            write={write}
            acts={acts}
            waits={asks.some((a) => a.byWriting && a.waits.id === selected)}
            back={() => read(false)}
          />
          {Beside && (
            <div className="seat-beside">
              <Beside selected={selected} open={openListed} />
            </div>
          )}
        </main>
      )}
      {!showsCard && <Tabs places={places} place={place} asks={asks} lines={lines} go={go} />}
    </SeatFrame>
  );
}

/** What is pressed again in a list begins anew, that often so far: what was chosen in it meanwhile is put away. */
function useAnew(selected: Id | undefined, open: (id: Id | undefined) => void) {
  const [times, setTimes] = useState(0);
  const openListed = (next: Id | undefined) => {
    if (next === selected) setTimes(times + 1);
    open(next);
  };
  return [times, openListed] as const;
}

/** The browser's tab: how much is asked of which seat of which exercise. */
function useTabTitle(asked: number): void {
  const { me } = useSeat();
  const { title } = useDirectory();
  const text = useText();
  useTitle(asked, useNamer('own')(me.seat), text(title));
}

type TabsProps = Omit<Parameters<typeof PhoneTabs>[0], 'asks' | 'unread'> & {
  readonly asks: readonly Ask[];
  readonly lines: readonly Line[];
};

function Tabs({ asks, lines, ...places }: TabsProps) {
  return <PhoneTabs {...places} asks={asks.length} unread={lines.filter((l) => l.unread && passes(l, 'all')).length} />;
}

/** What this seat holds, and what is asked of it. */
function useHeld(seen: ReadonlySet<Id>) {
  const { me, world, version, wall } = useSeat();
  const parts = useSeatParts();
  const status = clockStatus(world);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world changes in place; whether it has ended changes the look
  const look = useMemo(() => lookOf(world, me.seat, seen), [world, me.seat, seen, status]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world changes in place; its version tells when
  const lines = useMemo(() => linesOf(parts, look), [parts, look, version]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const asks = useMemo(() => askedOf(parts, world, me.seat, scenarioNow(world, wall()), lines), [parts, version, me.seat, lines]);
  return { look, lines, asks };
}

function AskControl({ ask }: { readonly ask: () => void }) {
  const t = useWords('seat');
  return (
    <Button size="small" icon="question" className="ask-control" title={t('askControl')} onClick={ask}>
      <span>{t('askControl')}</span>
    </Button>
  );
}

/** After ENDEX nothing comes any more; the way on is the review of what this seat knew. */
function Ended() {
  const { door } = useSeat();
  const t = useWords('seat');
  return (
    <div className="seat-ended" role="status">
      <strong>{t('ended.title')}</strong>
      <a className="btn main small" href={`${door}/review`}>
        {t('ended.review')}
      </a>
    </div>
  );
}

/** Puts on the record that a thing was opened; for what has no such mark, keeps it in this tab. */
function useReadOnRecord(line: Line | undefined, lines: readonly Line[], look: SeatLook, see: (id: Id) => void): void {
  const { send } = useSeat();
  const parts = useSeatParts();
  // `send` is new on every render; once per opened thing is meant
  // biome-ignore lint/correctness/useExhaustiveDependencies: as said above
  useEffect(() => {
    if (!line || !look.reads) return;
    const { opened } = kindOf(parts, line);
    if (!opened && line.unread) see(line.id);
    // What a letter brought is read with it.
    for (const read of [line, lines.find((l) => l.id === line.brought)]) {
      const command = read && kindOf(parts, read).opened?.(look, read);
      if (command) void send(command);
    }
  }, [line?.id, line?.kind, line?.brought, line?.unread]);
}
