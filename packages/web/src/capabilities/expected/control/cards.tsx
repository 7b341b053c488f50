import { doneWhen, expectedCard, expectedStatus, heldReady, rowCard, type Waiting } from '@entente/engine';
import { clockWords } from '../../../kit/calendar.ts';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { numbersOf } from '../../../kit/control/entry.ts';
import { Dismiss, Main, Quiet } from '../../../kit/control/HandActs.tsx';
import { type CardActsProps, type CardGiven, type CardKind, type HandLook, sentenceEnd, timed } from '../../../kit/control/hand.ts';

/** Expected actions that a controller judges, and those that were missed. */
export const expectedCards: Readonly<Record<string, CardKind>> = {
  judge: {
    card: expectedHand,
    place: 'msel',
    group: { name: 'actions', order: 40 },
    says: ({ title }, { say, pick }) => `${sentenceEnd(pick(title))} ${say('hand.cannotSee')}`,
    Acts: JudgeActs,
  },
  missed: {
    card: expectedHand,
    place: 'msel',
    group: { name: 'actions', order: 40 },
    says: ({ title, contingency }, { say, pick }) =>
      contingency ? `${sentenceEnd(pick(title))} ${say('hand.contingencyReady', { number: contingency.numbers })}` : pick(title),
    Acts: MissedActs,
  },
};

function expectedHand({ world, viewer, names, now }: HandLook, w: Waiting): CardGiven | undefined {
  const row = world.expected.rows.get(w.id);
  const card = row && expectedCard(row, viewer.party);
  if (!card) return undefined;
  const ready = w.kind === 'missed' ? heldReady(world, card.scenario) : undefined;
  const kept = ready === undefined ? undefined : world.injects.rows.get(ready);
  const contingency = kept && rowCard(kept, viewer.party);
  const passed = expectedStatus(row) === 'passed';
  const since = passed ? 'hand.passedAgo' : w.kind === 'missed' ? 'hand.missedAgo' : 'hand.judgeSince';
  const when = timed(w, now, 'hand.judgeIn', since);
  return {
    target: { kind: 'expected', id: w.id },
    // What a jump passed was missed by nobody.
    when: passed ? { ...when, tone: undefined } : when,
    number: numbersOf(card, row, viewer),
    title: card.text,
    parties: [names.partyOf(card.by)?.id].filter((p) => p !== undefined),
    everyone: false,
    contingency:
      contingency && kept && ready !== undefined
        ? { id: ready, number: contingency.number, numbers: numbersOf(contingency, kept, viewer) }
        : undefined,
  };
}

function MissedActs({ card, next }: CardActsProps) {
  const { say, ended } = useControl();
  const done = useDone(card.id);
  return (
    <>
      <Dismiss card={card.id} />
      {card.contingency && !ended ? (
        <Main>
          <Act command={{ type: 'ReleaseInject', inject: card.contingency.id }} next={next}>
            {say('hand.send', { number: card.contingency.number })}
          </Act>
        </Main>
      ) : (
        <Main>
          <Act command={{ type: 'JudgeExpected', expected: card.id, verdict: 'met', ...done.at }} next={false}>
            {say('hand.wasDone')} {done.words}
          </Act>
        </Main>
      )}
    </>
  );
}

/** The time that a judgement from the card gives: said on the button where it is not now; another is given in the detail. */
function useDone(id: string): { readonly at: { readonly at?: number }; readonly words: string } {
  const { world, now, start } = useControl();
  const row = world.expected.rows.get(id);
  const at = row ? doneWhen(row, now) : now;
  return at === now ? { at: {}, words: '' } : { at: { at: Math.round(at) }, words: clockWords(at, start) };
}

function JudgeActs({ card, next, putAside }: CardActsProps) {
  const { say } = useControl();
  const done = useDone(card.id);
  return (
    <>
      <Quiet onClick={putAside}>{say('hand.notYet')}</Quiet>
      <Act command={{ type: 'JudgeExpected', expected: card.id, verdict: 'not' }} quiet>
        {say('verdict.not')}
      </Act>
      <Main>
        <Act command={{ type: 'JudgeExpected', expected: card.id, verdict: 'met', ...done.at }} next={next}>
          {say('verdict.met')} {done.words}
        </Act>
      </Main>
    </>
  );
}
