import type { ShapeLook } from '../../../kit/review/part.ts';

const DIAMOND = 'M0-6.5 6.5 0 0 6.5-6.5 0Z';

/** An expected action ◇, ticked or crossed; with two arrows where a jump passed it. */
export function ExpectedShape({ status }: ShapeLook) {
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
  if (status === 'passed') {
    return (
      <>
        <path d={DIAMOND} className="rv-line faint" />
        <path d="M-3.2-2.2-.6 0-3.2 2.2M.6-2.2 3.2 0 .6 2.2" className="rv-passed" />
      </>
    );
  }
  return <path d={DIAMOND} className="rv-line" />;
}
