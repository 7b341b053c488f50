import { ITEM_KINDS, type ItemKind, type Label } from '@entente/engine';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../kit/Button.tsx';
import { AddressPicker } from './AddressPicker.tsx';
import { useUsualLabel } from './ChannelAndLabel.tsx';
import { useControl } from './controlContext.ts';
import { LabelField } from './LabelField.tsx';
import { SendRow } from './SendRow.tsx';
import { SidePanel } from './SidePanel.tsx';
import { useSend } from './sending.ts';

interface Draft {
  readonly key: number;
  readonly text: string;
  readonly label: Label;
}

/** A new item in the name of an entity or of a party that control plays. Who holds it at first may stay empty: control keeps it then. */
export function NewItemPanel() {
  const { say, open } = useControl();
  const usual = useUsualLabel();
  const [originator, setOriginator] = useState('');
  const [title, setTitle] = useState('');
  const [kind, setKind] = useState<ItemKind>('report');
  const [portions, setPortions] = useState<readonly Draft[]>([{ key: 0, text: '', label: usual }]);
  const [to, setTo] = useState<string[]>([]);
  const { send, busy, problem } = useSend();
  const id = useId();
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    const done = await send({
      type: 'WriteItem',
      title: title.trim(),
      kind,
      originator,
      portions: portions.map(({ text, label }) => ({ text, label })),
      ...(to.length > 0 ? { to } : {}),
    });
    if (done) open(undefined);
  };
  return (
    <SidePanel title={say('items.newTitle')} focus>
      <form className="ct-form" onSubmit={submit}>
        <OriginatorField value={originator} change={setOriginator} />
        <div className="ct-field">
          <label htmlFor={`${id}t`}>{say('item.title')}</label>
          <input id={`${id}t`} className="ct-input" maxLength={300} required value={title} onChange={(e) => setTitle(e.target.value)} />
        </div>
        <div className="ct-field">
          <label htmlFor={`${id}k`}>{say('item.kindOf')}</label>
          <select id={`${id}k`} className="ct-select" value={kind} onChange={(e) => setKind(e.target.value as ItemKind)}>
            {ITEM_KINDS.map((k) => (
              <option key={k} value={k}>
                {say(`item.kind.${k}`)}
              </option>
            ))}
          </select>
        </div>
        <PortionFields portions={portions} change={setPortions} />
        <AddressPicker label={say('items.heldBy')} value={to} onChange={setTo} wide />
        <SendRow
          words={say('items.write')}
          busy={busy}
          ready={originator !== '' && title.trim() !== '' && portions.every((p) => p.text.trim() !== '')}
          recipients={1}
          problem={problem}
        />
      </form>
    </SidePanel>
  );
}

function PortionFields({ portions, change }: { portions: readonly Draft[]; change: (portions: readonly Draft[]) => void }) {
  const { say } = useControl();
  const usual = useUsualLabel();
  const id = useId();
  const put = (key: number, part: Partial<Draft>): void => change(portions.map((p) => (p.key === key ? { ...p, ...part } : p)));
  const next = Math.max(...portions.map((p) => p.key)) + 1;
  return (
    <>
      {portions.map((p, i) => (
        <fieldset key={p.key} className="ct-choose" aria-label={say('item.portion', { n: i + 1 })}>
          <div className="ct-field">
            <label htmlFor={`${id}p${p.key}`}>{say('item.portion', { n: i + 1 })}</label>
            <textarea
              id={`${id}p${p.key}`}
              className="ct-input"
              rows={3}
              maxLength={20_000}
              required
              value={p.text}
              onChange={(e) => put(p.key, { text: e.target.value })}
            />
          </div>
          <LabelField value={p.label} onChange={(label) => put(p.key, { label })} />
          {portions.length > 1 && (
            <Button size="small" kind="quiet" onClick={() => change(portions.filter((o) => o.key !== p.key))}>
              {say('items.removePortion')}
            </Button>
          )}
        </fieldset>
      ))}
      <Button size="small" icon="plus" onClick={() => change([...portions, { key: next, text: '', label: usual }])}>
        {say('items.addPortion')}
      </Button>
    </>
  );
}

function OriginatorField({ value, change }: { value: string; change: (originator: string) => void }) {
  const { say, names, pick, world } = useControl();
  const id = useId();
  const entities = world.seats.directory?.entities ?? [];
  return (
    <div className="ct-field">
      <label htmlFor={id}>{say('item.originator')}</label>
      <select id={id} className="ct-select" required value={value} onChange={(e) => change(e.target.value)}>
        <option value="">{say('items.chooseOriginator')}</option>
        {names.parties
          .filter((p) => p.playedByControl)
          .map((p) => (
            <option key={p.id} value={`party:${p.id}`}>
              {pick(p.name)}
            </option>
          ))}
        {entities.map((e) => (
          <option key={e.id} value={`entity:${e.id}`}>
            {pick(e.name)}
          </option>
        ))}
      </select>
    </div>
  );
}
