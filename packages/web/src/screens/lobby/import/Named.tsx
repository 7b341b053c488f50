import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import type { NamedRow } from '../api.ts';

/** Rows that are none of an MSEL, each with its reason. */
export function Named({ rows }: { readonly rows: readonly NamedRow[] }) {
  const t = useWords('import');
  const text = useText();
  return (
    <div className="lb-box">
      <table className="lb-table">
        <thead>
          <tr>
            <th scope="col">{t('row')}</th>
            <th scope="col">{t('reason')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((named) => (
            <tr key={named.row}>
              <th scope="row">{named.row}</th>
              <td>{text(named.reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
