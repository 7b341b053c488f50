import type { Address } from '@entente/engine';
import { useControl } from '../../../kit/control/controlContext.ts';
import { Choose } from '../../../kit/form/Choose.tsx';
import { AddressName, useNamer } from '../../../kit/Names.tsx';

interface Props {
  readonly seats: readonly Address[];
  readonly seat: Address;
  readonly choose: (seat: Address) => void;
}

/** In whose name control acts: said, and chosen where there are several. */
export function InName({ seats, seat, choose }: Props) {
  const { say } = useControl();
  const name = useNamer();
  if (seats.length > 1)
    return <Choose title={say('plan.inName')} bare data={seats.map((s) => ({ value: s, label: name(s) }))} value={seat} change={choose} />;
  return (
    <p className="ct-small">
      {say('plan.inName')} <AddressName address={seat} withParty />
    </p>
  );
}
