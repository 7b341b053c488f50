import { Button } from '../../../kit/Button.tsx';
import { clockWords } from '../../../kit/calendar.ts';
import { conditionWords } from '../../../kit/control/conditionWords.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { useControlParts } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { termsOf } from '../../../kit/control/waitsFor.ts';
import { LineForm } from '../../../kit/form/LineForm.tsx';
import { TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { Refused } from '../../../kit/Refused.tsx';

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
  const { draft, change, busy, error, run } = useForm<{ typed?: string | undefined }>(`control variable ${id}`, () => ({}));
  const set = (next: Value): Promise<unknown> => run({ type: 'SetVariable', variable: id, value: next });
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
        <Refused words={error} />
      </div>
    );
  const { typed } = draft;
  const next = typeof value === 'number' ? Number(typed) : typed;
  const same = typed === undefined || typed === String(value);
  return (
    <LineForm
      title={name}
      go={say('state.set')}
      submit={() => next !== undefined && void set(next)}
      can={!same && next !== '' && !Number.isNaN(next)}
      busy={busy}
      error={error}
    >
      <TextField title={name} rows={1} most={200} value={typed ?? String(value)} change={(words) => change({ typed: words })} />
    </LineForm>
  );
}
