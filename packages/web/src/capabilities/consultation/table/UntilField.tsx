import { grained, type Ms } from '@entente/engine';
import { TextInput } from '@mantine/core';
import { useWords } from '../../../i18n/words.ts';
import { Choose } from '../../../kit/form/Choose.tsx';
import { useMoments } from './useTable.ts';

const MINUTE = 60_000;
const TIMES = ['10', '15', '30', '60', '120'] as const;

/** Until when: so many minutes from sending, as many as one types, when a plan needs it (`plan`), or without a time. */
export interface Until {
  readonly in: string;
  /** Minutes, if `in` is `other`. */
  readonly at: string;
}

/** Scenario ms, on whole ten seconds; undefined if no time is set. */
export function untilMs({ in: within, at }: Until, from: Ms, plan?: Ms): Ms | undefined {
  if (within === 'plan') return plan;
  const minutes = Number(within === 'other' ? at.trim() || Number.NaN : within);
  return Number.isFinite(minutes) && minutes > 0 ? grained(from + minutes * MINUTE) : undefined;
}

export function UntilField({
  title,
  from,
  value,
  change,
  none,
  more = false,
  plan,
}: {
  readonly title: string;
  readonly from: Ms;
  readonly value: Until;
  readonly change: (until: Until) => void;
  /** The words for setting no time, where one need not. */
  readonly none?: string | undefined;
  /** So many minutes more, and not so many from now. */
  readonly more?: boolean;
  /** The time that a plan needs, offered first, with its words. */
  readonly plan?: { readonly at: Ms; readonly words: string } | undefined;
}) {
  const t = useWords('table');
  const moments = useMoments();
  const due = untilMs(value, from, plan?.at);
  return (
    <div className="stack">
      <Choose
        title={title}
        data={[
          ...(plan === undefined ? [] : [{ value: 'plan', label: plan.words }]),
          ...TIMES.map((n) => ({ value: n as string, label: t(more ? 'until.more' : 'until.in', { minutes: n }) })),
          { value: 'other', label: t(more ? 'until.otherMore' : 'until.other') },
          ...(none === undefined ? [] : [{ value: 'none', label: none }]),
        ]}
        value={value.in}
        change={(within) => change({ ...value, in: within })}
      />
      {value.in === 'other' && (
        <TextInput
          label={t('until.minutes')}
          inputMode="numeric"
          value={value.at}
          autoComplete="off"
          onChange={(e) => change({ ...value, at: e.currentTarget.value })}
        />
      )}
      {due !== undefined && <p className="small dim">{moments(due).join(' · ')}</p>}
    </div>
  );
}
