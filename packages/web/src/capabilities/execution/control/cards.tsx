import type { Address, Waiting } from '@entente/engine';
import { forumOfPlan, leadOf, openBlock, partyOf } from '@entente/engine/execution';
import { useState } from 'react';
import { Button } from '../../../kit/Button.tsx';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { Main } from '../../../kit/control/HandActs.tsx';
import { type CardActsProps, type CardGiven, type CardKind, type HandLook, timed } from '../../../kit/control/hand.ts';
import { numberOf } from '../look/entries.ts';
import { InName } from './InName.tsx';
import { voicesOf } from './voices.ts';

/** What a plan asks of a side for which this controller acts: steps to begin and to report done, a word, an answer, a plan to make active. */
export const planCards: Readonly<Record<string, CardKind>> = Object.fromEntries(
  (['start', 'finish', 'word', 'answer', 'activate'] as const).map((kind): [string, CardKind] => [
    kind,
    {
      card: kind === 'activate' ? activateHand : taskHand,
      place: 'plan',
      group: { name: 'plan', order: 27 },
      called: (_, say) => say(`hand.kind.step-${kind}`),
      says: ({ title, number }, { say, pick, of }) => say(`hand.step.${kind}`, { of, n: number, title: pick(title) }),
      Acts: kind === 'activate' ? ActivateActs : TaskCardActs,
    },
  ]),
);

const whenOf = (w: Waiting, now: number): CardGiven['when'] =>
  w.due === undefined ? { key: 'hand.openSince', ms: Math.max(0, now - w.since) } : timed(w, now, 'hand.leftIn', 'hand.lateSince');

function taskHand({ world, now }: HandLook, w: Waiting): CardGiven | undefined {
  const task = world.execution.tasks.get(w.id);
  if (!task) return undefined;
  const party = partyOf(world, task);
  const asked = w.kind === 'word' ? task.terms.word : w.kind === 'answer' ? openBlock(task)?.on : undefined;
  return {
    target: { kind: 'task', id: w.id },
    when: whenOf(w, now),
    number: String(numberOf(world, task)),
    title: task.text,
    parties: [party],
    everyone: false,
    from: leadOf(task),
    of: asked === undefined ? leadOf(task) : `party:${asked}`,
  };
}

function activateHand({ world, now }: HandLook, w: Waiting): CardGiven | undefined {
  const text = world.consultation.texts.get(w.id);
  const forum = world.consultation.forums.get(text?.forum ?? '');
  if (!text || !forum) return undefined;
  return {
    target: { kind: 'table-text', id: w.id },
    when: whenOf(w, now),
    number: '',
    title: text.card.title,
    parties: forum.card.members.map((m) => m.party),
    everyone: false,
    from: text.card.by,
  };
}

/** Begun and ended by its lead, in whose name control acts; else what is done is chosen beside the matrix. */
function TaskCardActs({ card, next }: CardActsProps) {
  const { world, viewer, say, select } = useControl();
  const [chosen, choose] = useState<Address | undefined>();
  const task = world.execution.tasks.get(card.id);
  const forum = task && forumOfPlan(world, task.plan);
  if (!task || !forum) return null;
  const party = card.kind === 'word' ? (task.terms.word ?? '') : partyOf(world, task);
  const voices = voicesOf(world, viewer.address, forum, party);
  const may = card.kind === 'word' ? voices : voices.filter((s) => s === leadOf(task));
  const speaker = may.find((s) => s === chosen) ?? may[0];
  const type = { start: 'StartStep', finish: 'FinishStep', word: 'GiveWord' }[card.kind] as 'StartStep' | undefined;
  return (
    <>
      <Button size="small" kind="quiet" onClick={() => select(card.target)}>
        {say('plan.see')}
      </Button>
      {type && speaker !== undefined && may.length > 1 && <InName seats={may} seat={speaker} choose={choose} />}
      {type && speaker !== undefined && (
        <Main>
          <Act command={{ type, task: task.id, speaker }} next={next}>
            {say(`hand.do.${card.kind}`)}
          </Act>
        </Main>
      )}
    </>
  );
}

function ActivateActs({ card, next }: CardActsProps) {
  const { world, viewer, say, select } = useControl();
  const [chosen, choose] = useState<Address | undefined>();
  const text = world.consultation.texts.get(card.id);
  const forum = world.consultation.forums.get(text?.forum ?? '');
  const may = forum?.card.chairs.flatMap((p) => voicesOf(world, viewer.address, forum, p)) ?? [];
  const speaker = may.find((s) => s === chosen) ?? may[0];
  return (
    <>
      <Button size="small" kind="quiet" onClick={() => select(card.target)}>
        {say('plan.see')}
      </Button>
      {speaker !== undefined && may.length > 1 && <InName seats={may} seat={speaker} choose={choose} />}
      {speaker !== undefined && (
        <Main>
          <Act command={{ type: 'ActivatePlan', of: card.id, speaker }} next={next}>
            {say('plan.activate')}
          </Act>
        </Main>
      )}
    </>
  );
}
