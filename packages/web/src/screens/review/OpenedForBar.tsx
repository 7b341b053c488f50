import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { momentAt } from '../../kit/review/moment.ts';
import { useReview } from '../../kit/review/reviewContext.ts';
import type { OpenedFor } from './openedFor.ts';

/** Why somebody looks at this run, the way to the minute that shows it, and the way back to the report. */
export function OpenedForBar({ noted }: { readonly noted: OpenedFor }) {
  const t = useWords('review');
  const text = useText();
  const { events, end, goTo, wording } = useReview();
  const { run, at, why, back } = noted;
  return (
    <section className="rv-opened" aria-label={t('opened.label')}>
      <p>
        <span className="strong">{t('opened.run', { run })}</span> {why && text(why)}
      </p>
      {at > 0 && (
        <Button size="small" onClick={() => goTo(momentAt(events, at, end))}>
          {t('opened.go', { time: wording.time(at) })}
        </Button>
      )}
      <a className="btn plain small rv-export" href={back}>
        {t('opened.back')}
      </a>
    </section>
  );
}
