import { rollFor } from '@entente/engine';
import { useWords } from '../../../i18n/words.ts';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';

/** The last roll-call, until whoever sits here has answered it. */
export function RollAsked() {
  const { world, viewer, ended } = useControl();
  const t = useWords('seats');
  const roll = rollFor(world, viewer.address);
  // After ENDEX nobody answers any more: what would be refused is not asked.
  if (ended || !roll || roll.answers.has(viewer.address)) return null;
  return (
    <div role="status" className="ct-box ct-roll">
      <strong>{t('roll.title')}</strong>
      <Act size="normal" next command={{ type: 'AnswerRoll', roll: roll.id }}>
        {t('roll.here')}
      </Act>
    </div>
  );
}
