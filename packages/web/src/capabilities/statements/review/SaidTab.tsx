import '../said/said.css';
import './tab.css';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { Button } from '../../../kit/Button.tsx';
import { Figures } from '../../../kit/review/Figures.tsx';
import { Scrolling } from '../../../kit/review/tables.tsx';
import { AlignmentChart } from '../said/AlignmentChart.tsx';
import { Legend } from '../said/Legend.tsx';
import { SceneProvider } from '../said/scene.ts';
import { Chains } from './Chains.tsx';
import { Findings } from './Findings.tsx';
import { SaidList } from './SaidList.tsx';
import { saidSentences } from './sentences.ts';
import { useReviewScene } from './useReviewScene.ts';

const VIEWS = ['topics', 'chains', 'list'] as const;

/** What was said: where the parties parted and what closed it, first in sentences, then over time, as chains of corrections, or as a list. */
export function SaidTab() {
  const scene = useReviewScene('moment');
  const [chosen, choose] = useState<(typeof VIEWS)[number]>('topics');
  // A phone has no room for lanes: the same by topic, one below the other.
  const phone = useMediaQuery('(max-width: 800px)', false, { getInitialValueInEffect: false });
  const { t, chart, look, topic, list } = scene;
  const view = phone && chosen === 'topics' ? 'list' : chosen;
  const lines = saidSentences(scene);
  const empty = look.things.length === 0 && look.lines.length === 0;
  return (
    <SceneProvider value={scene}>
      <div className="rv-happened rv-said">
        {lines.length === 0 ? (
          <Figures sentences={[]} empty={t('review.nothing')} />
        ) : (
          lines.map((line) => <Figures key={line[0]?.key} sentences={line} empty="" />)
        )}
        <Findings />
        {!empty && (
          <div className="rv-tools">
            <fieldset className="rv-set row" aria-label={t('review.show')}>
              {VIEWS.filter((v) => !phone || v !== 'topics').map((v) => (
                <Button key={v} size="small" pressed={view === v} onClick={() => choose(v)}>
                  {t(`review.${v}`)}
                </Button>
              ))}
            </fieldset>
            {view === 'topics' && <Legend />}
          </div>
        )}
        {!empty && (
          <Scrolling label={t('review.chart')}>
            {view === 'topics' ? <AlignmentChart /> : view === 'chains' ? <Chains /> : <SaidList />}
            {view === 'topics' && chart.uncoded.length === 0 && chart.silent.length > 0 && (
              <p className="small dim sd-silent">{t('review.silent', { topics: list(chart.silent.map(topic)) })}</p>
            )}
          </Scrolling>
        )}
      </div>
    </SceneProvider>
  );
}
