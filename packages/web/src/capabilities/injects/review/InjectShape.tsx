import type { ShapeLook } from '../../../kit/review/part.ts';

/** An inject ●, a contingency ○, dashed before its release. */
export function InjectShape({ form, status }: ShapeLook) {
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
