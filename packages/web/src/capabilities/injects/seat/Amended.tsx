import './Amended.css';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Changed } from '../../../kit/Changed.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
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
      {last.reason && <span className="amended-reason">{last.reason}</span>}
    </p>
  );
}

/** Below the text: what the last correction changed, and every text that no longer stands. */
export function Former({ line }: { readonly line: Line }) {
  const t = useWords('injects');
  const text = useText();
  const before = line.corrected?.before ?? [];
  const last = before.at(-1);
  if (!last) return null;
  return (
    <div className="stack amended-former">
      <details open>
        <summary>{t('amended.changes')}</summary>
        {text(last.title) !== text(line.title) && <Changed before={text(last.title)} after={text(line.title)} />}
        <Changed before={text(last.text)} after={text(line.text)} />
      </details>
      {before.map((former) => (
        <details key={former.version}>
          <summary>
            {t(former.version === 0 ? 'amended.asDelivered' : 'amended.earlier')} <ExactTime at={former.at} />
          </summary>
          <h3 className="strong">{text(former.title)}</h3>
          <div className="letter-text read">{text(former.text)}</div>
        </details>
      ))}
    </div>
  );
}
