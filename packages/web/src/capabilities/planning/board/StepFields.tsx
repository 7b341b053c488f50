import type { Forum } from '@entente/engine/consultation';
import { TextInput } from '@mantine/core';
import { useNow } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Check } from '../../../kit/Choice.tsx';
import { Details } from '../../../kit/form/ActForm.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { TextField } from '../../../kit/form/TextField.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { ClockField } from '../../../kit/plan/ClockField.tsx';
import type { StepDraft, Wrong } from './stepDraft.ts';

interface Props {
  readonly forum: Forum;
  /** Of a step of one’s own: the side whose seats alone may lead it. */
  readonly own?: string | undefined;
  readonly draft: StepDraft;
  readonly change: (part: Partial<StepDraft>) => void;
  readonly wrong: Wrong | undefined;
  /** False where they stand within a form of something else, which is sent without them. */
  readonly required?: boolean | undefined;
}

/** The fields of a step: what is done, who leads it, when it begins, how long it lasts. */
export function StepFields(props: Props) {
  const { draft, change, wrong, required = true } = props;
  const t = useWords('board');
  const now = useNow(60_000);
  return (
    <div className="op-fields">
      <div className="op-wide">
        <TextField
          both
          title={t('step.text')}
          rows={1}
          most={2000}
          required={required}
          value={draft.text}
          change={(text) => change({ text })}
        />
      </div>
      <Lead {...props} />
      <TextInput
        label={t('step.after')}
        description={t('step.afterHelp')}
        error={wrong === 'after' ? t('step.wrong.after') : undefined}
        value={draft.after}
        autoComplete="off"
        onChange={(e) => change({ after: e.currentTarget.value })}
      />
      <TextInput
        label={t('step.minutes')}
        description={t('step.minutesHelp')}
        inputMode="decimal"
        required={required}
        error={wrong === 'minutes' ? t('step.wrong.minutes') : undefined}
        value={draft.minutes}
        autoComplete="off"
        onChange={(e) => change({ minutes: e.currentTarget.value })}
      />
      <ClockField title={t('step.at')} now={now} value={draft.at} change={(at) => change({ at })} />
      <ClockField title={t('step.by')} now={now} value={draft.by} change={(by) => change({ by })} />
      <Sides {...props} />
      <div className="op-wide">
        <Details title={t('step.more')}>
          <ClockField title={t('step.startBy')} now={now} value={draft.startBy} change={(startBy) => change({ startBy })} />
          <TextField
            both
            title={t('step.authority')}
            rows={1}
            most={1000}
            value={draft.authority}
            change={(authority) => change({ authority })}
          />
        </Details>
      </div>
    </div>
  );
}

function Lead({ forum, own, draft, change, required = true }: Props) {
  const t = useWords('board');
  const name = useNamer();
  const members = forum.card.members.filter((m) => own === undefined || m.party === own);
  const groups = members.map((m) => ({
    group: name(`party:${m.party}`),
    items: m.seats.map((s) => ({ value: s as string, label: name(s) })),
  }));
  return (
    <Choose
      title={t('step.lead')}
      required={required}
      data={[{ value: '', label: t('step.nobody') }, ...groups]}
      value={draft.lead}
      change={(lead) => change({ lead })}
    />
  );
}

/** On whose word it begins, who supports it, and whether it is a decision. */
function Sides({ forum, draft, change }: Props) {
  const t = useWords('board');
  const name = useNamer();
  const parties = forum.card.members.map((m) => ({ value: m.party, label: name(`party:${m.party}`) }));
  return (
    <>
      <Choose
        title={t('step.word')}
        data={[{ value: '', label: t('step.noWord') }, ...parties]}
        value={draft.word}
        change={(word) => change({ word })}
      />
      <fieldset className="op-support">
        <legend className="field-title">{t('step.support')}</legend>
        {parties.map(({ value: p, label }) => (
          <Check
            key={p}
            checked={draft.support.includes(p)}
            onChange={(on) => change({ support: on ? [...draft.support, p] : draft.support.filter((x) => x !== p) })}
          >
            {label}
          </Check>
        ))}
        <Check checked={draft.decision} onChange={(decision) => change({ decision })}>
          {t('step.decision')}
        </Check>
      </fieldset>
    </>
  );
}
