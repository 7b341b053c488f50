import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Changed } from '../../../kit/Changed.tsx';
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
            {correction.reason && ` – ${correction.reason}`}
          </summary>
          {text(correction.before.title) !== text(correction.title) && (
            <Changed before={text(correction.before.title)} after={text(correction.title)} />
          )}
          <Changed before={text(correction.before.text)} after={text(correction.text)} />
        </details>
      ))}
      {line.withdrawal && (
        <p className="late">
          {t('amended.withdrawn')} <ExactTime at={line.withdrawal.at} />
          {line.withdrawal.reason && ` – ${line.withdrawal.reason}`}
        </p>
      )}
    </>
  );
}
