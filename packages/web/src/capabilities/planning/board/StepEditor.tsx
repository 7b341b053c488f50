import type { Forum } from '@entente/engine/consultation';
import type { Step } from '@entente/engine/steps';
import { useState } from 'react';
import { useNow } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { useDirectory } from '../../../kit/Directory.tsx';
import { usePlanWords } from '../../../kit/plan/usePlanWords.ts';
import { PasteRows } from './PasteRows.tsx';
import { StepFields } from './StepFields.tsx';
import { draftOf, EMPTY, freshId, type StepDraft, stepOf } from './stepDraft.ts';

/** Beneath the matrix: the step that is chosen there, or a new one. What is typed is drawn at once. */
export function StepEditor({
  forum,
  steps,
  selected,
  select,
  fresh,
  setFresh,
  setUnread,
  change,
}: {
  readonly forum: Forum;
  readonly steps: readonly Step[];
  readonly selected: string | undefined;
  readonly select: (step: string | undefined) => void;
  /** The new step, as far as it is typed. */
  readonly fresh: StepDraft;
  readonly setFresh: (step: StepDraft) => void;
  /** Told whether what is typed of the chosen step is none. */
  readonly setUnread: (unread: boolean) => void;
  readonly change: (steps: readonly Step[]) => void;
}) {
  const t = useWords('board');
  const { time } = usePlanWords();
  const { start } = useDirectory();
  const now = useNow(60_000);
  const index = steps.findIndex((s) => s.id === selected);
  const before = steps[index];
  const [changed, setChanged] = useState<StepDraft>(() => (before ? draftOf(before, steps, time) : EMPTY));
  const draft = before ? changed : fresh;
  const found = stepOf(draft, before, steps, { start, now });
  const wrong = 'wrong' in found ? found.wrong : undefined;
  const edit = (part: Partial<StepDraft>) => {
    const next = { ...draft, ...part };
    if (!before) return setFresh(next);
    setChanged(next);
    const step = stepOf(next, before, steps, { start, now });
    setUnread('wrong' in step);
    if (!('wrong' in step)) change(steps.map((s) => (s.id === before.id ? { ...s, ...step } : s)));
  };
  const add = () => {
    if ('wrong' in found) return;
    change([...steps, { id: freshId(steps), ...found }]);
    setFresh(EMPTY);
  };
  const remove = () => {
    if (!before) return;
    select(undefined);
    // What came after it comes after nothing in its place: the check says so.
    change(
      steps
        .filter((s) => s.id !== before.id)
        .map((s) => ({ ...s, terms: { ...s.terms, after: s.terms.after.filter((a) => a.step !== before.id) } })),
    );
  };
  return (
    <section className="op-step" aria-label={before ? t('step.change', { n: index + 1 }) : t('step.new')}>
      <h3 className="strong">{before ? t('step.change', { n: index + 1 }) : t('step.new')}</h3>
      <StepFields forum={forum} draft={draft} change={edit} wrong={wrong} required={false} />
      <div className="row wrap">
        {before ? (
          <>
            <Button size="small" icon="plus" onClick={() => select(undefined)}>
              {t('step.new')}
            </Button>
            <Button size="small" kind="quiet" onClick={remove}>
              {t('step.remove')}
            </Button>
          </>
        ) : (
          <>
            <Button size="small" icon="plus" disabled={wrong !== undefined} onClick={add}>
              {t('step.add')}
            </Button>
            <PasteRows forum={forum} steps={steps} add={(more) => change([...steps, ...more])} />
          </>
        )}
      </div>
    </section>
  );
}
