import { KnownShape } from '../../../capabilities/sharing/review/KnownMark.tsx';
import type { KnownMarkKind } from '../../../capabilities/sharing/review/knownLayout.ts';
import type { Mark } from './timeline.ts';

/** Purposes of messages that settle something; they are drawn as decisions. */
export function isDecisive(purpose: string): boolean {
  return ['decide', 'announce', 'agree', 'decline'].includes(purpose);
}

/** Shape says what: inject ●, contingency ○, expected action ◇, decision ■, message a bubble, item released ▶, asked for ◇, clock a bar, people a head. Colour only repeats it. */
export function MarkShape({ mark }: { readonly mark: Pick<Mark, 'kind' | 'form' | 'status'> }) {
  switch (mark.kind) {
    case 'inject':
      return <Inject form={mark.form} status={mark.status} />;
    case 'expected':
      return <Expected status={mark.status} />;
    case 'message':
      return isDecisive(mark.form) ? (
        <rect x={-5} y={-5} width={10} height={10} className="rv-fill" />
      ) : (
        <path d="M-5.5-4.5H5.5V2.5H-1L-4 5V2.5H-5.5Z" className="rv-line" />
      );
    case 'sharing':
      return <KnownShape kind={mark.form as KnownMarkKind} />;
    case 'clock':
      return <path d="M-1.5-7V7M1.5-7V7" className="rv-line" />;
    case 'people':
      return <path d="M0-1.2A2.6 2.6 0 1 0 0-6.4 2.6 2.6 0 0 0 0-1.2ZM-5 6C-5 2.6-3 .8 0 .8S5 2.6 5 6" className="rv-line" />;
  }
}

function Inject({ form, status }: { readonly form: string; readonly status: string | undefined }) {
  if (status === 'skipped' || status === 'lapsed') {
    return (
      <>
        <circle r={4.5} className="rv-line faint" />
        <path d="M-6 6 6-6" className="rv-line faint" />
      </>
    );
  }
  if (status !== 'released') return <circle r={4.5} className="rv-line waits" />;
  return form === 'contingency' ? <circle r={4} className="rv-line strong" /> : <circle r={5} className="rv-fill" />;
}

const DIAMOND = 'M0-6.5 6.5 0 0 6.5-6.5 0Z';

function Expected({ status }: { readonly status: string | undefined }) {
  if (status === 'met' || status === 'late' || status === 'partly') {
    return (
      <>
        <path d={DIAMOND} className={status === 'met' ? 'rv-fill met' : 'rv-fill soon'} />
        <path d={status === 'partly' ? 'M-2.5 0H2.5' : 'M-2.6 0-.6 2 2.8-1.8'} className="rv-sign" />
      </>
    );
  }
  if (status === 'missed' || status === 'not') {
    return (
      <>
        <path d={DIAMOND} className="rv-fill late" />
        <path d="M-2-2 2 2M2-2-2 2" className="rv-sign" />
      </>
    );
  }
  return <path d={DIAMOND} className="rv-line" />;
}

/** A mark in a line of text. */
export function MarkIcon({ mark }: { readonly mark: Pick<Mark, 'kind' | 'form' | 'status'> }) {
  return (
    <svg width={18} height={18} viewBox="-9 -9 18 18" aria-hidden="true" className="rv-icon">
      <MarkShape mark={mark} />
    </svg>
  );
}
