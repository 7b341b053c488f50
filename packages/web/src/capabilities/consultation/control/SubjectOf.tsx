import { type Decision, subjectOf } from '@entente/engine/consultation';
import { useState } from 'react';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { Choose } from '../../../kit/form/Choose.tsx';
import { useMatterWords } from '../matters/useMatterWords.ts';

/** What a decision was about: lead control may say so later. */
export function SubjectOf({ decision }: { readonly decision: Decision }) {
  const { world, lead, pick } = useControl();
  const { t } = useMatterWords();
  const { subjects } = world.consultation;
  const stood = subjectOf(decision) ?? '';
  const [chosen, choose] = useState(stood);
  if (!lead || subjects.size === 0) return null;
  return (
    <div className="ct-form">
      <Choose
        title={t('detail.subject')}
        help={t('detail.subjectTold')}
        data={[{ value: '', label: t('detail.noSubject') }, ...[...subjects].map(([id, s]) => ({ value: id, label: pick(s.name) }))]}
        value={chosen}
        change={choose}
      />
      {chosen !== stood && (
        <Act command={{ type: 'SetSubject', decision: decision.id, ...(chosen === '' ? {} : { subject: chosen }) }} next>
          {t('detail.setSubject')}
        </Act>
      )}
    </div>
  );
}
