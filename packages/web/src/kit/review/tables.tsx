import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { AddressName } from '../Names.tsx';
import { useReview } from './reviewContext.ts';

export const NONE = '–';

/** A table whose rows open what is behind them: the title cell holds the button, so that the keyboard gets there too. */
export function Table({ heads, children }: { readonly heads: readonly string[]; readonly children: ReactNode }) {
  const t = useWords('review');
  return (
    <table className="rv-table">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`cols.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

export function Opener({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const { open } = useReview();
  return (
    <button type="button" className="rv-opener" onClick={() => open({ key: id })}>
      {children}
    </button>
  );
}

export function useChosen(): string | undefined {
  const { opened } = useReview();
  return opened && 'key' in opened ? opened.key : undefined;
}

export function Time({ at }: { readonly at: number | undefined }) {
  const { wording } = useReview();
  return <span className="rv-nowrap">{at === undefined ? NONE : wording.time(at)}</span>;
}

export function Names({ of }: { readonly of: readonly string[] }) {
  return (
    <span className="rv-names">
      {of.map((address) => (
        <AddressName key={address} address={address} />
      ))}
    </span>
  );
}

export function Scrolling({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, a section would be one landmark too many
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <div className="rv-scroll scroll" tabIndex={0} role="group" aria-label={label}>
      {children}
    </div>
  );
}
