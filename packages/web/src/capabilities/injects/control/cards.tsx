import { clockStatus, injectStatus, rowCard, type Waiting } from '@entente/engine';
import { Button } from '../../../kit/Button.tsx';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { EVERYONE, lanesOf, NOBODY, numbersOf } from '../../../kit/control/entry.ts';
import { Main } from '../../../kit/control/HandActs.tsx';
import { type CardActsProps, type CardGiven, type CardKind, type HandCard, type HandLook, timed } from '../../../kit/control/hand.ts';
import type { Say } from '../../../kit/control/names.ts';

const KIND = { card: releaseCard, called, place: 'msel', group: { name: 'injects', order: 10 } };

/** Injects that are released by hand, and those that name nobody yet. */
export const injectCards: Readonly<Record<string, CardKind>> = {
  release: { ...KIND, Acts: ReleaseActs },
  address: { ...KIND, Acts: AddressActs },
};

function called({ held, kind, number }: HandCard, say: Say): string {
  return say(`hand.kind.${held ? 'held' : kind}`, { number });
}

function releaseCard({ world, viewer, names, now }: HandLook, w: Waiting): CardGiven | undefined {
  const row = world.injects.rows.get(w.id);
  const card = row && rowCard(row, viewer.party);
  if (!row || !card) return undefined;
  const held = injectStatus(row) === 'held';
  const { due } = w;
  const late = due !== undefined && due <= now;
  const when: HandCard['when'] =
    due === undefined
      ? { key: 'hand.noTime', ms: 0 }
      : late && now - due < 60_000
        ? { key: 'hand.dueNow', ms: now - due, tone: 'late' }
        : timed(w, now, 'hand.dueIn', 'hand.dueSince');
  const lanes = lanesOf(card.to, names, viewer);
  return {
    target: { kind: 'inject', id: w.id },
    when,
    number: numbersOf(card, row, viewer),
    title: card.title,
    parties: lanes.filter((l) => l !== EVERYONE && l !== NOBODY),
    everyone: lanes.includes(EVERYONE),
    held,
  };
}

function ReleaseActs({ card, next }: CardActsProps) {
  const { say, world } = useControl();
  // What would be refused is not offered: before the start nothing goes out.
  const ready = clockStatus(world) === 'ready';
  return (
    <>
      {card.held ? (
        <Act command={{ type: 'LiftHold', inject: card.id }} quiet>
          {say('act.liftHold')}
        </Act>
      ) : (
        <Act command={{ type: 'HoldInject', inject: card.id }} quiet>
          {say('act.hold')}
        </Act>
      )}
      <Main>
        <Act command={{ type: 'ReleaseInject', inject: card.id }} next={next && !ready} disabled={ready}>
          {say('act.releaseNow')}
        </Act>
      </Main>
    </>
  );
}

/** Nobody is named: recipients are chosen beside the timeline. */
function AddressActs({ card, next }: CardActsProps) {
  const { say, select } = useControl();
  return (
    <Main>
      <Button size="small" kind={next ? 'main' : 'plain'} onClick={() => select(card.target)}>
        {say('hand.chooseTo')}
      </Button>
    </Main>
  );
}
