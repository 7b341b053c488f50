import { peopleAt } from '@entente/engine';
import { useEffect, useRef, useState } from 'react';
import { useSeat } from '../../../connection/index.ts';
import { useBusy } from '../../../connection/useBusy.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { intoSight } from '../../../kit/intoSight.ts';
import { part } from '../../../kit/Part.tsx';
import { functionOf } from '../../../kit/people.ts';

const HandOver = part(async () => (await import('./HandOver.tsx')).HandOver);

/** Who sits at this seat; hand over to the next shift; leave. A seat's history stays with the seat. */
export function Hands() {
  const { me, world } = useSeat();
  const t = useWords('seats');
  const kit = useWords('kit');
  const [step, setStep] = useState<'none' | 'handOver' | 'leave'>('none');
  const back = () => setStep('none');
  const open = useRef<HTMLElement>(null);
  // The card is long, and this stands at its foot: what is asked comes into sight whole.
  const show = () => intoSight(open.current);
  useEffect(() => {
    if (step !== 'none') intoSight(open.current);
  }, [step]);
  return (
    <section ref={open}>
      <h2>{t('hands.title')}</h2>
      <ul className="stack">
        {peopleAt(world.seats, me.seat).map((p) => (
          <li key={p.id} className="row wrap">
            <b>{p.name}</b>
            {p.function && <span className="dim">{functionOf(p, kit)}</span>}
            {p.id === me.person && <Chip tone="act">{t('hands.you')}</Chip>}
          </li>
        ))}
      </ul>
      {step === 'none' && (
        <div className="row wrap card-acts">
          <Button icon="swap" onClick={() => setStep('handOver')}>
            {t('hands.handOver')}
          </Button>
          <Button kind="quiet" icon="leave" onClick={() => setStep('leave')}>
            {t('hands.leave')}
          </Button>
        </div>
      )}
      {step === 'handOver' && (
        <div className="card-form">
          <HandOver done={back} shown={show} />
        </div>
      )}
      {step === 'leave' && <Leave back={back} />}
    </section>
  );
}

function Leave({ back }: { readonly back: () => void }) {
  const { send, leave } = useSeat();
  const t = useWords('seats');
  const [goAway, busy] = useBusy(async () => {
    await send({ type: 'LeaveSeat' });
    await leave();
  });
  return (
    <div className="stack card-form">
      <p>{t('hands.leaveHelp')}</p>
      <div className="row wrap">
        <Button kind="danger" icon="leave" busy={busy} onClick={() => void goAway()}>
          {t('hands.leaveNow')}
        </Button>
        <Button kind="quiet" onClick={back}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
