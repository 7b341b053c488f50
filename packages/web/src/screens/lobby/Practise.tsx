import './Rehearsal.css';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { Choose } from '../../kit/form/Choose.tsx';
import { practise, type ScenarioCard } from './api.ts';
import { Failure } from './Failure.tsx';
import { useAct } from './useLobby.ts';

/** One person against the rest: a seat is preset, and one press begins. */
export function Practise({ scenario }: { readonly scenario: ScenarioCard }) {
  const t = useWords('lobby');
  const text = useText();
  const act = useAct();
  const [seat, choose] = useState(scenario.practice[0]?.seat ?? '');
  return (
    <div className="lb-practise">
      <div className="lb-rehearsal">
        <Choose
          title={t('practice.as')}
          data={scenario.practice.map((p) => ({ value: p.seat, label: `${p.letter} ${text(p.name)}` }))}
          value={seat}
          disabled={act.busy}
          change={choose}
        />
        <Button disabled={act.busy} onClick={() => act.run(async () => location.assign(await practise(scenario.id, seat)))}>
          {t('practice.start')}
        </Button>
      </div>
      <p className="small dim">{t('practice.text', { count: scenario.practice.length - 1 })}</p>
      <Failure failure={act.failure} />
    </div>
  );
}
