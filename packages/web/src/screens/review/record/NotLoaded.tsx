import { useWords } from '../../../i18n/words.ts';
import { EmptyState, ErrorState } from '../../../kit/Panel.tsx';
import type { EditionLoading } from './useEdition.ts';

/** An edition that is on its way, that is empty, or that could not be had, and what to do. */
export function NotLoaded({ loading }: { readonly loading: EditionLoading }) {
  const t = useWords('review');
  const { failed, loaded, progress } = loading;
  if (failed !== undefined) {
    const why = failed === 401 || failed === 403 ? 'gone' : failed === 404 ? 'unknown' : failed === 0 ? 'network' : 'other';
    return (
      <main>
        <ErrorState title={t('failed')} again={loading.retry}>
          {t(`failedHint.${why}`, { status: failed })}
        </ErrorState>
      </main>
    );
  }
  if (loaded)
    return (
      <main>
        <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
      </main>
    );
  return (
    <main className="empty" aria-busy="true">
      <p className="strong">{t('loading')}</p>
      {progress && (
        <>
          <progress className="rv-progress" value={progress.had} max={progress.of} aria-label={t('loading')} />
          <p className="dim">{t('loadingCount', { ...progress })}</p>
        </>
      )}
    </main>
  );
}
