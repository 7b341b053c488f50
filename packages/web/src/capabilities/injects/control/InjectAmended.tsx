import type { InjectRow } from '@entente/engine';
import { ChangedText } from '../../../kit/Changed.tsx';
import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { amendedOf } from './amended.ts';

/** What recipients hold of a released inject that was corrected or withdrawn: when, why, and what changed. */
export function InjectAmended({ row }: { row: InjectRow }) {
  const { world, say, pick, start } = useControl();
  const amended = amendedOf(world, row);
  if (!amended || (amended.version === 0 && !amended.withdrawn)) return null;
  return (
    <section aria-label={say('amend.title')}>
      <h4 className="ct-eyebrow">{say('amend.title')}</h4>
      {amended.texts.slice(1).map((text, i) => {
        const former = amended.texts[i];
        return (
          <details key={text.src}>
            <summary>
              {say('amend.correctedAt', { time: clockWords(text.at, start) })}
              {text.reason && ` – ${pick(text.reason)}`}
            </summary>
            <ChangedText before={former?.title} after={text.title} />
            <ChangedText before={former?.text} after={text.text} />
          </details>
        );
      })}
      {amended.withdrawn && (
        <p className="ct-problem">
          {say('amend.withdrawnAt', { time: clockWords(amended.withdrawn.at, start) })}
          {amended.withdrawn.reason && ` – ${pick(amended.withdrawn.reason)}`}
        </p>
      )}
    </section>
  );
}
