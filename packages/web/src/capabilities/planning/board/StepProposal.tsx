import { current, type Forum, standsBy, type TableText } from '@entente/engine/consultation';
import { type Step, stepsOf } from '@entente/engine/steps';
import { useState } from 'react';
import { type Command, useNow, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { useDirectory } from '../../../kit/Directory.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { usePlanWords } from '../../../kit/plan/usePlanWords.ts';
import { StepFields } from './StepFields.tsx';
import { draftOf, EMPTY, type StepDraft, stepOf } from './stepDraft.ts';

interface Props {
  readonly text: TableText;
  readonly forum: Forum;
  readonly party: string;
  /** The step that is worded anew; absent for a new one. */
  readonly step: Step | undefined;
  /** Of a new one: the paragraph after which it comes. */
  readonly after: string;
  /** Told of the step as it is typed, so that the matrix draws it. */
  readonly preview: (step: Step | undefined) => void;
  readonly done: () => void;
}

/** A step as the own side wants it: it becomes its bracket until all have taken it. */
export function StepProposal({ text, forum, party, step, after, preview, done }: Props) {
  const t = useWords('board');
  const { time } = usePlanWords();
  const { start } = useDirectory();
  const { world } = useSeat();
  const now = useNow(60_000);
  const steps = stepsOf(current(text).paragraphs);
  const own = step && standsBy(text, step.id, party)?.wording;
  const begins = step && { ...step, text: own?.words ?? step.text, terms: own?.step ?? step.terms };
  const form = useForm<StepDraft>(`plan ${text.id} step ${step?.id ?? `after ${after}`}`, () =>
    begins ? draftOf(begins, steps, time) : EMPTY,
  );
  const [version] = useState(current(text).version);
  const found = stepOf(form.draft, begins, steps, { start, now });
  const wrong = 'wrong' in found ? found.wrong : undefined;
  const change = (part: Partial<StepDraft>) => {
    form.change(part);
    const next = stepOf({ ...form.draft, ...part }, begins, steps, { start, now });
    preview('wrong' in next ? undefined : { id: step?.id ?? 'new', ...next });
  };
  const close = () => {
    form.drop();
    preview(undefined);
    done();
  };
  const place = { of: text.id, version, ...(step ? { paragraph: step.id } : { after }) };
  const set = async (more: object) => {
    if ((await form.run({ type: 'SetWording', ...place, ...more } as unknown as Command)).ok) close();
  };
  const signed = [...world.consultation.matters.values()].some(
    (m) => m.on?.of === text.id && !m.closed && m.acts.some((a) => a.type === 'sign'),
  );
  const index = steps.findIndex((s) => s.id === step?.id) + 1;
  return (
    <ActForm
      title={step ? t('draft.wording', { n: index }) : t('draft.wordingNew', { n: steps.length })}
      go={t(step ? 'draft.propose' : 'draft.proposeNew')}
      submit={() => {
        if (!('wrong' in found)) void set({ words: found.text, step: found.terms });
      }}
      missing={wrong === undefined ? undefined : t(`step.wrong.${wrong}`)}
      told={t(signed ? 'draft.toldSigned' : 'draft.told')}
      busy={form.busy}
      error={form.error}
      cancel={close}
      focus
    >
      <StepFields forum={forum} draft={form.draft} change={change} wrong={wrong} />
      {step && (
        <div>
          <Button size="small" kind="quiet" busy={form.busy} onClick={() => set({})}>
            {t('draft.leaveOut')}
          </Button>
        </div>
      )}
    </ActForm>
  );
}
