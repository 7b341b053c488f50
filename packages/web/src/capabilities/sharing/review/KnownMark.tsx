import './KnownLanes.css';
import type { KnownMarkKind } from './knownLayout.ts';

/** What a party had to do with an item, drawn round 0,0 and 12 px wide. Shape says what; colour only repeats it. */
export function KnownShape({ kind }: { readonly kind: KnownMarkKind }) {
  switch (kind) {
    case 'held':
      return <path d="M0-6V6" className="rv-k-held" />;
    case 'withheld':
      return (
        <>
          <circle r={4.5} className="rv-line" />
          <path d="M-3.2 3.2 3.2-3.2" className="rv-line" />
        </>
      );
    case 'requested':
    case 'granted':
    case 'conditions':
    case 'withdrawn':
      return <AskedShape kind={kind} />;
    case 'refused':
      return <path d="M-4-4 4 4M4-4-4 4" className="rv-k-refused" />;
    case 'released':
      return <path d="M-4-5.5 5.5 0-4 5.5Z" className="rv-fill" />;
    case 'part':
      return (
        <>
          <path d="M-4-5.5 5.5 0-4 5.5Z" className="rv-line" />
          <path d="M-4 0H5.5L-4 5.5Z" className="rv-fill" />
        </>
      );
    case 'acknowledged':
      return (
        <>
          <circle r={5.5} className="rv-fill" />
          <path d="M-2.6 0-.7 1.9 2.7-1.8" className="rv-sign" />
        </>
      );
    case 'recalled':
      return <path d="M-1-6-4.5-3-1 0M-4.5-3H1.5A3.6 3.6 0 0 1 1.5 4.5H-3" className="rv-k-recalled" />;
    case 'destroyed':
      return (
        <>
          <rect x={-4.5} y={-4.5} width={9} height={9} className="rv-line" />
          <path d="M-4.5-4.5 4.5 4.5M4.5-4.5-4.5 4.5" className="rv-line" />
        </>
      );
    case 'expired':
      return <path d="M-4-5.5H4L-4 5.5H4ZM-5-5.5H5M-5 5.5H5" className="rv-line" />;
    case 'overshared':
      return (
        <>
          <path d="M0-6 6.5 5.5H-6.5Z" className="rv-fill late" />
          <path d="M0-2V2M0 3.6V4" className="rv-sign" />
        </>
      );
    case 'dueHeld':
      return (
        <>
          <path d="M-5.5-5.5H5.5V1L0 6-5.5 1Z" className="rv-fill met" />
          <path d="M-2.6-.8-.6 1.2 2.8-2.6" className="rv-sign" />
        </>
      );
    case 'dueMissed':
      return (
        <>
          <path d="M-5.5-5.5H5.5V1L0 6-5.5 1Z" className="rv-fill late" />
          <path d="M-2.2-3 2.2 1.4M2.2-3-2.2 1.4" className="rv-sign" />
        </>
      );
  }
}

/** Asking, and what became of it: a diamond, filled by a yes. */
function AskedShape({ kind }: { readonly kind: 'requested' | 'granted' | 'conditions' | 'withdrawn' }) {
  return (
    <>
      <path d="M0-5.5 5.5 0 0 5.5-5.5 0Z" className={SHAPED[kind]} />
      {kind === 'granted' && <path d="M-2.2 0-.6 1.6 2.3-1.5" className="rv-sign" />}
      {kind === 'conditions' && <path d="M-2.6 0H-1.8M-.4 0H.4M1.8 0H2.6" className="rv-sign" />}
      {kind === 'withdrawn' && <path d="M-6 0H6" className="rv-line" />}
    </>
  );
}

const SHAPED = {
  requested: 'rv-k-asked',
  granted: 'rv-k-asked filled',
  conditions: 'rv-k-asked filled',
  withdrawn: 'rv-line',
} as const;

/** A mark in a line of text. */
export function KnownIcon({ kind }: { readonly kind: KnownMarkKind }) {
  return (
    <svg width={16} height={16} viewBox="-8 -8 16 16" aria-hidden="true" className="rv-icon">
      <KnownShape kind={kind} />
    </svg>
  );
}
