import { answeringVoice, type Ms, type Waiting, type World } from '@entente/engine';
import { Button } from '../../../kit/Button.tsx';
import { Act } from '../../../kit/control/Act.tsx';
import type { Side } from '../../../kit/control/controlContext.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { Main } from '../../../kit/control/HandActs.tsx';
import type { CardActsProps, CardGiven, CardKind, HandCard, HandLook } from '../../../kit/control/hand.ts';
import { firstWords } from '../../../kit/control/happening.ts';

/** A question waits too long after five minutes. */
const PATIENCE: Ms = 5 * 60_000;

/** Questions to control, or to whom it voices. */
export const messageCards: Readonly<Record<string, CardKind>> = {
  answer: {
    card: answerCard,
    group: { name: 'asks', order: 20 },
    says: ({ title }, { say, pick, from, of }) => say(of ? 'hand.asksOf' : 'hand.asks', { from, of, title: pick(title) }),
    called: ({ purpose }, say) => say(`purpose.${purpose ?? 'ask'}`),
    several: answerAll,
    Acts: AnswerActs,
  },
};

function answerCard({ world, names, now }: HandLook, { id, since }: Waiting): CardGiven | undefined {
  const message = world.messages.messages.get(id);
  if (!message) return undefined;
  const waited = now - since;
  return {
    target: { kind: 'message', id },
    when: { key: 'hand.waiting', ms: waited, tone: waited >= PATIENCE ? 'late' : undefined },
    number: '',
    title: firstWords(message),
    parties: [names.partyOf(message.from)?.id].filter((p) => p !== undefined),
    everyone: false,
    from: message.from,
    to: message.to,
    // Whom it asks, where that is not control itself.
    of: message.to.find((a) => !a.startsWith('control')),
    purpose: message.purpose,
  };
}

/** One text to all who ask, each for itself: nobody learns who else asked. */
function answerAll(cards: readonly HandCard[], world: World): Side {
  const [first, ...rest] = cards as readonly [HandCard, ...HandCard[]];
  const speaker = answeringVoice(world, first.to ?? []);
  return {
    kind: 'write',
    to: first.from ? [first.from] : [],
    about: first.id,
    also: rest.map((c) => c.id),
    ...(speaker ? { speaker } : {}),
  };
}

function AnswerActs({ card, next }: CardActsProps) {
  const { say, open, select, world } = useControl();
  const speaker = answeringVoice(world, card.to ?? []);
  const answer = (): void => {
    select(card.target);
    open({ kind: 'write', to: card.from ? [card.from] : [], about: card.id, ...(speaker ? { speaker } : {}) });
  };
  return (
    <>
      <Act command={{ type: 'AcknowledgeMessage', message: card.id }} quiet>
        {say('act.acknowledge')}
      </Act>
      <Main>
        <Button size="small" kind={next ? 'main' : 'plain'} onClick={answer}>
          {say('act.answer')}
        </Button>
      </Main>
    </>
  );
}
