import './Asked.css';
import type { Command, Id } from '@entente/engine';
import { useState } from 'react';
import { DecideLine } from '../../capabilities/sharing/seat/DecideLine.tsx';
import { MyRequests } from '../../capabilities/sharing/seat/MyRequests.tsx';
import { useLook } from '../../capabilities/sharing/useSharing.ts';
import { useNow, useRefusal, useSeat } from '../../connection/index.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { Chip } from '../../kit/Chip.tsx';
import { LabelChip } from '../../kit/Labels.tsx';
import { AddressName } from '../../kit/Names.tsx';
import { EmptyState, Panel } from '../../kit/Panel.tsx';
import { ExactTime, RelativeTime } from '../../kit/RelativeTime.tsx';
import type { Ask } from './asked.ts';
import { titleOf } from './titles.ts';
import type { Writing } from './writing.ts';

export interface AskedProps {
  readonly asks: readonly Ask[];
  readonly selected: Id | undefined;
  readonly open: (id: Id) => void;
  readonly write: (writing: Writing) => void;
  readonly listener: boolean;
}

/** What waits for me, the most urgent first; below it, what I asked of others. */
export function Asked({ asks, selected, open, write, listener }: AskedProps) {
  const t = useWords('seat');
  const look = useLook();
  return (
    <Panel
      className="asked"
      title={t('place.asked')}
      aside={asks.length > 0 && <Chip tone="act">{asks.length}</Chip>}
      actions={<span className="dim small">{t('asked.order')}</span>}
    >
      {asks.length === 0 ? (
        <EmptyState title={t(listener ? 'asked.listener' : 'asked.empty')}>
          {t(listener ? 'asked.listenerHelp' : 'asked.emptyHelp')}
        </EmptyState>
      ) : (
        <ul>
          {asks.map((ask) =>
            ask.kind === 'decide' ? (
              <DecideLine
                key={ask.id}
                request={ask.request}
                selected={ask.id === selected}
                first={ask.id === asks.find((a) => a.kind === 'decide')?.id}
                open={open}
              />
            ) : (
              <AskLine key={ask.id} ask={ask} selected={ask.id === selected} open={open} write={write} />
            ),
          )}
        </ul>
      )}
      {!listener && look && <MyRequests look={look} selected={selected} open={open} />}
    </Panel>
  );
}

const ICONS = { roll: 'people', answer: 'reply', acknowledge: 'check', destroy: 'undo' } as const;

interface LineProps {
  readonly ask: Exclude<Ask, { kind: 'decide' }>;
  readonly open: (id: Id) => void;
  readonly write: (writing: Writing) => void;
}

function AskLine({ ask, selected, open, write }: LineProps & { readonly selected: boolean }) {
  const t = useWords('seat');
  const text = useText();
  const now = useNow();
  const item = ask.kind === 'roll' ? undefined : ask.item;
  return (
    <li className={`ask ${selected ? 'selected' : ''}`}>
      <div className="row wrap">
        <span className="strong">
          <RelativeTime at={ask.since} now={now} kind="waiting" />
        </span>
        <span className="grow" />
        <Chip icon={ICONS[ask.kind]} tone={ask.kind === 'destroy' ? 'late' : 'plain'}>
          {t(item?.corrected && ask.kind === 'acknowledge' ? 'ask.corrected' : `ask.${ask.kind}`)}
        </Chip>
      </div>
      <h3 className="read">{item ? titleOf(item, text) : t('ask.rollTitle')}</h3>
      <div className="row wrap small dim">
        <AddressName address={ask.kind === 'roll' ? ask.by : ask.item.from} />
        <span className="ask-since">
          {t('ask.since')} <ExactTime at={ask.since} />
        </span>
      </div>
      <AskActs ask={ask} open={open} write={write} />
    </li>
  );
}

/** The quickest way to settle it, without opening it first. */
function AskActs({ ask, open, write }: LineProps) {
  const t = useWords('seat');
  const { send } = useSeat();
  const refusal = useRefusal();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const act = async (command: Command) => {
    setBusy(true);
    const answer = await send(command);
    setBusy(false);
    setError(refusal(answer));
  };
  const reply = () => {
    open(ask.id);
    if (ask.kind === 'answer') write({ to: [ask.item.from], about: ask.id, label: ask.item.label });
  };
  return (
    <>
      <div className="row wrap ask-acts">
        {ask.kind === 'roll' ? (
          <Button busy={busy} onClick={() => act({ type: 'AnswerRoll', roll: ask.id })}>
            {t('ask.here')}
          </Button>
        ) : (
          <Button onClick={() => open(ask.id)}>{t('ask.read')}</Button>
        )}
        {ask.kind === 'answer' && (
          <Button kind="quiet" icon="reply" onClick={reply}>
            {t('ask.answerNow')}
          </Button>
        )}
        {ask.kind === 'acknowledge' && (
          <Button
            kind="quiet"
            icon="check"
            busy={busy}
            onClick={() =>
              act(
                ask.item.kind === 'item'
                  ? { type: 'AcknowledgeItem', item: ask.id }
                  : { type: 'AcknowledgeInject', delivery: ask.id, version: ask.item.corrected?.version ?? 0 },
              )
            }
          >
            {t('ask.acknowledgeNow')}
          </Button>
        )}
        {ask.kind === 'destroy' && (
          <Button kind="quiet" icon="check" busy={busy} onClick={() => act({ type: 'ConfirmDestroyed', item: ask.id })}>
            {t('ask.destroyNow')}
          </Button>
        )}
        <span className="grow" />
        {ask.kind !== 'roll' && ask.item.label && <LabelChip label={ask.item.label} />}
      </div>
      {error && (
        <p className="late" role="alert">
          {error}
        </p>
      )}
    </>
  );
}
