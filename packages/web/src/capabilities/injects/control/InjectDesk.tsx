import { clockStatus, type InjectCard, type InjectRow, injectStatus, mayActOn, rowCard } from '@entente/engine';
import { useState } from 'react';
import { Button } from '../../../kit/Button.tsx';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { DetailProps } from '../../../kit/control/part.ts';
import { InjectDetail } from './InjectDetail.tsx';
import { ChooseRecipients, MoveTime } from './parts.ts';

/** One inject, and what I may do with it. */
export function InjectDesk(props: DetailProps) {
  const { id, hand } = props;
  const { world, viewer, ended } = useControl();
  const row = world.injects.rows.get(id);
  const card = row && rowCard(row, viewer.party);
  if (!row || !card) return null;
  const status = injectStatus(row);
  const mine = mayActOn(card, viewer.address);
  const amends = status === 'released' && mine && !row.withdrawn && !ended;
  return (
    <InjectDetail
      {...props}
      foot={
        amends ? (
          <AmendActs id={id} />
        ) : status === 'released' || ended ? undefined : (
          <InjectActs id={id} row={row} card={card} hand={hand} />
        )
      }
      choose={status !== 'skipped' && !ended ? <ChooseRecipients inject={id} /> : undefined}
    />
  );
}

/** What has gone out can be put right, or taken back; it cannot be made unsaid. */
function AmendActs({ id }: { id: string }) {
  const { say, open, world } = useControl();
  // What it said in public was heard: it is corrected in public, and not taken back.
  const heard = world.statements.brought.has(id);
  return (
    <>
      <Button icon="write" onClick={() => open({ kind: 'correct', about: id })}>
        {say('amend.correctAct')}
      </Button>
      {heard ? (
        <span className="ct-small ct-quiet">{say('amend.heard')}</span>
      ) : (
        <Button kind="quiet" icon="undo" onClick={() => open({ kind: 'withdraw', about: id })}>
          {say('amend.withdrawAct')}
        </Button>
      )}
    </>
  );
}

function InjectActs({ id, row, card, hand }: { id: string; row: InjectRow; card: InjectCard; hand: boolean }) {
  const { viewer, say, now, world } = useControl();
  const ready = clockStatus(world) === 'ready';
  const [moving, setMoving] = useState(false);
  const status = injectStatus(row);
  if (!mayActOn(card, viewer.address)) return <p className="ct-small">{say('detail.notYours')}</p>;
  if (status === 'skipped')
    return (
      <Act size="normal" next icon="undo" command={{ type: 'RestoreInject', inject: id }}>
        {say('act.restore')}
      </Act>
    );
  if (moving) return <MoveTime id={id} from={row.timed?.due ?? card.at ?? now} onClose={() => setMoving(false)} />;
  return (
    <>
      {card.to.length > 0 && (
        <Act size="normal" next={!ready && (hand || status === 'held')} disabled={ready} command={{ type: 'ReleaseInject', inject: id }}>
          {say('act.releaseNow')}
        </Act>
      )}
      {status === 'held' ? (
        <Act size="normal" icon="undo" command={{ type: 'LiftHold', inject: id }}>
          {say('act.liftHold')}
        </Act>
      ) : (
        status !== 'lapsed' && (
          <Act size="normal" command={{ type: 'HoldInject', inject: id }}>
            {say('act.hold')}
          </Act>
        )
      )}
      <Act size="normal" command={{ type: 'SkipInject', inject: id }} ask={{ question: say('detail.skipAsk'), yes: say('act.skip') }}>
        {say('act.skip')}
      </Act>
      {status !== 'lapsed' && <Button onClick={() => setMoving(true)}>{say('act.changeTime')}</Button>}
    </>
  );
}
