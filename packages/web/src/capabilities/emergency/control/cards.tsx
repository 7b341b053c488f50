import type { Waiting } from '@entente/engine';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { Main } from '../../../kit/control/HandActs.tsx';
import type { CardActsProps, CardGiven, CardKind, HandLook } from '../../../kit/control/hand.ts';

export const emergencyCards: Readonly<Record<string, CardKind>> = {
  emergency: {
    card: emergencyCard,
    says: ({ title }, { say, pick, from }) =>
      pick(title) ? say('hand.emergencyText', { from, title: pick(title) }) : say('hand.emergency'),
    Acts: EmergencyActs,
  },
};

function emergencyCard({ world, now }: HandLook, { since }: Waiting): CardGiven {
  const detail = [...world.emergency.details.values()].at(-1);
  return {
    when: { key: 'hand.since', ms: now - since, tone: 'late', wall: world.emergency.banner?.wall ?? 0 },
    number: '',
    title: detail?.text ?? '',
    parties: [],
    everyone: true,
    from: detail?.seat,
  };
}

function EmergencyActs({ next }: CardActsProps) {
  const { say, lead } = useControl();
  return lead ? (
    <Main>
      <Act command={{ type: 'StandDown' }} next={next} ask={{ question: say('emergency.standDownAsk'), yes: say('emergency.standDown') }}>
        {say('emergency.standDown')}
      </Act>
    </Main>
  ) : (
    <span className="ct-small">{say('emergency.leadOnly')}</span>
  );
}
