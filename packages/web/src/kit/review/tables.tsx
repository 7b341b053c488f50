import { type ReactNode, useRef } from 'react';
import { useWords } from '../../i18n/words.ts';
import { AddressName } from '../Names.tsx';
import { SaveTable } from '../sheet/SaveTable.tsx';
import { textsOf } from '../sheet/save.ts';
import { shortened } from './eventWords.ts';
import { useReview } from './reviewContext.ts';

export const NONE = '–';

/** A table whose rows open what is behind them: the title cell holds the button, so that the keyboard gets there too. */
export function Table({ heads, children }: { readonly heads: readonly string[]; readonly children: ReactNode }) {
  const t = useWords('review');
  return (
    <Saved>
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
    </Saved>
  );
}

/** A table that can be saved as it stands. */
export function Saved({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const save = useSave(() => [...(box.current?.querySelector('table')?.rows ?? [])].map(textsOf));
  return (
    <div ref={box} className="rv-saved">
      {save}
      {children}
    </div>
  );
}

/** The button that saves rows of texts of the tab that is open. */
export function useSave(rows: () => readonly (readonly string[])[]): ReactNode {
  const { tab, edition } = useReview();
  const t = useWords('review');
  return <SaveTable file={`${tab}-${edition.replace(':', '-')}`} grid={() => ({ name: t(`tabs.${tab}`), rows: rows() })} />;
}

/** A cell with more to say than there is room for: shortened here, and whole in a file. */
export function Short({ text, most }: { readonly text: string; readonly most: number }) {
  const short = shortened(text, most);
  return <span data-whole={short === text ? undefined : text}>{short}</span>;
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
