import { clockStatus } from '@entente/engine';
import { current, delegation, memberOf } from '@entente/engine/consultation';
import { ownSteps } from '@entente/engine/planning';
import { stepsOf } from '@entente/engine/steps';
import { useState } from 'react';
import { type Command, useNow, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Check } from '../../../kit/Choice.tsx';
import { useDirectory } from '../../../kit/Directory.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { Icon } from '../../../kit/icons.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { Said } from '../../../kit/Said.tsx';
import type { BelowProps } from '../../../kit/seat/part.ts';
import { Annexes } from './Annexes.tsx';
import { StepFields } from './StepFields.tsx';
import { EMPTY, type StepDraft, stepOf } from './stepDraft.ts';

/** Below a plan: what the own side does besides, outside its text, and sees alone. */
export function OwnSteps({ line, open }: BelowProps) {
  const t = useWords('board');
  const { world, me } = useSeat();
  const [writes, write] = useState(false);
  const of = textOf(line, world);
  const text = world.consultation.texts.get(of ?? '');
  const forum = text && world.consultation.forums.get(text.forum);
  const member = forum && memberOf(forum, me.seat);
  if (!text || !forum || !member || me.kind !== 'player') return null;
  const kept = ownSteps(world, text.id, member.party);
  const may = clockStatus(world) !== 'ended';
  if (!may && kept.length === 0 && !world.planning.annexes.some((a) => a.of === text.id && a.party === member.party)) return null;
  return (
    <section className="px-note stack" aria-label={t('draft.ownTitle')}>
      <h3 className="strong row">
        <Icon name="lock" size={14} /> {t('draft.ownTitle')}
      </h3>
      <p className="small dim">{t('draft.ownHelp')}</p>
      <ul>
        {kept.map((s) => (
          <li key={s.id}>
            <Said text={s.card.text} />
          </li>
        ))}
      </ul>
      {may && !writes && (
        <div>
          <Button size="small" icon="plus" onClick={() => write(true)}>
            {t('draft.ownAdd')}
          </Button>
        </div>
      )}
      {may && writes && <OwnForm of={text.id} done={() => write(false)} />}
      <Annexes of={text.id} party={member.party} may={may} open={open} />
    </section>
  );
}

function textOf(line: BelowProps['line'], world: ReturnType<typeof useSeat>['world']): string | undefined {
  if (line.kind === 'draft-plan') return line.of;
  if (line.kind === 'plan') return world.execution.plans.get(line.id)?.of;
  if (line.kind === 'task') return world.execution.plans.get(world.execution.tasks.get(line.id)?.plan ?? '')?.of;
  return undefined;
}

function OwnForm({ of, done }: { readonly of: string; readonly done: () => void }) {
  const t = useWords('board');
  const name = useNamer();
  const { start } = useDirectory();
  const { world, me } = useSeat();
  const now = useNow(60_000);
  const { draft, change, run, busy, error, drop } = useForm<StepDraft & { readonly before: readonly string[] }>(`own step ${of}`, () => ({
    ...EMPTY,
    before: [],
  }));
  const text = world.consultation.texts.get(of);
  const forum = text && world.consultation.forums.get(text.forum);
  const member = forum && memberOf(forum, me.seat);
  if (!text || !forum || !member) return null;
  const steps = stepsOf(current(text).paragraphs);
  const seats = delegation(forum, member.party);
  const ours = steps.filter((s) => seats.includes(s.terms.lead ?? ''));
  const found = stepOf(draft, undefined, steps, { start, now });
  const wrong = 'wrong' in found ? found.wrong : undefined;
  const submit = async () => {
    if ('wrong' in found) return;
    if ((await run({ type: 'KeepOwnStep', of, ...found, before: draft.before } as unknown as Command)).ok) done();
  };
  return (
    <ActForm
      title={t('draft.ownAdd')}
      go={t('draft.ownKeep')}
      submit={submit}
      missing={wrong === undefined ? undefined : t(`step.wrong.${wrong}`)}
      told={t('form.keptFor', { party: name(`party:${member.party}`) })}
      busy={busy}
      error={error}
      cancel={() => {
        drop();
        done();
      }}
      focus
    >
      <StepFields forum={forum} own={member.party} draft={draft} change={change} wrong={wrong} />
      {ours.length > 0 && (
        <fieldset className="op-support">
          <legend className="field-title">{t('draft.ownBefore')}</legend>
          {ours.map((s) => (
            <Check
              key={s.id}
              checked={draft.before.includes(s.id)}
              onChange={(on) => change({ before: on ? [...draft.before, s.id] : draft.before.filter((b) => b !== s.id) })}
            >
              {steps.indexOf(s) + 1} <Said text={s.text} />
            </Check>
          ))}
        </fieldset>
      )}
    </ActForm>
  );
}
