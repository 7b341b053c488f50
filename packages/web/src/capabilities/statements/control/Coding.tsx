import '../said/said.css';
import './public.css';
import type { Id } from '@entente/engine';
import type { Stance } from '@entente/engine/statements';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '../../../kit/Button.tsx';
import { Problem } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { useSend } from '../../../kit/control/sending.ts';
import { Icon } from '../../../kit/icons.tsx';
import { saidById } from '../said/look.ts';
import { SaidIcon } from '../said/Shapes.tsx';
import { hasCoded } from './coded.ts';
import { tapped, withClaim } from './taps.ts';

export interface CodingProps {
  readonly said: Id;
  /** Keys go here now. */
  readonly keys: (box: HTMLElement) => boolean;
  /** Told once something is recorded. */
  readonly coded?: (() => void) | undefined;
}

/**
 * What was heard, with two taps: the topic, then what is said of it; the second one records it. Nothing is chosen beforehand,
 * and no verdict is foretold: it would steer whoever codes.
 */
export function Coding({ said, keys, coded }: CodingProps) {
  const { world, say, pick } = useControl();
  const { send, busy, problem } = useSend();
  const [topic, choose] = useState<string>();
  const box = useRef<HTMLDivElement>(null);
  const topics = world.statements.topics?.list ?? [];
  const thing = saidById(world, said);
  const record = async (of: string, stance: Stance): Promise<void> => {
    if (!thing) return;
    const before = thing.heard?.claims;
    const claims = withClaim(before, of, stance);
    if (await send({ type: 'CodeSaid', said, claims })) {
      hasCoded({ said, claims, before });
      coded?.();
    }
    choose(undefined);
  };
  useTapKeys(box, keys, (key) => {
    const tap = tapped(key, topics, topic);
    if (!tap || busy) return false;
    if (tap.stance && tap.topic) void record(tap.topic, tap.stance);
    else choose(tap.topic);
    return true;
  });
  const chosen = topics.find((t) => t.id === topic);
  if (!thing) return null;
  return (
    <div ref={box} className="pb-coding">
      <p className="ct-small strong">{say('coding.topic')}</p>
      <div className="pb-taps">
        {topics.map((t, i) => (
          <Button key={t.id} size="small" pressed={t.id === topic} onClick={() => choose(t.id === topic ? undefined : t.id)}>
            {t.id === topic ? <Icon name="check" size={12} /> : i < 9 && !chosen && <kbd>{i + 1}</kbd>} {pick(t.name)}
          </Button>
        ))}
      </div>
      {chosen && (
        <>
          <p className="ct-small">
            <b className="strong">{say('coding.stance')}</b> <span className="ct-quiet">{say('coding.records')}</span>
          </p>
          <div className="pb-taps pb-stances">
            {chosen.stances.map((stance, i) => (
              <Button key={stance} busy={busy} onClick={() => void record(chosen.id, stance)}>
                <SaidIcon form="bubble" stance={stance} /> {say(`coding.says.${stance}`)} <kbd>{i + 1}</kbd>
              </Button>
            ))}
          </div>
        </>
      )}
      {problem && <Problem words={problem} />}
    </div>
  );
}

/** Digits code; never while somebody types, nor when they belong to another card. */
function useTapKeys(box: RefObject<HTMLElement | null>, mine: (box: HTMLElement) => boolean, press: (key: string) => boolean): void {
  const latest = useRef({ mine, press });
  latest.current = { mine, press };
  useEffect(() => {
    const onKey = (e: KeyboardEvent): void => {
      if (e.ctrlKey || e.metaKey || e.altKey || !box.current) return;
      const target = e.target as HTMLElement;
      if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
      if (!latest.current.mine(box.current) || !latest.current.press(e.key)) return;
      e.preventDefault();
      e.stopImmediatePropagation();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [box]);
}
