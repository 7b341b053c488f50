import { type InjectRow, injectStatus, rowCard } from '@entente/engine';
import type { ReactNode } from 'react';
import { ChannelIcon } from '../../../kit/ChannelIcon.tsx';
import { StatusChip } from '../../../kit/Chip.tsx';
import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { type Entry, numbersOf } from '../../../kit/control/entry.ts';
import { type DetailProps, useControlParts } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { Attached } from '../../../kit/files/Attached.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { RelativeTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { amendedOf } from './amended.ts';
import { InjectAmended } from './InjectAmended.tsx';
import { InjectReach } from './InjectReach.tsx';
import { InjectWhy } from './InjectWhy.tsx';
import { Sender } from './Sender.tsx';

export interface InjectDetailProps extends DetailProps {
  /** Stands where nobody is named: who gets it can be chosen. */
  readonly choose?: ReactNode;
}

/** One inject: what it says, whom it reaches and whether they sit there, why and when. */
export function InjectDetail({ id, waitsFor, hand, foot, choose }: InjectDetailProps) {
  const { world, viewer, pick, say, entries } = useControl();
  const parts = useControlParts();
  const row = world.injects.rows.get(id);
  const card = row && rowCard(row, viewer.party);
  if (!row || !card) return null;
  const status = injectStatus(row);
  const stands = amendedOf(world, row);
  const entry = entries.find((e) => e.id === id);
  const { title, text } = stands ?? card;
  const head = say(card.kind === 'contingency' ? 'detail.contingency' : card.improvised ? 'detail.improvised' : 'detail.inject', {
    number: numbersOf(card, row, viewer),
  });
  return (
    <SidePanel
      title={head}
      chip={hand && status !== 'held' ? <span className="chip act">{say('detail.forYou')}</span> : <StatusChip state={status} />}
      foot={foot}
    >
      <div className="ct-row">
        <InjectTime row={row} entry={entry} />
        <span className="ct-grow" />
        <LabelChip label={card.label} />
      </div>
      <h3 className={row.withdrawn ? 'ct-detail-title ct-struck' : 'ct-detail-title'}>
        <Said text={title} />
      </h3>
      <NotYet of={[title, text]} />
      <p className="ct-small ct-row ct-wrap">
        <ChannelIcon channel={card.channel} /> {say(`channel.${card.channel}`)} · {say('detail.from')} <Sender from={card.from} />
      </p>
      <blockquote className={row.withdrawn ? 'ct-quote ct-struck' : 'ct-quote'}>
        <Said text={text} />
      </blockquote>
      <InjectAmended row={row} />
      <Attached cards={card.attachments} />
      {parts.map(({ Within, room }) => Within && <Within key={room} inject={id} />)}
      {card.to.length > 0 ? <InjectReach row={row} card={card} /> : (choose ?? <p className="ct-small late">{say('who.nobody')}</p>)}
      <InjectWhy id={id} row={row} entry={entry} waitsFor={waitsFor} />
      {card.note !== undefined && (
        <p className="ct-controlonly">
          <strong>{say('detail.controlOnly')}</strong> {pick(card.note)}
        </p>
      )}
    </SidePanel>
  );
}

function InjectTime({ row, entry }: { row: InjectRow; entry: Entry | undefined }) {
  const { now, say, start } = useControl();
  if (row.released) return <span className="ct-when">{say('detail.releasedAt', { time: clockWords(row.released.at, start) })}</span>;
  if (entry?.at === undefined) return <span className="ct-when">{entry?.waits ? say('detail.anyTime') : say('detail.byHand')}</span>;
  return (
    <span className="ct-when">
      <RelativeTime at={entry.at} now={now} kind={entry.manual || entry.at < now ? 'deadline' : 'moment'} exact about={entry.about} />
    </span>
  );
}
