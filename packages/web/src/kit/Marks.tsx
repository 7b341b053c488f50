import './Marks.css';
import type { ReactNode } from 'react';

/** Order among the parties gives colour and shape (circle, square, hexagon, diamond); the letter comes from the scenario. Never flags. */
export function PartyMark({
  order,
  letter,
  name,
}: {
  readonly order: number;
  readonly letter: string;
  readonly name?: string | undefined;
}) {
  return (
    <span className={`party p${(order % 4) + 1}`} {...(name ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}>
      {letter}
    </span>
  );
}

/** Outline without fill: an entity of the SimCell, the public: whoever is no party. */
export function OutlineMark({ letter }: { readonly letter: string }) {
  return (
    <span className="party outline" aria-hidden="true">
      {letter}
    </span>
  );
}

/** Control's own mark: a dark word. */
export function ControlMark({ children }: { readonly children: ReactNode }) {
  return <span className="party control">{children}</span>;
}
