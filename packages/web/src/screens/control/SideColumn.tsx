import type { ReactNode } from 'react';
import { useOpenMade } from '../../connection/useOpenMade.ts';
import { useControl } from '../../kit/control/controlContext.ts';
import type { Entry } from '../../kit/control/entry.ts';
import { given, useControlParts } from '../../kit/control/part.ts';

interface SideProps {
  readonly hands: ReadonlySet<string>;
  readonly waitsFor: (entry: Entry) => string;
  /** What stands here while nothing is selected; control’s own words if absent. */
  readonly nothing?: string;
  /** What may be done with whatever is selected. */
  readonly foot?: ReactNode;
}

/** One thing at a time beside the timeline: the detail of what is selected, or what I am doing. */
export function SideColumn({ hands, waitsFor, nothing, foot }: SideProps) {
  const { side, say, select, selection } = useControl();
  const parts = useControlParts();
  // Here, since a form is gone by the time its event comes.
  const made = useOpenMade((w, events) => parts.map((part) => part.made?.(w, events)).find((t) => t !== undefined), select);
  if (!side)
    return (
      <aside className="ct-panel ct-side ct-side-empty" aria-label={say('detail.title')}>
        <p className="ct-empty">{nothing ?? say('detail.nothing')}</p>
      </aside>
    );
  if (side.kind !== 'detail') {
    const Panel = given(parts, 'panels', side.kind);
    const key = [side.kind, side.about, side.to?.join(), side.speaker, side.seats?.join()].join(' ');
    return Panel ? <Panel key={key} side={side} made={made} /> : null;
  }
  const Detail = selection && given(parts, 'details', selection.kind);
  if (!selection || !Detail) return null;
  return <Detail key={selection.id} id={selection.id} hand={hands.has(selection.id)} waitsFor={waitsFor} made={made} foot={foot} />;
}
