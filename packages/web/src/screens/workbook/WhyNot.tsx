import { useText } from '../../i18n/text.ts';
import { useWords, type Words } from '../../i18n/words.ts';
import { Icon } from '../../kit/icons.tsx';
import type { ApiFailure, ImportFault } from '../lobby/api.ts';

/** The workbook’s own fault is told in its words, with what to do. */
export function WhyNot({ failure }: { readonly failure: ApiFailure }) {
  const t = useWords('workbook');
  const text = useText();
  const fault = failure.details as Partial<ImportFault> | undefined;
  return (
    <div className="wb-failure" role="alert">
      <Icon name="warning" />
      <div>
        <p className="strong">{t('failed.title')}</p>
        {fault?.message ? (
          <>
            <p>{text(fault.message)}</p>
            <p>{text(fault.hint)}</p>
          </>
        ) : (
          <p>{wordsOf(failure, t)}</p>
        )}
      </div>
    </div>
  );
}

const KNOWN = ['too-large', 'too-many', 'changed-meanwhile', 'not-ours', 'scenario'];
function wordsOf({ status, code, message }: ApiFailure, t: Words): string {
  if (status === 0) return t('failed.network');
  if (status === 401 || (status === 404 && code !== 'scenario')) return t('failed.gone');
  return KNOWN.includes(code) ? t(`failed.${code}`) : t('failed.other', { detail: message || status });
}
