import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { ChangedText } from '../../../kit/Changed.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import type { InjectLine } from './injectLines.ts';

/** What control corrected or withdrew after the release: both texts, when and why. */
export function Amendments({ line }: { readonly line: InjectLine }) {
  const t = useWords('review');
  const text = useText();
  return (
    <>
      {line.corrections.map((correction) => (
        <details key={correction.version} open>
          <summary>
            {t('amended.corrected')} <ExactTime at={correction.at} />
            {correction.reason && ` – ${text(correction.reason)}`}
          </summary>
          <ChangedText before={correction.before.title} after={correction.title} />
          <ChangedText before={correction.before.text} after={correction.text} />
        </details>
      ))}
      {line.withdrawal && (
        <p className="late">
          {t('amended.withdrawn')} <ExactTime at={line.withdrawal.at} />
          {line.withdrawal.reason && ` – ${text(line.withdrawal.reason)}`}
        </p>
      )}
    </>
  );
}
