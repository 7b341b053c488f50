import type { CourseMarkKind } from './course.ts';

/** The shapes of the chart *Who was asked, who agreed?*, each drawn around 0,0 within 8 px. Shape says what; red only repeats it. */
export function CourseShape({ kind }: { readonly kind: CourseMarkKind }) {
  switch (kind) {
    case 'asks':
    case 'asksLate':
      return (
        <g className={kind === 'asksLate' ? 'rv-c-asks late' : 'rv-c-asks'}>
          <circle r={6.5} />
          <text y={4} textAnchor="middle">
            ?
          </text>
        </g>
      );
    case 'answers':
      return <Disc path="M-3 0L-1 2.5L3 -2.5" />;
    case 'abstains':
      return <Disc path="M-3 0H3" />;
    case 'against':
      return <Disc path="M-2.5 -2.5L2.5 2.5M2.5 -2.5L-2.5 2.5" late />;
    case 'broken':
      return <path d="M2 -8L-3 1H2L-2 8" className="rv-c-broken" />;
    case 'decides':
      return <rect x={-5} y={-5} width={10} height={10} className="rv-c-decides" />;
    case 'pin':
      return <path d="M-3 -6H3M-2 -6V-1L-4 2H4L2 -1V-6M0 2V7" className="rv-c-pin" />;
    case 'signs':
      return <Pen />;
    case 'void':
      return (
        <g className="rv-c-void">
          <rect x={-6.5} y={-6.5} width={13} height={13} rx={2} />
          <path d="M-6 6L6 -6" />
        </g>
      );
    case 'deadline':
      return <path d="M-3 -7H3M0 -7V7M-3 7H3" className="rv-c-deadline" />;
  }
}

function Disc({ path, late = false }: { readonly path: string; readonly late?: boolean }) {
  return (
    <g className={late ? 'rv-c-disc late' : 'rv-c-disc'}>
      <circle r={6} />
      <path d={path} />
    </g>
  );
}

function Pen() {
  return (
    <g className="rv-c-signs">
      <rect x={-6.5} y={-6.5} width={13} height={13} rx={2} />
      <path d="M-3.5 3.5L-3 1L2 -4L4 -2L-1 3Z" />
    </g>
  );
}
