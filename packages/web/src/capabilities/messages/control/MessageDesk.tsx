import { answeringVoice } from '@entente/engine';
import { Button } from '../../../kit/Button.tsx';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { DetailProps } from '../../../kit/control/part.ts';
import { MessageDetail } from './MessageDetail.tsx';

/** One message, and the answer. */
export function MessageDesk(props: DetailProps) {
  const { id, hand } = props;
  const { say, open, viewer, ended, world } = useControl();
  const message = world.messages.messages.get(id);
  if (!message) return null;
  const voice = answeringVoice(world, message.to);
  // In whichever voice: what I said is neither answered nor acknowledged by me.
  const mine = message.from === viewer.address || message.spokenFor?.by === viewer.address;
  return (
    <MessageDetail
      {...props}
      foot={
        mine || ended ? undefined : (
          <>
            <Button
              kind={hand ? 'main' : 'plain'}
              icon="reply"
              onClick={() => open({ kind: 'write', to: [message.from], about: message.id, ...(voice ? { speaker: voice } : {}) })}
            >
              {say('act.answer')}
            </Button>
            {!message.acknowledged.has(viewer.address) && (
              <Act size="normal" command={{ type: 'AcknowledgeMessage', message: message.id }}>
                {say('act.acknowledge')}
              </Act>
            )}
            <Button kind="quiet" icon="note" onClick={() => open({ kind: 'note', about: message.id })}>
              {say('act.note')}
            </Button>
          </>
        )
      }
    />
  );
}
