import type { Item } from '@entente/engine';
import { useId, useState } from 'react';
import { Button } from '../kit/Button.tsx';
import { Problem } from './Act.tsx';
import { useControl } from './controlContext.ts';
import { useSend } from './sending.ts';

/** Asks all to whom it was released to destroy it. Nobody un-knows a thing, and the form says so. */
export function RecallForm({ item, done }: { item: Item; done: () => void }) {
  const { say } = useControl();
  const [reason, setReason] = useState('');
  const { send, busy, problem } = useSend();
  const id = useId();
  return (
    <form
      className="ct-form ct-box ct-reach-left"
      onSubmit={async (e) => {
        e.preventDefault();
        if (await send({ type: 'RecallItem', item: item.id, ...(reason.trim() ? { reason: reason.trim() } : {}) })) done();
      }}
    >
      <p className="ct-small">{say('item.recallHint')}</p>
      <div className="ct-field">
        <label htmlFor={id}>{say('item.reason')}</label>
        <input id={id} className="ct-input" maxLength={500} value={reason} onChange={(e) => setReason(e.target.value)} />
      </div>
      <div className="ct-row ct-wrap">
        <Button type="submit" kind="danger" busy={busy}>
          {say('item.recallYes')}
        </Button>
        <Button kind="quiet" onClick={done}>
          {say('act.no')}
        </Button>
      </div>
      {problem && <Problem words={problem} />}
    </form>
  );
}
