import { useOpenMade } from '../../connection/index.ts';
import { useControl } from '../../kit/control/controlContext.ts';
import type { Entry } from '../../kit/control/entry.ts';
import { given, useControlParts } from '../../kit/control/part.ts';

/** One thing at a time beside the timeline: the detail of what is selected, or what I am doing. */
export function SideColumn({ hands, waitsFor }: { hands: ReadonlySet<string>; waitsFor: (entry: Entry) => string }) {
  const { side, say, select, selection } = useControl();
  const parts = useControlParts();
  // Here, since a form is gone by the time its event comes.
  const made = useOpenMade((w, events) => parts.map((part) => part.made?.(w, events)).find((t) => t !== undefined), select);
  if (!side)
    return (
      <aside className="ct-panel ct-side ct-side-empty" aria-label={say('detail.title')}>
        <p className="ct-empty">{say('detail.nothing')}</p>
      </aside>
    );
  if (side.kind !== 'detail') {
    const Panel = given(parts, 'panels', side.kind);
    const key = [side.kind, side.about, side.to?.join(), side.speaker, side.seats?.join()].join(' ');
    return Panel ? <Panel key={key} side={side} made={made} /> : null;
  }
  const Detail = selection && given(parts, 'details', selection.kind);
  if (!selection || !Detail) return null;
  return <Detail key={selection.id} id={selection.id} hand={hands.has(selection.id)} waitsFor={waitsFor} made={made} />;
}
