import type { Id } from '@entente/engine';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { DetailProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { Publishing } from '../press/DraftActs.tsx';
import { DraftShown } from '../press/DraftView.tsx';
import { isOpen, versionsOf } from '../press/drafts.ts';
import { JointActing, JointShown } from '../press/JointView.tsx';
import { statementOf } from '../press/joint.ts';
import { deskSeats, InSeat } from './InSeat.tsx';

/** A side’s draft with its clearance; where control acts for a seat of its desk, with all that this seat does there. */
export function DraftDesk({ id, foot }: DetailProps) {
  const { world, say, viewer, select, ended } = useControl();
  const draft = world.statements.drafts.get(id);
  if (!draft) return null;
  const seats = ended || !isOpen(draft) ? [] : deskSeats(world, viewer.address, [draft.card.party]);
  const turn = versionsOf(draft).flatMap((v) => v.holders);
  const read = (said: Id): void => select({ kind: 'said', id: said });
  return (
    <SidePanel title={say('desk.draft')} foot={foot}>
      {seats.length === 0 ? (
        <DraftShown id={id} open={read} acts={false} />
      ) : (
        <InSeat seats={seats} first={seats.find((s) => turn.includes(s))}>
          <DraftShown id={id} open={read} acts />
          <Publishing draft={draft} />
        </InSeat>
      )}
    </SidePanel>
  );
}

/** A joint statement before its release; where control acts for a side, with that side’s hand. */
export function JointDesk({ id, foot }: DetailProps) {
  const { world, say, viewer, select, ended } = useControl();
  const joint = world.statements.joints.get(id);
  if (!joint) return null;
  const seats = ended || statementOf(world, joint) ? [] : deskSeats(world, viewer.address, joint.card.parties);
  const read = (said: Id): void => select({ kind: 'said', id: said });
  return (
    <SidePanel title={say('desk.joint')} foot={foot}>
      {seats.length === 0 ? (
        <JointShown id={id} open={read} />
      ) : (
        <InSeat seats={seats}>
          <JointShown id={id} open={read} />
          <JointActing id={id} />
        </InSeat>
      )}
    </SidePanel>
  );
}
