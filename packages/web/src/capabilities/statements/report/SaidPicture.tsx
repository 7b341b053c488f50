import './said.css';
import type { Report } from '../../../kit/report/model.ts';
import { AlignmentChart } from '../said/AlignmentChart.tsx';
import { Legend } from '../said/Legend.tsx';
import { SceneProvider, useSceneOf } from '../said/scene.ts';
import { sideOfEdition } from '../said/side.ts';

/** The alignment chart on paper, with what its shapes mean. */
export function SaidPicture({ report: { world, events, until, edition } }: { readonly report: Report }) {
  const scene = useSceneOf(world, events.length, until, sideOfEdition(edition, world));
  return (
    <SceneProvider value={scene}>
      <figure className="rp-said">
        <AlignmentChart />
        <Legend />
        {scene.chart.silent.length > 0 && (
          <p className="small dim">{scene.t('review.silent', { topics: scene.list(scene.chart.silent.map(scene.topic)) })}</p>
        )}
      </figure>
    </SceneProvider>
  );
}
