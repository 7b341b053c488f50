import { type FormEvent, useState } from 'react';
import { Button } from '../../../kit/Button.tsx';
import { Problem } from '../../../kit/control/Act.tsx';
import { conditionWords } from '../../../kit/control/conditionWords.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { useControlParts } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { clockWords } from '../../../kit/control/scenarioTime.ts';
import { useSend } from '../../../kit/control/sending.ts';
import { termsOf } from '../../../kit/control/waitsFor.ts';

type Value = string | number | boolean;

/** Milestones (reached or what they wait for) and variables, which lead control may set by hand. */
export function StatePanel() {
  const { world, say, pick, start, names, viewer } = useControl();
  const parts = useControlParts();
  const terms = termsOf(parts, world, names, start, viewer.party, pick, say);
  const milestones = [...world.milestones.milestones];
  const variables = [...world.milestones.variables];
  return (
    <SidePanel title={say('state.title')}>
      <h3 className="ct-eyebrow">{say('state.milestones')}</h3>
      {milestones.length === 0 && <p className="ct-small">{say('state.noMilestones')}</p>}
      <ul className="ct-why">
        {milestones.map(([id, m]) => (
          <li key={id}>
            <strong>{pick(m.name) || id}</strong>{' '}
            {m.reached ? (
              <span className="met">✓ {say('state.reached', { time: clockWords(m.reached.at, start) })}</span>
            ) : (
              <span className="ct-quiet">{say('state.waitsFor', { what: conditionWords(m.when, terms, say) })}</span>
            )}
          </li>
        ))}
      </ul>
      <h3 className="ct-eyebrow">{say('state.variables')}</h3>
      {variables.length === 0 && <p className="ct-small">{say('state.noVariables')}</p>}
      {variables.map(([id, v]) => (
        <Variable key={id} id={id} name={pick(v.name) || id} value={v.value} />
      ))}
    </SidePanel>
  );
}

function Variable({ id, name, value }: { id: string; name: string; value: Value }) {
  const { say } = useControl();
  const [typed, setTyped] = useState<string>();
  const { send, busy, problem } = useSend();
  const set = (next: Value): Promise<boolean> => send({ type: 'SetVariable', variable: id, value: next });
  if (typeof value === 'boolean')
    return (
      <div className="ct-row ct-variable">
        <span className="ct-grow">{name}</span>
        <Button size="small" pressed={value} busy={busy} onClick={() => void set(true)}>
          {say('state.on')}
        </Button>
        <Button size="small" pressed={!value} busy={busy} onClick={() => void set(false)}>
          {say('state.off')}
        </Button>
        {problem && <Problem words={problem} />}
      </div>
    );
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    if (typed !== undefined && (await set(typeof value === 'number' ? Number(typed) : typed))) setTyped(undefined);
  };
  return (
    <form className="ct-row ct-variable" onSubmit={submit}>
      <label className="ct-grow ct-row">
        <span className="ct-grow">{name}</span>
        <input
          className="ct-input short"
          type={typeof value === 'number' ? 'number' : 'text'}
          step="any"
          value={typed ?? String(value)}
          onChange={(e) => setTyped(e.target.value)}
        />
      </label>
      <Button type="submit" size="small" busy={busy} disabled={typed === undefined || typed === String(value)}>
        {say('state.set')}
      </Button>
      {problem && <Problem words={problem} />}
    </form>
  );
}
