import { standing } from '@entente/engine';
import { ChannelIcon } from '../../../kit/ChannelIcon.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { DetailProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { Attached } from '../../../kit/files/Attached.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { RelativeTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { Sender } from './Sender.tsx';

/** What was given to all, to those who were shown no row of it: what it says as it stands now. */
export function DeliveryDetail({ id, foot }: DetailProps) {
  const { world, say, now } = useControl();
  const delivery = world.injects.deliveries.get(id);
  if (!delivery) return null;
  const { title, text } = standing(delivery);
  const struck = delivery.withdrawn ? ' ct-struck' : '';
  return (
    <SidePanel title={say('detail.delivery')} chip={<LabelChip label={delivery.label} />} foot={foot}>
      <p className="ct-when">
        <RelativeTime at={delivery.at} now={now} exact />
      </p>
      <h3 className={`ct-detail-title${struck}`}>
        <Said text={title} />
      </h3>
      <NotYet of={[title, text]} />
      <p className="ct-small ct-row ct-wrap">
        <ChannelIcon channel={delivery.channel} /> {say(`channel.${delivery.channel}`)} · {say('detail.from')}{' '}
        <Sender from={delivery.from} />
      </p>
      <blockquote className={`ct-quote${struck}`}>
        <Said text={text} />
      </blockquote>
      <Attached cards={delivery.attachments} />
      <p className="ct-small ct-row ct-wrap">
        {say('detail.to')}:{' '}
        {delivery.to.map((a) => (
          <AddressName key={a} address={a} withParty />
        ))}
      </p>
    </SidePanel>
  );
}
