import type { Text } from '@entente/engine';
import { useState } from 'react';
import { usePreferences } from '../../../i18n/preferences.ts';
import { useWords } from '../../../i18n/words.ts';
import { ChangedText } from '../../../kit/Changed.tsx';
import { Check } from '../../../kit/Choice.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { PanelForm } from '../../../kit/control/PanelForm.tsx';
import type { PanelProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { outdated, without } from '../../../kit/form/outdated.ts';
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

type Part = 'title' | 'text';

function Correct({ inject, stands }: { inject: string; stands: NonNullable<ReturnType<typeof amendedOf>> }) {
  const { say, open } = useControl();
  const { language } = usePreferences();
  // What says no language is taken as written in that of whoever corrects it: from then on it says one.
  const [before] = useState({ title: said(stands.title, language), text: said(stands.text, language) });
  const { draft, change, busy, error, run } = useForm(`control correct ${inject} ${stands.version}`, () => ({
    ...before,
    reason: '' as Text,
    holds: [] as readonly Part[],
  }));
  const { title, text, reason, holds } = draft;
  const left = { title: outdated(before.title, title), text: outdated(before.text, text) };
  // A text that was changed in one language alone goes out in that one, unless the other still holds; a text that was not
  // changed goes on in both.
  const sent = (part: Part): Text => sentText(holds.includes(part) ? draft[part] : without(draft[part], left[part]));
  const choice = (part: Part) => (language: string) =>
    left[part].includes(language) && (
      <Check
        checked={holds.includes(part)}
        onChange={(on) => change({ holds: on ? [...holds, part] : holds.filter((p) => p !== part) })}
        help={say('amend.keepHelp')}
      >
        {say(`amend.keep.${language}`)}
      </Check>
    );
  const changed = [title, text].some(
    (now, i) => JSON.stringify(sentText(now)) !== JSON.stringify(sentText(i === 0 ? before.title : before.text)),
  );
  const back = () => open({ kind: 'detail' });
  const submit = async () => {
    if ((await run({ type: 'CorrectInject', inject, title: sent('title'), text: sent('text'), ...whyOf(reason) })).ok) back();
  };
  return (
    <PanelForm
      title={say('amend.correct')}
      go={say('amend.sendCorrection')}
      submit={submit}
      missing={changed && !isBlank(sent('title')) && !isBlank(sent('text')) ? undefined : ''}
      told={say('amend.correctHelp')}
      busy={busy}
      error={error}
      cancel={back}
    >
      <TextField
        both
        title={say('write.text')}
        rows={6}
        most={20_000}
        required
        value={text}
        change={(next) => change({ text: next })}
        below={choice('text')}
      />
      <TextField
        both
        title={say('improvise.headline')}
        rows={1}
        most={300}
        required
        value={title}
        change={(next) => change({ title: next })}
        below={choice('title')}
      />
      <Reason value={reason} change={(next) => change({ reason: next })} />
      {changed && (
        <details>
          <summary>{say('amend.changes')}</summary>
          <ChangedText before={before.text} after={text} />
        </details>
      )}
    </PanelForm>
  );
}

function Withdraw({ inject }: { inject: string }) {
  const { say, open } = useControl();
  const { draft, change, busy, error, run } = useForm(`control withdrawal ${inject}`, () => ({ reason: '' as Text }));
  const back = () => open({ kind: 'detail' });
  const submit = async () => {
    if ((await run({ type: 'WithdrawInject', inject, ...whyOf(draft.reason) })).ok) back();
  };
  return (
    <PanelForm
      title={say('amend.withdraw')}
      go={say('amend.sendWithdrawal')}
      submit={submit}
      told={say('amend.withdrawHelp')}
      danger
      busy={busy}
      error={error}
      cancel={back}
    >
      <Reason value={draft.reason} change={(reason) => change({ reason })} />
    </PanelForm>
  );
}

const whyOf = (reason: Text): { reason?: Text } => (isBlank(reason) ? {} : { reason: sentText(reason) });

const said = (text: Text, language: string): Text => (typeof text === 'string' ? { [language]: text } : text);

function Reason({ value, change }: { value: Text; change: (value: Text) => void }) {
  const { say } = useControl();
  return <TextField both title={say('amend.reason')} help={say('amend.reasonHelp')} rows={2} most={500} value={value} change={change} />;
}
