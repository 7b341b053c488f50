import type { Here } from './presenceView.ts';

/** present ●, away ◐, not seated: a dashed ring, played by control: a line, simulated: a ring with a bar. Words stand beside it wherever it is used. */
export function HereDot({ here }: { here: Here }) {
  return (
    <svg width={12} height={12} viewBox="-6 -6 12 12" className="ct-here" aria-hidden="true">
      {here === 'present' && <circle r={4.5} />}
      {here === 'away' && (
        <>
          <circle r={4} className="ring" />
          <path d="M0-4A4 4 0 0 0 0 4Z" />
        </>
      )}
      {here === 'empty' && <circle r={4} className="dashed" />}
      {here === 'simulated' && (
        <>
          <circle r={4} className="ring" />
          <path d="M-2.5 2.5L2.5-2.5" className="ring" />
        </>
      )}
      {here === 'played' && <path d="M-4 0H4" className="ring" />}
    </svg>
  );
}
