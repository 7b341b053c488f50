import { type FormEvent, useId, useState } from 'react';
import { useDraft } from '../../../connection/drafts.ts';
import { useSeat } from '../../../connection/SeatProvider.tsx';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Changed } from '../../../kit/Changed.tsx';
import { Problem } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { PanelProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { useSend } from '../../../kit/control/sending.ts';
import { amendedOf } from './amended.ts';

/** Corrects or withdraws what was delivered, beside the timeline; recipients see old and new, and why. */
export function AmendPanel({ side }: PanelProps) {
  const { world } = useControl();
  const { about: inject = '' } = side;
  const row = world.injects.rows.get(inject);
  const stands = row && amendedOf(world, row);
  if (!stands || stands.withdrawn) return <Gone />;
  return side.kind === 'correct' ? <Correct inject={inject} stands={stands} /> : <Withdraw inject={inject} />;
}

function Gone() {
  const { say } = useControl();
  const t = useWords('connection');
  return (
    <SidePanel title={say('amend.correct')}>
      <p className="ct-empty">{t('refused.withdrawn')}</p>
    </SidePanel>
  );
}

function Correct({ inject, stands }: { inject: string; stands: NonNullable<ReturnType<typeof amendedOf>> }) {
  const { say, pick, open } = useControl();
  const { door } = useSeat();
  const [before] = useState({ title: pick(stands.title), text: pick(stands.text) });
  const [draft, setDraft, forget] = useDraft(door, `control correct ${inject} ${stands.version}`, { ...before, reason: '' });
  const { send, busy, problem } = useSend();
  const id = useId();
  const { title, text, reason } = draft;
  const changed = title.trim() !== before.title || text.trim() !== before.text.trim();
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    const why = reason.trim() ? { reason: reason.trim() } : {};
    if (!(await send({ type: 'CorrectInject', inject, title: title.trim(), text: text.trim(), ...why }))) return;
    forget();
    open({ kind: 'detail' });
  };
  return (
    <SidePanel title={say('amend.correct')} focus>
      <form className="ct-form" onSubmit={submit}>
        <p className="ct-small">{say('amend.correctHelp')}</p>
        <div className="ct-field">
          <label htmlFor={`${id}s`}>{say('improvise.headline')}</label>
          <input
            id={`${id}s`}
            className="ct-input"
            value={title}
            maxLength={300}
            required
            onChange={(e) => setDraft({ ...draft, title: e.target.value })}
          />
        </div>
        <div className="ct-field">
          <label htmlFor={`${id}t`}>{say('write.text')}</label>
          <textarea
            id={`${id}t`}
            className="ct-input"
            rows={8}
            maxLength={20_000}
            required
            value={text}
            onChange={(e) => setDraft({ ...draft, text: e.target.value })}
          />
        </div>
        <Reason id={`${id}r`} value={reason} change={(value) => setDraft({ ...draft, reason: value })} />
        {changed && (
          <details>
            <summary>{say('amend.changes')}</summary>
            <Changed before={before.text} after={text} />
          </details>
        )}
        <AmendRow words={say('amend.sendCorrection')} busy={busy} ready={changed && title.trim() !== '' && text.trim() !== ''} />
        {problem && <Problem words={problem} />}
      </form>
    </SidePanel>
  );
}

function Withdraw({ inject }: { inject: string }) {
  const { say, open } = useControl();
  const { door } = useSeat();
  const [reason, setReason, forget] = useDraft(door, `control withdraw ${inject}`, '');
  const { send, busy, problem } = useSend();
  const id = useId();
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    const why = reason.trim() ? { reason: reason.trim() } : {};
    if (!(await send({ type: 'WithdrawInject', inject, ...why }))) return;
    forget();
    open({ kind: 'detail' });
  };
  return (
    <SidePanel title={say('amend.withdraw')} focus>
      <form className="ct-form" onSubmit={submit}>
        <p className="ct-small">{say('amend.withdrawHelp')}</p>
        <Reason id={id} value={reason} change={setReason} />
        <AmendRow words={say('amend.sendWithdrawal')} busy={busy} ready danger />
        {problem && <Problem words={problem} />}
      </form>
    </SidePanel>
  );
}

function Reason({ id, value, change }: { id: string; value: string; change: (value: string) => void }) {
  const { say } = useControl();
  return (
    <div className="ct-field">
      <label htmlFor={id}>{say('amend.reason')}</label>
      <textarea id={id} className="ct-input" rows={2} maxLength={500} value={value} onChange={(e) => change(e.target.value)} />
      <span className="ct-small">{say('amend.reasonHelp')}</span>
    </div>
  );
}

function AmendRow({ words, busy, ready, danger = false }: { words: string; busy: boolean; ready: boolean; danger?: boolean }) {
  const { say, open } = useControl();
  return (
    <div className="ct-row ct-wrap">
      <Button type="submit" kind={danger ? 'danger' : 'main'} busy={busy} disabled={!ready}>
        {words}
      </Button>
      <Button kind="quiet" onClick={() => open({ kind: 'detail' })}>
        {say('act.no')}
      </Button>
    </div>
  );
}
