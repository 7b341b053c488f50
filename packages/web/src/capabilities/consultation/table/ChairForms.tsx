import type { Ms, Text } from '@entente/engine';
import { digestOf, dueOf, notHeard } from '@entente/engine/consultation';
import { useState } from 'react';
import { type Command, useAct, useNow } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import type { At } from './sits.ts';
import { type Until, UntilField, untilMs } from './UntilField.tsx';
import { useMoments, useParties } from './useTable.ts';

/** How a chair closes a matter: concludes, takes note, sums up; or takes it back. */
export function ChairForm({ at, act, done }: { readonly at: At; readonly act: string; readonly done: () => void }) {
  const t = useWords('table');
  const parties = useParties();
  const { matter, m } = at;
  const { draft, change, busy, error, run } = useForm<{ readonly text: Text }>(`${act} ${matter.id}`, () => ({ text: '' }));
  // What was read is concluded, and nothing that came in its place since.
  const [read] = useState(() => digestOf(m));
  const on = act === 'conclude' && read !== undefined ? { on: read } : {};
  const sums = act === 'summarise';
  const submit = async () => {
    const text = isBlank(draft.text) ? {} : { text: sentText(draft.text) };
    if ((await run({ type: 'ActInMatter', matter: matter.id, act, ...text, ...on } as Command)).ok) done();
  };
  const unheard = act === 'conclude' ? notHeard(m) : [];
  return (
    <ActForm
      title={t(`chairs.${act}.title`)}
      go={t(`chairs.${act}.go`)}
      submit={submit}
      missing={sums && isBlank(draft.text) ? '' : undefined}
      told={t(`chairs.${act}.told`)}
      danger={act === 'withdraw'}
      busy={busy}
      error={error}
      cancel={done}
      focus
    >
      {unheard.length > 0 && <p>{t('chairs.notHeard', { who: parties(unheard) })}</p>}
      <TextField
        both
        title={t(`chairs.${act}.text`)}
        rows={sums ? 4 : 2}
        most={20_000}
        required={sums}
        value={draft.text}
        change={(text) => change({ text })}
      />
    </ActForm>
  );
}

/** Gives more time: from the later of now and until when it stands. */
export function ProlongForm({ at, done }: { readonly at: At; readonly done: () => void }) {
  const t = useWords('table');
  const now = useNow();
  const moments = useMoments();
  const { run, busy, error } = useAct();
  const { matter } = at;
  const from: Ms = Math.max(now, dueOf(matter) ?? now);
  const { draft, change, drop } = useForm<{ readonly until: Until }>(`prolong ${matter.id}`, () => ({ until: { in: '15', at: '' } }));
  const due = untilMs(draft.until, from);
  const submit = async () => {
    if (!(await run({ type: 'ProlongMatter', matter: matter.id, due: due ?? from })).ok) return;
    drop();
    done();
  };
  return (
    <ActForm
      title={t('prolong.title')}
      go={t('prolong.go')}
      submit={submit}
      missing={due === undefined || due <= from ? t('until.choose') : undefined}
      told={t('prolong.told', { moment: due === undefined ? '' : moments(due).join(' · ') })}
      busy={busy}
      error={error}
      cancel={done}
      focus
    >
      <UntilField more title={t('prolong.by')} from={from} value={draft.until} change={(until) => change({ until })} />
    </ActForm>
  );
}
