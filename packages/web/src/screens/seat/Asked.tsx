import './Asked.css';
import { clockStatus, type Id } from '@entente/engine';
import { useState } from 'react';
import { useAct, useNow, useSeat } from '../../connection/index.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { Chip } from '../../kit/Chip.tsx';
import { Icon } from '../../kit/icons.tsx';
import { AddressMark, useNamer } from '../../kit/Names.tsx';
import { EmptyState, Panel } from '../../kit/Panel.tsx';
import { Refused } from '../../kit/Refused.tsx';
import { ExactTime, RelativeTime } from '../../kit/RelativeTime.tsx';
import { spanWords } from '../../kit/relative.ts';
import type { Ask, Words } from '../../kit/seat/part.ts';
import { titleOf } from '../../kit/seat/titles.ts';

export interface AskedProps {
  readonly asks: readonly Ask[];
  readonly selected: Id | undefined;
  readonly open: (id: Id) => void;
  readonly listener: boolean;
  /** True if nothing has come in yet. */
  readonly nothing: boolean;
}

/** What waits for me, the most urgent first, each with what follows if I do nothing; what only wants a word stands behind one line. */
export function Asked({ asks, selected, open, listener, nothing }: AskedProps) {
  const t = useWords('seat');
  const { world } = useSeat();
  const status = clockStatus(world);
  // Never when something comes: that would tell what is hidden.
  const empty = status === 'ended' ? 'over' : listener ? 'listener' : nothing && status === 'running' ? 'runs' : 'empty';
  // One alone needs no folding: it would only cost a press.
  const folds = asks.filter((a) => a.folds).length > 1;
  const rows = asks.filter((a) => !(folds && a.folds));
  const folded = asks.filter((a) => folds && a.folds);
  return (
    <Panel
      className="asked"
      title={t('place.asked')}
      aside={asks.length > 0 && <Chip tone="act">{asks.length}</Chip>}
      actions={<span className="dim small">{t('asked.order')}</span>}
    >
      {asks.length === 0 ? (
        <EmptyState title={t(`asked.${empty}`)}>{t(`asked.${empty}Help`)}</EmptyState>
      ) : (
        <ul>
          {rows.map((ask) => (
            <AskRow key={keyOf(ask)} ask={ask} selected={ask.waits.id === selected} open={open} />
          ))}
          {folded.length > 0 && <Folded asks={folded} selected={selected} open={open} />}
        </ul>
      )}
    </Panel>
  );
}

const keyOf = ({ waits }: Ask): string => `${waits.kind} ${waits.id}`;

interface RowProps {
  readonly ask: Ask;
  readonly selected: boolean;
  readonly open: (id: Id) => void;
}

/** By when, what, and what follows if nobody acts. It opens what it is about, where the next act stands. */
function AskRow({ ask, selected, open }: RowProps) {
  const { waits, line } = ask;
  const words = (
    <>
      <When ask={ask} />
      <span className="ask-words">
        <b>
          <AddressMark address={ask.from} /> <Title ask={ask} />
        </b>
        <IfNot ask={ask} />
      </span>
    </>
  );
  return (
    <li className="ask">
      {line || waits.kind === 'decide' ? (
        <button type="button" className="ask-row" aria-current={selected || undefined} onClick={() => open(waits.id)}>
          {words}
        </button>
      ) : (
        <div className="ask-row">{words}</div>
      )}
      <Settle ask={ask} />
    </li>
  );
}

/** How long I have, and until when. Without a time set: for how long it has waited. */
function When({ ask: { waits } }: { readonly ask: Ask }) {
  const now = useNow();
  const kit = useWords('kit');
  const t = useWords('seat');
  const { due, since } = waits;
  return (
    <span className="ask-when">
      <b>{due === undefined ? spanWords(kit, Math.max(0, now - since)) : <RelativeTime at={due} now={now} kind="deadline" />}</b>
      <span className="dim small">{due === undefined ? t('asked.waiting') : <ExactTime at={due} />}</span>
    </span>
  );
}

/** “Answer: Before anything is decided”. */
function Title({ ask: { title, about, line, verb } }: { readonly ask: Ask }) {
  const text = useText();
  const t = useWords('seat');
  const what = title ? <Said words={title} title={text(about)} /> : about ? text(about) : line && titleOf(line, text);
  return (
    <>
      <Said words={verb} />
      {t('asked.colon')} {what}
    </>
  );
}

/** Ends of waiting that a capability may word more exactly. */
const OPEN_ENDED: readonly string[] = ['waits', 'lapses'];

/** The sentence that tells what follows if nobody acts. */
function IfNot({ ask: { waits, from, ifNot } }: { readonly ask: Ask }) {
  const t = useWords('seat');
  const name = useNamer();
  const who = name(from);
  return (
    <span className="ask-ifnot">
      {t('asked.ifNot')}{' '}
      <b>{ifNot && OPEN_ENDED.includes(waits.ifNothing) ? <Said words={ifNot} who={who} /> : t(`ifNothing.${waits.ifNothing}`, { who })}</b>
    </span>
  );
}

/** Settles it where it stands. */
function Settle({ ask: { settle } }: { readonly ask: Ask }) {
  const { run, busy, error } = useAct();
  if (!settle) return null;
  return (
    <div className="ask-settle">
      <Button size="small" kind={settle.first ? 'main' : 'plain'} busy={busy} onClick={() => run(settle.command)}>
        <Said words={settle.says} />
      </Button>
      <Refused words={error} />
    </div>
  );
}

/** “2 to acknowledge, oldest 41 min”: opened, each by itself. */
function Folded({
  asks,
  selected,
  open,
}: {
  readonly asks: readonly Ask[];
  readonly selected: Id | undefined;
  readonly open: (id: Id) => void;
}) {
  const t = useWords('seat');
  const kit = useWords('kit');
  const now = useNow();
  const [shown, show] = useState(false);
  const oldest = Math.min(...asks.map((a) => a.waits.since));
  return (
    <>
      <li className="ask">
        <button type="button" className="ask-row ask-fold" aria-expanded={shown} onClick={() => show(!shown)}>
          <span className="grow">
            <b>{t('asked.toAcknowledge', { count: asks.length })}</b>{' '}
            <span className="dim small">{t('asked.oldest', { span: spanWords(kit, Math.max(0, now - oldest)) })}</span>
          </span>
          <Icon name={shown ? 'down' : 'forward'} />
        </button>
      </li>
      {shown &&
        asks.map((ask) => (
          <li key={keyOf(ask)} className="ask ask-folded">
            <button
              type="button"
              className="ask-row"
              aria-current={ask.waits.id === selected || undefined}
              onClick={() => open(ask.waits.id)}
            >
              <FoldedTitle ask={ask} />
            </button>
            <Settle ask={ask} />
          </li>
        ))}
    </>
  );
}

function FoldedTitle({ ask: { line, from } }: { readonly ask: Ask }) {
  const text = useText();
  const name = useNamer();
  return (
    <span className="ask-words">
      <b>{line && titleOf(line, text)}</b>
      <span className="dim small">{name(from)}</span>
    </span>
  );
}

/** Words of whatever catalogue. */
function Said({ words: [catalogue, key], ...values }: { readonly words: Words; readonly title?: string; readonly who?: string }) {
  return useWords(catalogue)(key, values);
}
