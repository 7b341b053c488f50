import { useWords } from '../../i18n/words.ts';
import { Icon } from '../icons.tsx';

const BARS = ['planned', 'critical', 'done', 'expected', 'blocked'] as const;

/** What the marks of a matrix mean. */
export function Legend({ draft = false, own = false }: { readonly draft?: boolean; readonly own?: boolean }) {
  const t = useWords('plan');
  return (
    <div className="mx-legend small dim" role="note" aria-label={t('legend.title')}>
      {BARS.filter((b) => !draft || b === 'planned' || b === 'critical').map((b) => (
        <span key={b}>
          <span className={`mx-bar mx-${b === 'critical' ? 'planned' : b}`} data-critical={b === 'critical' || undefined} />
          {t(`legend.${b}`)}
        </span>
      ))}
      <span>
        <span className="mx-latest" /> {t('legend.latest')}
      </span>
      <span>
        <Icon name="hourglass" size={12} /> {t('state.waits')}
      </span>
      {own && (
        <span>
          <span className="mx-bar mx-own" /> {t('legend.own')}
        </span>
      )}
    </div>
  );
}
