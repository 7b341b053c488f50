import { useControl } from './controlContext.ts';
import { numbers } from './entry.ts';
import type { Target } from './happening.ts';
import { useControlParts } from './part.ts';

/** A thing by its name, which opens it: a line of the MSEL, or what its capability calls it. */
export function Called({ id }: { readonly id: string }) {
  const { entries, world, select, pick } = useControl();
  const parts = useControlParts();
  const entry = entries.find((e) => e.id === id);
  const called = entry
    ? { number: numbers(entry), title: entry.title, target: { kind: entry.target ?? entry.kind, id } satisfies Target }
    : parts.map((part) => part.called?.(world, id)).find((c) => c !== undefined);
  if (!called) return null;
  const words = `${called.number} ${pick(called.title)}`.trim();
  const { target } = called;
  if (!target) return <span>{words}</span>;
  return (
    <button type="button" className="ct-rowlink" onClick={() => select(target)}>
      {words}
    </button>
  );
}
