import { planProblems, type TableText } from '@entente/engine/consultation';
import { isSigned } from '@entente/engine/planning';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { PlanPlace } from '../look/PlanPlace.tsx';

/** Plans, and the way for lead control to make one active, agreed or not. */
export const PlanDesk = () => <PlanPlace Acts={Activate} />;

function Activate({ text }: { readonly text: TableText }) {
  const { world, lead, ended, say } = useControl();
  const forum = world.consultation.forums.get(text.forum);
  if (!lead || ended || !forum || planProblems(text, forum).some((p) => p.grave)) return null;
  const agreed = isSigned(world, text.id);
  return (
    <Act
      command={{ type: 'ActivatePlan', of: text.id }}
      {...(agreed ? { next: true } : { ask: { question: say('plan.unsignedAsk'), yes: say('plan.activate') } })}
    >
      {say(agreed ? 'plan.activate' : 'plan.activateUnsigned')}
    </Act>
  );
}
