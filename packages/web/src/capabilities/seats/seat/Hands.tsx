import { peopleAt } from '@entente/engine';
import { TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useAct, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { intoSight } from '../../../kit/intoSight.ts';
import { Refused } from '../../../kit/Refused.tsx';

/** Who sits at this seat; hand over to the next shift; leave. A seat's history stays with the seat. */
export function Hands() {
  const { me, world } = useSeat();
  const t = useWords('seats');
  const [step, setStep] = useState<'none' | 'handOver' | 'leave'>('none');
  const back = () => setStep('none');
  const open = useRef<HTMLElement>(null);
  // The card is long, and this stands at its foot: what is asked comes into sight whole.
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
            {p.function && <span className="dim">{p.function}</span>}
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
      {step === 'handOver' && <HandOver done={back} />}
      {step === 'leave' && <Leave back={back} />}
    </section>
  );
}

function HandOver({ done }: { readonly done: () => void }) {
  const { run, busy, error } = useAct();
  const t = useWords('seats');
  const [name, setName] = useState('');
  const [duty, setDuty] = useState('');
  const handOver = async (e: FormEvent) => {
    e.preventDefault();
    const answer = await run({ type: 'HandOver', name: name.trim(), ...(duty.trim() ? { function: duty.trim() } : {}) });
    if (answer.ok) done();
  };
  return (
    <form className="stack card-form" onSubmit={handOver}>
      <p>{t('hands.handOverHelp')}</p>
      <TextInput
        label={t('hands.nextName')}
        required
        maxLength={80}
        value={name}
        onChange={(e) => setName(e.currentTarget.value)}
        autoComplete="off"
      />
      <TextInput
        label={t('hands.function')}
        maxLength={80}
        value={duty}
        onChange={(e) => setDuty(e.currentTarget.value)}
        autoComplete="off"
      />
      <Refused words={error} />
      <div className="row wrap">
        <Button type="submit" icon="swap" busy={busy}>
          {t('hands.handOver')}
        </Button>
        <Button kind="quiet" onClick={done}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

function Leave({ back }: { readonly back: () => void }) {
  const { send, leave } = useSeat();
  const t = useWords('seats');
  const goAway = async () => {
    await send({ type: 'LeaveSeat' });
    await leave();
  };
  return (
    <div className="stack card-form">
      <p>{t('hands.leaveHelp')}</p>
      <div className="row wrap">
        <Button kind="danger" icon="leave" onClick={goAway}>
          {t('hands.leaveNow')}
        </Button>
        <Button kind="quiet" onClick={back}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
