import './course.css';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { Figures } from '../../../kit/review/Figures.tsx';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { Scrolling } from '../../../kit/review/tables.tsx';
import { useMatterWords } from '../matters/useMatterWords.ts';
import { CourseChart } from './CourseChart.tsx';
import { CourseShape } from './CourseMark.tsx';
import { type CourseMarkKind, courseOf, sideOfEdition } from './course.ts';
import { MatterTable } from './MatterTable.tsx';
import { consultationSentences } from './sentences.ts';
import { Unasked } from './Unasked.tsx';

/** Who was asked, who agreed: sentences first, then every matter over time or as a list, as the edition tells it at the chosen moment. */
export function AskedTab() {
  const { world, moment, edition, wording, view: chosen, setView } = useReview();
  const review = useWords('review');
  const { t, forum: called } = useMatterWords();
  const side = sideOfEdition(edition, world);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world is one object changed in place; the count says when
  const rows = useMemo(() => courseOf(world, moment.at, side), [world, moment.count, moment.at, side]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const sentences = useMemo(() => consultationSentences(world, wording, side), [world, moment.count, wording, side]);
  const [trouble, onlyTrouble] = useState(false);
  const [forum, choose] = useState('');
  // As in its styles: a phone has the list alone.
  const phone = useMediaQuery('(max-width: 800px)', false, { getInitialValueInEffect: false });
  const view = phone ? 'list' : chosen;
  const forums = [...new Map(rows.map((r) => [r.forum.id, r.forum])).values()];
  const wrong = rows.filter((r) => r.troubles.length > 0);
  const shown = (trouble ? wrong : rows).filter((r) => forum === '' || r.forum.id === forum);
  return (
    <div className="rv-happened rv-course">
      {sentences.length === 0 ? (
        <Figures sentences={[]} empty={t('review.nothing')} />
      ) : (
        sentences.map((line) => <Figures key={line[0]?.key} sentences={line} empty="" />)
      )}
      <div className="rv-tools">
        <fieldset className="rv-set row wrap" aria-label={t('review.show')}>
          <Button size="small" pressed={!trouble} onClick={() => onlyTrouble(false)}>
            {t('review.all', { count: rows.length })}
          </Button>
          <Button size="small" pressed={trouble} onClick={() => onlyTrouble(true)}>
            {t('review.trouble', { count: wrong.length })}
          </Button>
        </fieldset>
        {forums.length > 1 && (
          <Choose
            bare
            title={t('cols.forum')}
            data={[{ value: '', label: t('review.allForums') }, ...forums.map((f) => ({ value: f.id, label: called(f.card) }))]}
            value={forum}
            change={choose}
          />
        )}
        <span className="grow" />
        {!phone && (
          <fieldset className="rv-set row" aria-label={review('knew.view')}>
            {(['timeline', 'list'] as const).map((v) => (
              <Button key={v} size="small" pressed={view === v} onClick={() => setView(v)}>
                {t(`review.${v}`)}
              </Button>
            ))}
          </fieldset>
        )}
      </div>
      {view === 'timeline' && <Legend />}
      <Unasked />
      {shown.length === 0 ? (
        <p className="rv-nothing dim">{t(rows.length === 0 ? 'review.nothing' : 'review.none')}</p>
      ) : view === 'timeline' ? (
        <CourseChart rows={shown} />
      ) : (
        <Scrolling label={t('review.list')}>
          <MatterTable rows={shown} />
        </Scrolling>
      )}
    </div>
  );
}

const SHAPES: readonly CourseMarkKind[] = [
  'asks',
  'answers',
  'abstains',
  'against',
  'deadline',
  'broken',
  'decides',
  'pin',
  'signs',
  'void',
];
const BARS = ['open', 'awaited', 'late', 'silence'] as const;

export function Legend() {
  const { t } = useMatterWords();
  return (
    <ul className="rv-legend rv-c-legend">
      {SHAPES.map((kind) => (
        <li key={kind}>
          <svg width={18} height={18} viewBox="-9 -9 18 18" aria-hidden="true">
            <CourseShape kind={kind} />
          </svg>
          {t(`shape.${kind}`)}
        </li>
      ))}
      {BARS.map((kind) => (
        <li key={kind}>
          <svg width={24} height={12} viewBox="0 -6 24 12" aria-hidden="true">
            {kind === 'silence' ? (
              <path d="M0 -3H24M0 3H24" className="rv-c-silence" />
            ) : (
              <rect x={1} y={-3.5} width={22} height={7} className={`rv-c-bar ${kind}`} />
            )}
          </svg>
          {t(`shape.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
