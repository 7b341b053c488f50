import { useWords } from '../i18n/words.ts';
import { Icon } from '../kit/icons.tsx';
import type { ApiFailure } from './api.ts';

/** Why an act changed nothing, beside the button that was pressed. */
export function Failure({ failure }: { readonly failure: ApiFailure | undefined }) {
  const t = useWords('lobby');
  if (!failure) return null;
  return (
    <p className="lb-failure" role="alert">
      <Icon name="warning" />
      <span>{failure.status === 0 ? t('actFailed.network') : t('actFailed.other', { detail: failure.message || failure.status })}</span>
    </p>
  );
}
