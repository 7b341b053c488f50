import './Panel.css';
import { type ReactNode, type Ref, useId } from 'react';
import { useWords } from '../i18n/words.ts';
import { Button } from './Button.tsx';
import { Icon } from './icons.tsx';

export interface PanelProps {
  readonly title: ReactNode;
  /** Beside the title: a count, a legend. */
  readonly aside?: ReactNode;
  /** At the right end of the head. */
  readonly actions?: ReactNode;
  /** Stays at the lower edge. */
  readonly foot?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A named part of a screen: a region with a head that stays and a body that scrolls. Hairlines separate; nothing floats. */
export function Panel({ title, aside, actions, foot, className, children }: PanelProps) {
  const id = useId();
  return (
    <section className={`panel ${className ?? ''}`} aria-labelledby={id}>
      <header className="panel-head">
        <h2 id={id}>{title}</h2>
        {aside}
        <span className="grow" />
        {actions}
      </header>
      <ScrollRegion labelledBy={id}>{children}</ScrollRegion>
      {foot && <footer className="panel-foot">{foot}</footer>}
    </section>
  );
}

/** The body of a panel. A scrolling region must be reachable by keyboard (WCAG 2.1.1), so it takes the focus and has a name. */
export function ScrollRegion({
  label,
  labelledBy,
  region,
  children,
}: {
  readonly label?: string | undefined;
  readonly labelledBy?: string | undefined;
  readonly region?: Ref<HTMLDivElement> | undefined;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls, a section would be one landmark too many
    // biome-ignore lint/a11y/noNoninteractiveTabindex: as said above
    <div className="panel-body scroll" ref={region} role="group" aria-label={label} aria-labelledby={labelledBy} tabIndex={0}>
      {children}
    </div>
  );
}

/** Says what will appear here and who makes it appear. */
export function EmptyState({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="strong">{title}</p>
      {children && <p className="dim">{children}</p>}
    </div>
  );
}

/** Says what happened and what to do; `again` tries once more. */
export function ErrorState({
  title,
  children,
  again,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly again?: (() => void) | undefined;
}) {
  const t = useWords('kit');
  return (
    <div className="empty error" role="alert">
      <p className="row strong">
        <Icon name="warning" />
        {title}
      </p>
      {children && <p className="dim">{children}</p>}
      {again && <Button onClick={again}>{t('again')}</Button>}
    </div>
  );
}
