import { useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Changed } from '../../../kit/Changed.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { PanelProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
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
  const [before] = useState({ title: pick(stands.title), text: pick(stands.text) });
  const { draft, change, busy, error, run } = useForm(`control correct ${inject} ${stands.version}`, () => ({ ...before, reason: '' }));
  const { title, text, reason } = draft;
  const changed = title.trim() !== before.title || text.trim() !== before.text.trim();
  const back = () => open({ kind: 'detail' });
  const submit = async () => {
    if ((await run({ type: 'CorrectInject', inject, title: sentText(title), text: sentText(text), ...whyOf(reason) })).ok) back();
  };
  return (
    <SidePanel title={say('amend.correct')}>
      <ActForm
        title={say('amend.correct')}
        headed
        go={say('amend.sendCorrection')}
        submit={submit}
        missing={changed && !isBlank(title) && !isBlank(text) ? undefined : ''}
        told={say('amend.correctHelp')}
        busy={busy}
        error={error}
        cancel={back}
        focus
      >
        <TextField title={say('write.text')} rows={6} most={20_000} required value={text} change={(next) => change({ text: next })} />
        <TextField
          title={say('improvise.headline')}
          rows={1}
          most={300}
          required
          value={title}
          change={(next) => change({ title: next })}
        />
        <Reason value={reason} change={(next) => change({ reason: next })} />
        {changed && (
          <details>
            <summary>{say('amend.changes')}</summary>
            <Changed before={before.text} after={text} />
          </details>
        )}
      </ActForm>
    </SidePanel>
  );
}

function Withdraw({ inject }: { inject: string }) {
  const { say, open } = useControl();
  const { draft, change, busy, error, run } = useForm(`control withdrawal ${inject}`, () => ({ reason: '' }));
  const back = () => open({ kind: 'detail' });
  const submit = async () => {
    if ((await run({ type: 'WithdrawInject', inject, ...whyOf(draft.reason) })).ok) back();
  };
  return (
    <SidePanel title={say('amend.withdraw')}>
      <ActForm
        title={say('amend.withdraw')}
        headed
        go={say('amend.sendWithdrawal')}
        submit={submit}
        told={say('amend.withdrawHelp')}
        danger
        busy={busy}
        error={error}
        cancel={back}
        focus
      >
        <Reason value={draft.reason} change={(reason) => change({ reason })} />
      </ActForm>
    </SidePanel>
  );
}

const whyOf = (reason: string): { reason?: string } => (reason.trim() ? { reason: reason.trim() } : {});

function Reason({ value, change }: { value: string; change: (value: string) => void }) {
  const { say } = useControl();
  return <TextField title={say('amend.reason')} help={say('amend.reasonHelp')} rows={2} most={500} value={value} change={change} />;
}
