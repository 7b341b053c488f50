import { requestCard, requestStatus, type Waiting } from '@entente/engine';
import { Button } from '../../../kit/Button.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { Dismiss, Main } from '../../../kit/control/HandActs.tsx';
import { type CardActsProps, type CardGiven, type CardKind, type HandLook, timed } from '../../../kit/control/hand.ts';

/** Requests for release that control decides, and those that players let pass. */
export const sharingCards: Readonly<Record<string, CardKind>> = {
  decide: {
    card: requestHand,
    place: 'items',
    group: { name: 'requests', order: 30 },
    says: ({ title }, { say, pick, from, of }) => say('hand.decideText', { from, of, title: pick(title) }),
    Acts: DecideActs,
  },
  overdue: {
    card: requestHand,
    place: 'items',
    group: { name: 'requests', order: 30 },
    says: ({ title }, { say, pick, from, of }) => say('hand.overdueText', { from, of, title: pick(title) }),
    Acts: RemindActs,
  },
};

/** A request for release: whose word is asked, by whom, and until when. Its time is late for control, or for the players asked. */
function requestHand({ world, names, now }: HandLook, w: Waiting): CardGiven | undefined {
  const request = world.sharing.requests.get(w.id);
  const asked = request && requestCard(request);
  if (!asked) return undefined;
  const passed = requestStatus(request) === 'passed';
  const since = passed ? 'hand.passedAgo' : w.kind === 'overdue' ? 'hand.unanswered' : 'hand.decideSince';
  const when = timed(w, now, 'hand.decideIn', since);
  return {
    target: { kind: 'request', id: w.id },
    when: passed ? { ...when, tone: undefined } : when,
    number: '',
    title: asked.text,
    parties: [names.partyOf(w.kind === 'decide' ? asked.from : asked.of)?.id].filter((p) => p !== undefined),
    everyone: false,
    from: asked.from,
    of: asked.of,
    to: [asked.of],
  };
}

/** A request to somebody whom control plays: what is given and what is kept is chosen beside the timeline. */
function DecideActs({ card, next }: CardActsProps) {
  const { say, select } = useControl();
  return (
    <Main>
      <Button size="small" kind={next ? 'main' : 'plain'} onClick={() => select(card.target)}>
        {say('request.decideAct')}
      </Button>
    </Main>
  );
}

/** Players have let the time for an answer pass. It is theirs to decide; control can only remind them. */
function RemindActs({ card }: CardActsProps) {
  const { say, open, select } = useControl();
  const write = (): void => {
    select(card.target);
    open({ kind: 'write', to: card.to ?? [] });
  };
  return (
    <>
      <Dismiss card={card.id} />
      <Main>
        <Button size="small" onClick={write}>
          {say('request.writeTo')}
        </Button>
      </Main>
    </>
  );
}
