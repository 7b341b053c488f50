import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Command } from '../../connection/useAct.ts';
import { Button } from '../Button.tsx';
import type { IconName } from '../icons.tsx';
import { useControl } from './controlContext.ts';
import { useSend } from './sending.ts';

export interface ActProps {
  readonly command: Command | (() => Command);
  readonly children: ReactNode;
  /** The one filled button of its panel: the next act. */
  readonly next?: boolean;
  readonly quiet?: boolean;
  /** Breaks something: drawn in red. */
  readonly danger?: boolean;
  /** Asks before it acts: the question, and what the confirming button says. */
  readonly ask?: { readonly question: string; readonly yes: string };
  readonly onDone?: () => void;
  readonly disabled?: boolean;
  readonly label?: string;
  readonly size?: 'small' | 'normal';
  readonly icon?: IconName;
}

/** A button that sends one command. If the exercise refuses, the reason stands beside the button until the next try. */
export function Act(props: ActProps) {
  const { send, busy, problem, clear } = useSend();
  const [asking, setAsking] = useState(false);
  const { say } = useControl();
  const kind = props.danger ? 'danger' : props.next ? 'main' : props.quiet ? 'quiet' : 'plain';
  const size = props.size ?? 'small';
  const run = async (): Promise<void> => {
    setAsking(false);
    const command = typeof props.command === 'function' ? props.command() : props.command;
    if (await send(command)) props.onDone?.();
  };
  if (asking && props.ask)
    return (
      <Asking question={props.ask.question}>
        <Button size={size} kind={props.danger ? 'danger' : 'main'} busy={busy} onClick={() => void run()}>
          {props.ask.yes}
        </Button>
        <Button size={size} kind="quiet" onClick={() => setAsking(false)}>
          {say('act.no')}
        </Button>
      </Asking>
    );
  return (
    <span className="ct-act">
      <Button
        size={size}
        kind={kind}
        icon={props.icon}
        busy={busy}
        disabled={props.disabled ?? false}
        aria-label={props.label}
        onClick={() => {
          clear();
          if (props.ask) setAsking(true);
          else void run();
        }}
      >
        {props.children}
      </Button>
      {problem && <Problem words={problem} />}
    </span>
  );
}

function Asking({ question, children }: { question: string; children: ReactNode }) {
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <fieldset className="ct-asking" aria-label={question} ref={box}>
      <span>{question}</span>
      {children}
    </fieldset>
  );
}

/** Why nothing changed, where the person looks. */
export function Problem({ words }: { words: string }) {
  return (
    <span role="alert" className="ct-problem">
      {words}
    </span>
  );
}
