import { useState } from 'react';
import { Act } from '../../../kit/control/Act.tsx';
import { AddressPicker } from '../../../kit/control/AddressPicker.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';

/** An inject that names nobody: whoever is chosen here gets it, and nobody else. */
export function ChooseRecipients({ inject }: { inject: string }) {
  const { say } = useControl();
  const [to, setTo] = useState<string[]>([]);
  return (
    <section className="ct-form" aria-label={say('detail.audience')}>
      <p className="ct-small late">{say('detail.nobodyNamed')}</p>
      <AddressPicker label={say('write.to')} value={to} onChange={setTo} wide />
      <div className="ct-row ct-wrap">
        <Act size="normal" next command={{ type: 'ReleaseInject', inject, to }} disabled={to.length === 0}>
          {say('act.releaseNow')}
        </Act>
        {to.length === 0 && <span className="ct-small">{say('write.needTo')}</span>}
      </div>
    </section>
  );
}
