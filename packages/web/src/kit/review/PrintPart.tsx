import type { ReactNode } from 'react';

/** A part of the printed sheet. */
export function PrintPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2 className="read">{title}</h2>
      {children}
    </section>
  );
}
