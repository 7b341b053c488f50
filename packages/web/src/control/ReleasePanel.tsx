import { standingCard } from '@entente/engine';
import { type FormEvent, useId, useState } from 'react';
import { LabelChip } from '../kit/Labels.tsx';
import { AddressPicker } from './AddressPicker.tsx';
import { useControl } from './controlContext.ts';
import { allOf, PortionChoice, portionsOf } from './ItemCardView.tsx';
import { SendRow } from './SendRow.tsx';
import { SidePanel } from './SidePanel.tsx';
import { useSend } from './sending.ts';

/** Releases an item, or portions of it, to addresses, in its originator's name. */
export function ReleasePanel({ item }: { item: string }) {
  const { world, say, pick, select } = useControl();
  const row = world.sharing.items.get(item);
  const card = row && standingCard(row);
  const [to, setTo] = useState<string[]>([]);
  const [chosen, setChosen] = useState<number[]>(card ? allOf(card) : []);
  const [title, setTitle] = useState('');
  const [note, setNote] = useState('');
  const { send, busy, problem } = useSend();
  const id = useId();
  if (!card) return null;
  const part = chosen.length < card.portions.length;
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    const done = await send({
      type: 'ReleaseItem',
      item,
      to,
      ...portionsOf(card, chosen),
      ...(part && title.trim() ? { title: title.trim() } : {}),
      ...(note.trim() ? { note: note.trim() } : {}),
    });
    if (done) select({ kind: 'item', id: item });
  };
  return (
    <SidePanel title={say('item.release')} focus>
      <form className="ct-form" onSubmit={submit}>
        <p className="ct-row ct-wrap">
          <strong>{pick(card.title)}</strong> <LabelChip label={card.label} />
        </p>
        <AddressPicker label={say('write.to')} value={to} onChange={setTo} wide />
        <PortionChoice card={card} chosen={chosen} change={setChosen} />
        {part && (
          <div className="ct-field">
            <label htmlFor={`${id}t`}>{say('item.partTitle')}</label>
            <input id={`${id}t`} className="ct-input" maxLength={300} value={title} onChange={(e) => setTitle(e.target.value)} />
            <span className="ct-small">{say('item.partHint')}</span>
          </div>
        )}
        <div className="ct-field">
          <label htmlFor={`${id}n`}>{say('item.note')}</label>
          <textarea id={`${id}n`} className="ct-input" rows={3} maxLength={2000} value={note} onChange={(e) => setNote(e.target.value)} />
        </div>
        <SendRow words={say('item.releaseYes')} busy={busy} ready={chosen.length > 0} recipients={to.length} problem={problem} />
      </form>
    </SidePanel>
  );
}
