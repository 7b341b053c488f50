import { hasWord, useWords, type Words } from '../../i18n/words.ts';
import { Icon } from '../../kit/icons.tsx';
import type { ApiFailure } from './api.ts';

/** Why an act changed nothing, beside the button that was pressed. */
export function Failure({ failure }: { readonly failure: ApiFailure | undefined }) {
  const t = useWords('lobby');
  if (!failure) return null;
  return (
    <p className="lb-failure" role="alert">
      <Icon name="warning" />
      <span>{wordsOf(failure, t)}</span>
    </p>
  );
}

/** What we know is told in the reader's language; anything else as the server told it. */
function wordsOf({ status, code, message }: ApiFailure, t: Words): string {
  if (status === 0) return t('actFailed.network');
  return hasWord('lobby', `actFailed.${code}`) ? t(`actFailed.${code}`) : t('actFailed.other', { detail: message || status });
}
