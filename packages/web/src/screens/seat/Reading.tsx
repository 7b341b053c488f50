import './Reading.css';
import type { Address, Id } from '@entente/engine';
import { useState } from 'react';
import { useAct, useNow, useOpenMade, useSeat } from '../../connection/index.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { EmptyState, ScrollRegion } from '../../kit/Panel.tsx';
import { Refused } from '../../kit/Refused.tsx';
import type { Line } from '../../kit/seat/line.ts';
import { type Begun, kindOf, type LineAct, type SeatPart, useSeatParts, type Writing } from '../../kit/seat/part.ts';
import { lookOf } from './inbox.ts';

export interface ReadingProps {
  readonly line: Line | undefined;
  /** How often it was opened anew. */
  readonly times: number;
  readonly lines: readonly Line[];
  readonly open: (id: Id) => void;
  readonly writing: Writing | undefined;
  readonly write: (writing: Writing | undefined) => void;
  readonly acts: boolean;
  /** True if this is a question that still waits for an answer. */
  readonly waits: boolean;
  /** On a phone: back to the list. */
  readonly back: () => void;
}

/** What I read, and what I can do about it. Writing stands below the text that it answers, never over it. */
export function Reading({ line, times, lines, open, writing, write, acts, waits, back }: ReadingProps) {
  const t = useWords('seat');
  const { world } = useSeat();
  const parts = useSeatParts();
  const [noting, setNoting] = useState<Id | undefined>();
  const [doing, setDoing] = useState<(Begun & { readonly on: Id }) | undefined>();
  const made = useOpenMade(makerOf(parts), open);
  const replying = writing !== undefined && line !== undefined && writing.about === line.id;
  const shows = line && (!writing || replying);
  const brought = lines.find((l) => l.id === line?.brought);
  // What can be begun with a thing can be begun with it in the letter that brought it.
  const acted = brought ?? line;
  const begun = doing && doing.on === acted?.id && !writing ? doing : undefined;
  const go = acted && ((next: Begun) => setDoing({ ...next, on: acted.id }));
  const start = go && !hasEnded(world) ? (act: string) => go({ act }) : undefined;
  const Doing = acted && kindOf(parts, acted).Doing;
  return (
    <section className="panel reading" aria-label={t('place.read')}>
      <div className="reading-back">
        <Button kind="quiet" icon="back" onClick={back}>
          {t('reading.back')}
        </Button>
      </div>
      {/* What is opened next is read from its top, however far down the last was read. */}
      <ScrollRegion key={shows ? `body of ${line.id} ${times}` : 'body'} label={t('place.read')}>
        {shows && <Shown line={line} brought={brought} lines={lines} open={open} acts={acts} start={start} />}
        {shows &&
          acts &&
          noting === line.id &&
          parts.map(({ Note, room }) => Note && <Note key={room} about={line.id} done={() => setNoting(undefined)} />)}
        {shows && begun && Doing && go && (
          <Doing key={`${acted.id} ${begun.act}`} line={acted} begun={begun} made={made} go={go} done={() => setDoing(undefined)} />
        )}
        {writing && <Written writing={writing} about={replying ? line : undefined} made={made} write={write} />}
        {!shows && !writing && <EmptyState title={t('reading.empty')}>{t('reading.emptyHelp')}</EmptyState>}
      </ScrollRegion>
      {shows && !writing && !begun && acts && (
        <Acts key={line.id} line={line} acted={acted ?? line} waits={waits} write={write} note={() => setNoting(line.id)} start={start} />
      )}
    </section>
  );
}

const hasEnded = (world: ReturnType<typeof useSeat>['world']): boolean => world.clock.reading?.status === 'ended';

/** Finds the line that an act has made, whichever capability it is of. */
const makerOf =
  (parts: readonly SeatPart[]) =>
  (world: ReturnType<typeof useSeat>['world'], events: readonly Id[]): Id | undefined =>
    parts.map((part) => part.made?.(world, events)).find((id) => id !== undefined);

interface ShownProps extends Pick<ReadingProps, 'lines' | 'open' | 'acts'> {
  readonly line: Line;
  readonly brought: Line | undefined;
  readonly start: ((act: string) => void) | undefined;
}

/** The thing itself, with what came with it and what was written about it. */
function Shown({ line, brought, lines, open, acts, start }: ShownProps) {
  const parts = useSeatParts();
  const { View } = kindOf(parts, line);
  const Brought = brought && kindOf(parts, brought).View;
  return (
    <>
      {parts.map(({ Above, room }) => Above && <Above key={room} line={line} lines={lines} open={open} />)}
      <View line={line} lines={lines} open={open} acts={acts} start={start}>
        {Brought && <Brought line={brought} lines={lines} open={open} acts={acts} start={start} inside />}
        {parts.map(({ Below, room }) => Below && <Below key={room} line={line} lines={lines} open={open} />)}
      </View>
    </>
  );
}

