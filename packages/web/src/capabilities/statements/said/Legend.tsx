import './said.css';
import './chart.css';
import type { ReactNode } from 'react';
import { Hatches, SaidIcon } from './Shapes.tsx';
import { useScene } from './scene.ts';

/** What the shapes and lines mean, each beside its word. */
export function Legend() {
  const { t } = useScene();
  const says = (key: string): string => t(`review.legend.${key}`);
  return (
    <ul className="rv-legend sd-legend">
      {(['affirmed', 'denied', 'open', 'uncoded'] as const).map((stance) => (
        <li key={stance}>
          <SaidIcon form="bubble" stance={stance} /> {says(stance)}
        </li>
      ))}
      <li>
        <SaidIcon form="sheet" stance="affirmed" /> {says('sheet')}
      </li>
      <Line name={says('agreed')}>
        <path d="M1 0H23" className="sd-agreed affirmed" />
      </Line>
      <Line name={says('repeated')}>
        <Hatches />
        <rect x={1} y={-3} width={22} height={6} className="sd-bar repeated" fill="url(#sd-hatch)" />
      </Line>
      <Line name={says('ambiguous')}>
        <path d="M1 0H23" className="sd-key ambiguous" />
      </Line>
      <Line name={says('contradictory')}>
        <path d="M4 0H23" className="sd-key contradictory" />
        <circle cx={4} r={4} className="sd-dot" />
      </Line>
      <Line name={says('repairs')}>
        <g className="sd-repair">
          <path d="M3 0H23M9 -4L3 0L9 4" />
        </g>
      </Line>
    </ul>
  );
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <li>
      <svg width={24} height={14} viewBox="0 -7 24 14" aria-hidden="true">
        {children}
      </svg>{' '}
      {name}
    </li>
  );
}
