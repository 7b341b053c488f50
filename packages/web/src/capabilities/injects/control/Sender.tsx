import { useControl } from '../../../kit/control/controlContext.ts';
import { AddressMark } from '../../../kit/Names.tsx';

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
