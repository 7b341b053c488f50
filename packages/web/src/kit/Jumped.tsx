import './Jumped.css';
import type { Ms } from '@entente/engine';
import { useWords } from '../i18n/words.ts';
import { Button } from './Button.tsx';
import { shortTime } from './calendar.ts';
import { useDirectory } from './Directory.tsx';
import { Icon } from './icons.tsx';
import { spanWords } from './relative.ts';

export interface JumpedProps {
  /** Scenario ms. */
  readonly from: Ms;
  readonly to: Ms;
  /** Puts it away; where nobody can, it goes by itself. */
  readonly dismiss?: (() => void) | undefined;
}

/** As the clock shows it: from 08:30 to 17:00 are 8 h 30 min, whatever the seconds. */
const minute = (at: Ms): Ms => Math.floor(at / 60_000) * 60_000;

/** That control has moved the clock: whoever looks away for a moment would not know why so much is late. */
export function Jumped({ from, to, dismiss }: JumpedProps) {
  const t = useWords('kit');
  const { start } = useDirectory();
  const span = { from: shortTime(start, from), to: shortTime(start, to) };
  return (
    <div className="jumped" role="status">
      <Icon name="jump" />
      <span className="jumped-words">
        <b>{t('jumped.title')}</b> <b className="jumped-times">{t('jumped.fromTo', span)}</b>{' '}
        <span className="dim">{t('jumped.span', { span: spanWords(t, minute(to) - minute(from)) })}</span>
      </span>
      {dismiss && (
        <Button size="small" onClick={dismiss}>
          {t('jumped.dismiss')}
        </Button>
      )}
    </div>
  );
}
