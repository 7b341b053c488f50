import { Button } from '../../../kit/Button.tsx';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { answeringVoice, type HandCard } from './hand.ts';

/** The acts that settle one card. The last is the main one: filled on the first card of the list only. */
export function HandActs({ card, next, putAside }: { card: HandCard; next: boolean; putAside: () => void }) {
  const { say, lead } = useControl();
  switch (card.kind) {
    case 'emergency':
      return lead ? (
        <Main>
          <Act
            command={{ type: 'StandDown' }}
            next={next}
            ask={{ question: say('emergency.standDownAsk'), yes: say('emergency.standDown') }}
          >
            {say('emergency.standDown')}
          </Act>
        </Main>
      ) : (
        <span className="ct-small">{say('emergency.leadOnly')}</span>
      );
    case 'release':
      return <ReleaseActs card={card} next={next} />;
    case 'address':
      return <AddressActs card={card} next={next} />;
    case 'missed':
      return (
        <>
          <Quiet onClick={putAside}>{say('hand.leave')}</Quiet>
          {card.contingency ? (
            <Main>
              <Act command={{ type: 'ReleaseInject', inject: card.contingency.id }} next={next}>
                {say('hand.send', { number: card.contingency.number })}
              </Act>
            </Main>
          ) : (
            <Main>
              <Act command={{ type: 'JudgeExpected', expected: card.id, verdict: 'met' }} next={false}>
                {say('hand.wasDone')}
              </Act>
            </Main>
          )}
        </>
      );
    case 'judge':
      return (
        <>
          <Quiet onClick={putAside}>{say('hand.notYet')}</Quiet>
          <Act command={{ type: 'JudgeExpected', expected: card.id, verdict: 'not' }} quiet>
            {say('verdict.not')}
          </Act>
          <Main>
            <Act command={{ type: 'JudgeExpected', expected: card.id, verdict: 'met' }} next={next}>
              {say('verdict.met')}
            </Act>
          </Main>
        </>
      );
    case 'answer':
      return <AnswerActs card={card} next={next} />;
    case 'decide':
      return <DecideActs card={card} next={next} />;
    case 'overdue':
      return <RemindActs card={card} putAside={putAside} />;
    case 'rollcall':
      return <Quiet onClick={putAside}>{say('hand.leave')}</Quiet>;
  }
}

function ReleaseActs({ card, next }: { card: HandCard; next: boolean }) {
  const { say } = useControl();
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
        <Act command={{ type: 'ReleaseInject', inject: card.id }} next={next}>
          {say('act.releaseNow')}
        </Act>
      </Main>
    </>
  );
}

/** Nobody is named: recipients are chosen beside the timeline. */
function AddressActs({ card, next }: { card: HandCard; next: boolean }) {
  const { say, select } = useControl();
  return (
    <Main>
      <Button size="small" kind={next ? 'main' : 'plain'} onClick={() => select(card.target)}>
        {say('hand.chooseTo')}
      </Button>
    </Main>
  );
}

function AnswerActs({ card, next }: { card: HandCard; next: boolean }) {
  const { say, open, select, names } = useControl();
  const speaker = answeringVoice(card.to ?? [], names);
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

/** A request to somebody whom control plays: what is given and what is kept is chosen beside the timeline. */
function DecideActs({ card, next }: { card: HandCard; next: boolean }) {
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
function RemindActs({ card, putAside }: { card: HandCard; putAside: () => void }) {
  const { say, open, select } = useControl();
  const write = (): void => {
    select(card.target);
    open({ kind: 'write', to: card.to ?? [] });
  };
  return (
    <>
      <Quiet onClick={putAside}>{say('hand.leave')}</Quiet>
      <Main>
        <Button size="small" onClick={write}>
          {say('request.writeTo')}
        </Button>
      </Main>
    </>
  );
}

function Main({ children }: { children: React.ReactNode }) {
  return <span data-main="">{children}</span>;
}
function Quiet({ children, onClick }: { children: React.ReactNode; onClick: () => void }) {
  return (
    <Button size="small" kind="quiet" onClick={onClick}>
      {children}
    </Button>
  );
}
