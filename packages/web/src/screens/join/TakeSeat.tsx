import './Join.css';
import { peopleAt } from '@entente/engine';
import { isSimulated } from '@entente/engine/seats';
import { TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useAct, useEmergency, useSeat } from '../../connection/index.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { useDirectory } from '../../kit/Directory.tsx';
import { Marked } from '../../kit/Marking.tsx';
import { AddressName, useNamer } from '../../kit/Names.tsx';
import { Refused } from '../../kit/Refused.tsx';
import { Switches } from '../../kit/TopBar.tsx';
import { useTitle } from '../../kit/title.ts';

/** Before anything else: whose hands these are. Name and function stand on the record with every act. */
export function TakeSeat() {
  const { me, world } = useSeat();
  const emergency = useEmergency();
  const { run, busy, error } = useAct();
  const t = useWords('join');
  const text = useText();
  const { title } = useDirectory();
  useTitle(0, useNamer('own')(me.seat), text(title));
  const [name, setName] = useState('');
  const [duty, setDuty] = useState('');
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  const people = peopleAt(world.seats, me.seat);
  const others = people.filter((p) => !isSimulated(p));
  const sit = async (e: FormEvent) => {
    e.preventDefault();
    await run({ type: 'TakeSeat', name: name.trim(), ...(duty.trim() ? { function: duty.trim() } : {}) });
  };
  return (
    <Marked title={text(title)} emergency={emergency}>
      <main className="join scroll">
        <div className="join-switches">
          <Switches />
        </div>
        <form className="join-box" onSubmit={sit}>
          <p className="eyebrow">{text(title)}</p>
          <h1 className="title">{t('who')}</h1>
          <p className="read">
            <AddressName address={me.seat} withParty />
          </p>
          {others.length > 0 && <p className="dim">{t('alreadyHere', { names: others.map((p) => p.name).join(', ') })}</p>}
          {people.length > others.length && <p className="dim">{t('simulatedHere')}</p>}
          <TextInput
            size="md"
            label={t('name')}
            description={t('nameHelp')}
            required
            maxLength={80}
            value={name}
            onChange={(e) => setName(e.currentTarget.value)}
            autoComplete="off"
            ref={first}
          />
          <TextInput
            size="md"
            label={t('function')}
            description={t('functionHelp')}
            maxLength={80}
            value={duty}
            onChange={(e) => setDuty(e.currentTarget.value)}
            autoComplete="off"
          />
          <Refused words={error} />
          <Button kind="main" size="large" type="submit" busy={busy} disabled={!name.trim()}>
            {t('takeSeat')}
          </Button>
        </form>
      </main>
    </Marked>
  );
}
