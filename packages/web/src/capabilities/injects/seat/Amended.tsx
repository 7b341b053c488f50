import './Amended.css';
import { useWords } from '../../../i18n/words.ts';
import { ChangedText } from '../../../kit/Changed.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { Said } from '../../../kit/Said.tsx';
import type { Line } from '../../../kit/seat/line.ts';

/** Above the text: that control corrected it or took it back, when and why. */
export function AmendedNote({ line }: { readonly line: Line }) {
  const t = useWords('injects');
  const { corrected, withdrawn } = line;
  const last = withdrawn ?? corrected;
  if (!last) return null;
  return (
    <p className={`amended ${withdrawn ? 'withdrawn' : 'corrected'}`} role="status">
      <strong>{t(withdrawn ? 'amended.withdrawnAt' : 'amended.correctedAt')}</strong> <ExactTime at={last.at} />
      {last.reason && (
        <span className="amended-reason">
          <Said text={last.reason} />
        </span>
      )}
    </p>
  );
}

/** Below the text: what the last correction changed, and every text that no longer stands. */
export function Former({ line }: { readonly line: Line }) {
  const t = useWords('injects');
  const before = line.corrected?.before ?? [];
  const last = before.at(-1);
  if (!last) return null;
  return (
    <div className="stack amended-former">
      <details open>
        <summary>{t('amended.changes')}</summary>
        <ChangedText before={last.title} after={line.title} />
        <ChangedText before={last.text} after={line.text} />
      </details>
      {before.map((former) => (
        <details key={former.version}>
          <summary>
            {t(former.version === 0 ? 'amended.asDelivered' : 'amended.earlier')} <ExactTime at={former.at} />
          </summary>
          <h3 className="strong">
            <Said text={former.title} />
          </h3>
          <div className="letter-text read">
            <Said text={former.text} />
          </div>
        </details>
      ))}
    </div>
  );
}
