import { actOfMessage, injectOfDelivery, type Message, rowCard } from '@entente/engine';
import { ChannelIcon } from '../../../kit/ChannelIcon.tsx';
import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { numbersOf } from '../../../kit/control/entry.ts';
import { firstWords } from '../../../kit/control/happening.ts';
import type { DetailProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { Attached } from '../../../kit/files/Attached.tsx';
import { Sent } from '../../../kit/form/Sent.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { RelativeTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';

/** One message: from, to, what it answers, who has read it. */
export function MessageDetail({ id, foot }: DetailProps) {
  const { say, now, viewer, world } = useControl();
  const message = world.messages.messages.get(id);
  if (!message) return null;
  const mine = message.from === viewer.address;
  return (
    <SidePanel title={say(`purpose.${actOfMessage(message)}`)} chip={<LabelChip label={message.label} />} foot={foot}>
      <p className="ct-when">{mine || message.spokenFor ? <Sent at={message.at} /> : <RelativeTime at={message.at} now={now} exact />}</p>
      {message.subject && (
        <h3 className="ct-detail-title">
          <Said text={message.subject} />
        </h3>
      )}
      <dl className="ct-facts">
        <dt>{say('detail.fromTerm')}</dt>
        <dd>
          <AddressName address={message.from} withParty />
          {message.spokenFor && <SpokenBy message={message} />}
        </dd>
        <dt>{say('detail.to')}</dt>
        <dd className="ct-tolist">
          {message.to.map((a) => (
            <AddressName key={a} address={a} withParty />
          ))}
        </dd>
        <dt>{say('detail.channel')}</dt>
        <dd className="ct-inline">
          <ChannelIcon channel={message.channel} /> {say(`channel.${message.channel}`)}
        </dd>
      </dl>
      <NotYet of={[message.subject, message.text]} />
      <blockquote className="ct-quote">
        <Said text={message.text} />
      </blockquote>
      <Attached cards={message.attachments} />
      <About message={message} />
      <Receipts message={message} />
    </SidePanel>
  );
}

function SpokenBy({ message }: { message: Message }) {
  const { say, names, pick, world } = useControl();
  const person = world.seats.people.get(message.spokenFor?.person ?? '');
  return (
    <span className="ct-quiet">
      {' '}
      {say('detail.spokenBy', { who: person?.name ?? names.say(message.spokenFor?.by ?? 'control', pick, say) })}
    </span>
  );
}

function About({ message }: { message: Message }) {
  const { say, world, viewer, select, pick } = useControl();
  const about = message.about?.id;
  if (about === undefined) return null;
  const other = world.messages.messages.get(about);
  const inject = injectOfDelivery(world.injects, about);
  const row = inject === undefined ? undefined : world.injects.rows.get(inject);
  const card = row && rowCard(row, viewer.party);
  if (!other && !card) return null;
  return (
    <p className="ct-small">
      {say('detail.about')}{' '}
      <button
        type="button"
        className="ct-rowlink"
        onClick={() => select(other ? { kind: 'message', id: other.id } : { kind: 'inject', id: inject as string })}
      >
        {other ? pick(firstWords(other)) : `${row && card && numbersOf(card, row, viewer)} ${pick(card?.title)}`}
      </button>
    </p>
  );
}

function Receipts({ message }: { message: Message }) {
  const { say, names, pick, start } = useControl();
  const seats = new Set([...message.read.keys(), ...message.acknowledged.keys()]);
  if (seats.size === 0) return <p className="ct-small">{say('detail.nobodyRead')}</p>;
  return (
    <ul className="ct-why">
      {[...seats].map((seat) => {
        const acknowledged = message.acknowledged.get(seat);
        const read = message.read.get(seat);
        return (
          <li key={seat}>
            {names.say(seat, pick, say, true)}:{' '}
            {acknowledged
              ? say('detail.acknowledgedAt', { time: clockWords(acknowledged.at, start) })
              : say('detail.readAt', { time: clockWords(read?.at ?? 0, start) })}
          </li>
        );
      })}
    </ul>
  );
}
