import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { AddressName } from '../Names.tsx';

/** What stands in a cell that has nothing. */
export const NONE = '–';

/** A table of the report; its heads repeat on every page. */
export function Table({
  heads,
  children,
  className = '',
}: {
  readonly heads: readonly string[];
  readonly children: ReactNode;
  readonly className?: string;
}) {
  const t = useWords('report');
  return (
    <table className={`rp-table ${className}`}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" data-col={head}>
              {t(`cols.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

export function Names({ of }: { readonly of: readonly string[] }) {
  return (
    <span className="rp-names">
      {of.map((address) => (
        <AddressName key={address} address={address} />
      ))}
    </span>
  );
}