interface WrittenProps {
  readonly writing: Writing;
  readonly about: Line | undefined;
  readonly made: (events: readonly Id[]) => void;
  readonly write: (writing: Writing | undefined) => void;
}

/** What is being written, in the form of whichever capability offers it. */
function Written({ writing, about, made, write }: WrittenProps) {
  const offered = useSeatParts().flatMap(({ writes = [] }) => writes);
  const chosen = offered.find((w) => w.name === writing.what) ?? offered.toSorted((a, b) => a.order - b.order)[0];
  if (!chosen) return null;
  const { Form } = chosen;
  return (
    <Form
      key={`${chosen.name} ${writing.about ?? writing.purpose ?? writing.channel ?? 'new'} ${writing.text ?? ''}`}
      writing={writing}
      about={about}
      made={made}
      done={() => write(undefined)}
    />
  );
}

interface ActsProps {
  readonly line: Line;
  /** What its acts are begun with: what it brought, if anything. */
  readonly acted: Line;
  readonly waits: boolean;
  readonly write: (w: Writing) => void;
  readonly note: () => void;
  readonly start: ((act: string) => void) | undefined;
}

/** The acts on what I read. One is the next: to answer a question, else to acknowledge. */
function Acts({ line, acted, waits, write, note, start }: ActsProps) {
  const t = useWords('seat');
  const kit = useWords('kit');
  const [more, showMore] = useState(false);
  const { me, world } = useSeat();
  const parts = useSeatParts();
  const now = useNow();
  const { run, busy, error } = useAct();
  const { acts, room, Acts: Own } = kindOf(parts, acted);
  const acknowledge = kindOf(parts, line).acknowledge?.(line);
  const look = lookOf(world, me.seat);
  const offered = start ? (acts?.({ ...look, now }, acted) ?? []) : [];
  const what = parts.map((part) => part.answers?.(look, line)).find((name) => name !== undefined);
  const reply = (text?: string) => write({ what: what || undefined, to: replyTo(line, me.seat), about: line.id, text, label: line.label });
  const ended = hasEnded(world);
  const replies = line.replies && what !== false && !ended;
  return (
    <footer className="panel-foot">
      {!ended && !line.mine && line.acknowledge && line.acknowledgedAt === undefined && acknowledge && (
        <Button kind={line.acknowledge === 'asked' ? 'main' : 'plain'} busy={busy} onClick={() => run(acknowledge)}>
          {t('acknowledge')}
        </Button>
      )}
      {start && Own && <Own line={acted} start={start} />}
      {start && <LineActs acts={offered.filter((a) => !a.seldom)} words={room} start={start} />}
      {replies && (
        <Button kind={waits ? 'main' : 'plain'} icon="reply" onClick={() => reply()}>
          {t(waits ? 'answer' : 'reply')}
        </Button>
      )}
      {waits && replies && (
        <>
          <Button onClick={() => reply(t('saysYes'))}>{t('yes')}</Button>
          <Button onClick={() => reply(t('saysNo'))}>{t('no')}</Button>
        </>
      )}
      <span className="grow" />
      {offered.length > 0 && (
        <Button kind="quiet" icon="more" className="more-acts" aria-expanded={more} onClick={() => showMore(!more)}>
          {kit('more')}
        </Button>
      )}
      <span className={offered.length > 0 ? 'seldom-acts' : 'own-acts'} data-open={more || undefined}>
        {start && <LineActs acts={offered.filter((a) => a.seldom)} words={room} start={start} />}
        <Button kind="quiet" icon="note" onClick={note}>
          {t('note.write')}
        </Button>
      </span>
      <Refused words={error} />
    </footer>
  );
}

function LineActs({
  acts,
  words,
  start,
}: {
  readonly acts: readonly LineAct[];
  readonly words: string;
  readonly start: (act: string) => void;
}) {
  const t = useWords(words);
  return acts.map(({ act, says, icon, seldom }) => (
    <Button key={act} icon={icon} kind={seldom ? 'quiet' : 'plain'} onClick={() => start(act)}>
      {t(says)}
    </Button>
  ));
}

/** Whom a reply goes to: the writer; for my own message, those I wrote to. */
function replyTo(line: Line, me: Address): readonly Address[] {
  return line.from === me ? line.to : [line.from];
}
