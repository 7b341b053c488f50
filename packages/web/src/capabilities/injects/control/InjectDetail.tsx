import { type InjectCard, type InjectRow, injectStatus, mayActOn, rowCard } from '@entente/engine';
import { useState } from 'react';
import { Button } from '../../../kit/Button.tsx';
import { ChannelIcon } from '../../../kit/ChannelIcon.tsx';
import { StatusChip } from '../../../kit/Chip.tsx';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { Entry } from '../../../kit/control/entry.ts';
import { type DetailProps, useControlParts } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { clockWords } from '../../../kit/control/scenarioTime.ts';
import { Attached } from '../../../kit/files/Attached.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { AddressMark } from '../../../kit/Names.tsx';
import { RelativeTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { amendedOf } from './amended.ts';
import { InjectAmended } from './InjectAmended.tsx';
import { InjectReach } from './InjectReach.tsx';
import { InjectWhy } from './InjectWhy.tsx';
import { ChooseRecipients, MoveTime } from './parts.ts';

/** One inject: what it says, whom it reaches and whether they sit there, why and when, and what I may do with it. */
export function InjectDetail({ id, waitsFor, hand }: DetailProps) {
  const { world, viewer, pick, say, entries, ended } = useControl();
  const parts = useControlParts();
  const row = world.injects.rows.get(id);
  const card = row && rowCard(row, viewer.party);
  if (!row || !card) return null;
  const status = injectStatus(row);
  const stands = amendedOf(world, row);
  const entry = entries.find((e) => e.id === id);
  const { title, text } = stands ?? card;
  const head = say(card.kind === 'contingency' ? 'detail.contingency' : card.improvised ? 'detail.improvised' : 'detail.inject', {
    number: card.number,
  });
  return (
    <SidePanel
      title={head}
      chip={hand && status !== 'held' ? <span className="chip act">{say('detail.forYou')}</span> : <StatusChip state={status} />}
      foot={
        status === 'released' ? (
          row.withdrawn || !mayActOn(card, viewer.address) ? undefined : (
            <AmendActs id={id} />
          )
        ) : ended ? undefined : (
          <InjectActs id={id} row={row} card={card} hand={hand} />
        )
      }
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
      {card.to.length > 0 ? <InjectReach row={row} card={card} /> : <Nobody id={id} open={status !== 'skipped' && !ended} />}
      <InjectWhy id={id} row={row} entry={entry} waitsFor={waitsFor} />
      {card.note !== undefined && (
        <p className="ct-controlonly">
          <strong>{say('detail.controlOnly')}</strong> {pick(card.note)}
        </p>
      )}
    </SidePanel>
  );
}

/** Nobody is named: recipients can be chosen while it can be released. */
function Nobody({ id, open }: { id: string; open: boolean }) {
  const { say } = useControl();
  return open ? <ChooseRecipients inject={id} /> : <p className="ct-small late">{say('who.nobody')}</p>;
}

/** What has gone out can be put right, or taken back; it cannot be made unsaid. */
function AmendActs({ id }: { id: string }) {
  const { say, open } = useControl();
  return (
    <>
      <Button icon="write" onClick={() => open({ kind: 'correct', about: id })}>
        {say('amend.correctAct')}
      </Button>
      <Button kind="quiet" icon="undo" onClick={() => open({ kind: 'withdraw', about: id })}>
        {say('amend.withdrawAct')}
      </Button>
    </>
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

/** Who seems to send it: an entity is voiced by the SimCell. */
export function Sender({ from }: { from: string }) {
  const { names, pick, say } = useControl();
  const entity = names.isEntity(from);
  return (
    <span className="ct-inline">
      <AddressMark address={from} /> {from === 'control' ? '' : names.say(from, pick, say)}
      {entity && <span className="ct-quiet">{say('detail.simcell')}</span>}
    </span>
  );
}

function InjectActs({ id, row, card, hand }: { id: string; row: InjectRow; card: InjectCard; hand: boolean }) {
  const { viewer, say, now } = useControl();
  const [moving, setMoving] = useState(false);
  const status = injectStatus(row);
  if (!mayActOn(card, viewer.address)) return <p className="ct-small">{say('detail.notYours')}</p>;
  if (status === 'skipped')
    return (
      <Act size="normal" next icon="undo" command={{ type: 'RestoreInject', inject: id }}>
        {say('act.restore')}
      </Act>
    );
  if (moving) return <MoveTime id={id} from={row.timed?.due ?? card.at ?? now} onClose={() => setMoving(false)} />;
  return (
    <>
      {card.to.length > 0 && (
        <Act size="normal" next={hand || status === 'held'} command={{ type: 'ReleaseInject', inject: id }}>
          {say('act.releaseNow')}
        </Act>
      )}
      {status === 'held' ? (
        <Act size="normal" icon="undo" command={{ type: 'LiftHold', inject: id }}>
          {say('act.liftHold')}
        </Act>
      ) : (
        status !== 'lapsed' && (
          <Act size="normal" command={{ type: 'HoldInject', inject: id }}>
            {say('act.hold')}
          </Act>
        )
      )}
      <Act size="normal" command={{ type: 'SkipInject', inject: id }} ask={{ question: say('detail.skipAsk'), yes: say('act.skip') }}>
        {say('act.skip')}
      </Act>
      {status !== 'lapsed' && <Button onClick={() => setMoving(true)}>{say('act.changeTime')}</Button>}
    </>
  );
}
