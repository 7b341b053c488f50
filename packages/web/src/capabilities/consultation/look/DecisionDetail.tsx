import './tables.css';
import { consulted, type Decision, takenAt } from '@entente/engine/consultation';
import type { ComponentType } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { DetailProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { spanWords } from '../../../kit/relative.ts';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { useMatterWords } from '../matters/useMatterWords.ts';

/** One decision: who took it when, under which authority, after asking whom. */
export function DecisionDetail({ id, Subject }: DetailProps & { readonly Subject?: ComponentType<{ readonly decision: Decision }> }) {
  const { world, pick, select } = useControl();
  const { t, moment, time } = useMatterWords();
  const decision = world.consultation.decisions.get(id);
  if (!decision) return null;
  const { card, at, rests } = decision;
  return (
    <SidePanel title={t('detail.decision')}>
      <p className="ct-when">
        {moment(takenAt(decision))}
        {card.happened !== undefined && <span className="ct-quiet"> · {t('detail.recorded', { time: time(at) })}</span>}
      </p>
      <h3 className="ct-detail-title">
        <Said text={card.title} /> <NotYet of={[card.title, card.text]} />
      </h3>
      <Consultation decision={decision} />
      <p>
        <AddressName address={card.by} withParty />
      </p>
      <blockquote className="ct-quote">
        <Said text={card.text} />
      </blockquote>
      {card.authority && (
        <p className="ct-small">
          {t('detail.authority')}: <Said text={card.authority} />
        </p>
      )}
      {rests.length > 0 && (
        <ul className="ct-why">
          {rests.map((r) => (
            <li key={r.matter}>
              {t('detail.after')}{' '}
              <button type="button" className="ct-rowlink" onClick={() => select({ kind: 'matter', id: r.matter })}>
                {pick(world.consultation.matters.get(r.matter)?.card.title)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {Subject && <Subject decision={decision} />}
    </SidePanel>
  );
}

/** Whether those who were to be asked first were. */
function Consultation({ decision }: { readonly decision: Decision }) {
  const { world, names, pick } = useControl();
  const { t } = useMatterWords();
  const kit = useWords('kit');
  const due = consulted(world, decision);
  if (!due) return null;
  const key = { before: 'before', after: 'unasked', never: 'never' }[due.state];
  return (
    <p className={due.state === 'before' ? 'ct-small met' : 'ct-small late'}>
      {t(`detail.${key}`, { who: pick(names.party(decision.card.party)?.name), span: spanWords(kit, due.by ?? 0) })}
    </p>
  );
}
