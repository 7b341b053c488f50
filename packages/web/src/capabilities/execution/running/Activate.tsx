import { clockStatus, type Id, type World } from '@entente/engine';
import { current, delegation, planProblems } from '@entente/engine/consultation';
import { planOf } from '@entente/engine/execution';
import { isSigned } from '@entente/engine/planning';
import { stepsOf } from '@entente/engine/steps';
import { useAct, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Refused } from '../../../kit/Refused.tsx';
import type { BelowProps } from '../../../kit/seat/part.ts';

/** Above the text of a plan, its steps and what agreed it: a chair makes it active once all have agreed; later the way to the plan. */
export function Activate({ line, open }: BelowProps) {
  const t = useWords('running');
  const { world, me } = useSeat();
  const { run, busy, error } = useAct();
  const text = world.consultation.texts.get(textOf(line, world) ?? '');
  const forum = text && world.consultation.forums.get(text.forum);
  if (!text || !forum || stepsOf(current(text).paragraphs).length === 0) return null;
  const plan = planOf(world, text.id);
  if (plan)
    return (
      <p className="px-note row wrap">
        <span>{t('active')}</span>
        <Button size="small" icon="plan" onClick={() => open(plan.id)}>
          {t('toPlan')}
        </Button>
      </p>
    );
  const chairs = forum.card.chairs.filter((p) => delegation(forum, p).includes(me.seat));
  if (!isSigned(world, text.id) || me.kind !== 'player' || chairs.length === 0 || clockStatus(world) === 'ended') return null;
  const [wrong] = planProblems(text, forum).filter((p) => p.grave);
  return (
    <section className="px-note stack" aria-label={t('activate.title')}>
      <h3 className="strong">{t('activate.title')}</h3>
      <p>{t(wrong ? 'activate.unsound' : 'activate.help', { count: stepsOf(current(text).paragraphs).length })}</p>
      <div className="row wrap">
        <Button kind="main" busy={busy} disabled={wrong !== undefined} onClick={() => run({ type: 'ActivatePlan', of: text.id })}>
          {t('activate.go')}
        </Button>
        <Refused words={error} />
      </div>
    </section>
  );
}

/** The text that is read: itself, the steps in it, or a matter on it. */
function textOf(line: BelowProps['line'], world: World): Id | undefined {
  if (line.kind === 'matter') return world.consultation.matters.get(line.id)?.on?.of;
  return line.kind === 'text' || line.kind === 'draft-plan' ? (line.of ?? line.id) : undefined;
}
