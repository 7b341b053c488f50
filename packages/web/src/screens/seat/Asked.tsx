import './Asked.css';
import type { Command, Id } from '@entente/engine';
import { useState } from 'react';
import { useNow, useRefusal, useSeat } from '../../connection/index.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { Chip } from '../../kit/Chip.tsx';
import { LabelChip } from '../../kit/Labels.tsx';
import { AddressName } from '../../kit/Names.tsx';
import { EmptyState, Panel } from '../../kit/Panel.tsx';
import { ExactTime, RelativeTime } from '../../kit/RelativeTime.tsx';
import { type Ask, useSeatParts, type Words, type Writing } from '../../kit/seat/part.ts';
import { titleOf } from '../../kit/seat/titles.ts';

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
  const parts = useSeatParts();
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
            ask.Row ? (
              <ask.Row
                key={`${ask.waits.kind} ${ask.waits.id}`}
                ask={ask}
                selected={ask.waits.id === selected}
                first={ask === asks.find((a) => a.waits.kind === ask.waits.kind)}
                open={open}
              />
            ) : (
              <AskLine key={`${ask.waits.kind} ${ask.waits.id}`} ask={ask} selected={ask.waits.id === selected} open={open} write={write} />
            ),
          )}
        </ul>
      )}
      {!listener && parts.map(({ Mine, room }) => Mine && <Mine key={room} selected={selected} open={open} />)}
    </Panel>
  );
}

interface LineProps {
  readonly ask: Ask;
  readonly open: (id: Id) => void;
  readonly write: (writing: Writing) => void;
}

function AskLine({ ask, selected, open, write }: LineProps & { readonly selected: boolean }) {
  const t = useWords('seat');
  const text = useText();
  const now = useNow();
  const { waits, line, chip } = ask;
  return (
    <li className={`ask ${selected ? 'selected' : ''}`}>
      <div className="row wrap">
        <span className="strong">
          <RelativeTime at={waits.since} now={now} kind="waiting" />
        </span>
        <span className="grow" />
        <Chip icon={chip.icon} tone={chip.late ? 'late' : 'plain'}>
          <Said words={chip.says} />
        </Chip>
      </div>
      <h3 className="read">{line ? titleOf(line, text) : ask.title && <Said words={ask.title} />}</h3>
      <div className="row wrap small dim">
        <AddressName address={ask.from} />
        <span className="ask-since">
          {t('ask.since')} <ExactTime at={waits.since} />
        </span>
      </div>
      <AskActs ask={ask} open={open} write={write} />
    </li>
  );
}

/** Words of whatever catalogue. */
function Said({ words: [catalogue, key] }: { readonly words: Words }) {
  return useWords(catalogue)(key);
}

/** The quickest way to settle it, without opening it first. */
function AskActs({ ask: { waits, line, reply, settle }, open, write }: LineProps) {
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
  return (
    <>
      <div className="row wrap ask-acts">
        {line && <Button onClick={() => open(waits.id)}>{t('ask.read')}</Button>}
        {reply && (
          <Button
            kind="quiet"
            icon="reply"
            onClick={() => {
              open(waits.id);
              write(reply);
            }}
          >
            <Said words={reply.says} />
          </Button>
        )}
        {settle && (
          <Button
            kind={settle.first ? 'plain' : 'quiet'}
            icon={settle.first ? undefined : 'check'}
            busy={busy}
            onClick={() => act(settle.command)}
          >
            <Said words={settle.says} />
          </Button>
        )}
        <span className="grow" />
        {line?.label && <LabelChip label={line.label} />}
      </div>
      {error && (
        <p className="late" role="alert">
          {error}
        </p>
      )}
    </>
  );
}
