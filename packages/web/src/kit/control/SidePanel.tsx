import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from '../Button.tsx';
import { useControl } from './controlContext.ts';

/** The column beside the timeline: what is selected, or what I am writing. It never lies over the picture. */
export function SidePanel({
  title,
  chip,
  foot,
  children,
  focus = false,
}: {
  title: ReactNode;
  chip?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
  focus?: boolean;
}) {
  const { say, open } = useControl();
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  // Opened by a key or a command, the first field takes the focus; Esc gives the timeline back.
  useEffect(() => {
    if (focus) panel.current?.querySelector<HTMLElement>('textarea, input, select')?.focus();
  }, [focus]);
  return (
    <aside
      ref={panel}
      className="ct-panel ct-side"
      aria-labelledby={id}
      onKeyDown={(e) => {
        if (e.key === 'Escape') open(undefined);
      }}
    >
      <header className="ct-head">
        <h2 id={id}>{title}</h2>
        {chip}
        <span className="ct-grow" />
        <IconButton icon="close" size="small" label={say('act.close')} onClick={() => open(undefined)} />
      </header>
      {/* biome-ignore lint/a11y/useSemanticElements: a group that scrolls is no set of fields */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <div className="ct-side-body" tabIndex={0} role="group" aria-labelledby={id}>
        {children}
      </div>
      {foot && <footer className="ct-side-foot">{foot}</footer>}
    </aside>
  );
}
