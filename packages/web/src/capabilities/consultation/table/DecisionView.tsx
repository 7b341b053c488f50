import './table.css';
import { consulted, subjectOf, takenAt } from '@entente/engine/consultation';
import { useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Chip } from '../../../kit/Chip.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { spanWords } from '../../../kit/relative.ts';
import { NotYet, Said } from '../../../kit/Said.tsx';
import type { ReadProps } from '../../../kit/seat/part.ts';
import { useAnyForum } from './useTable.ts';

/** A decision on the record: who decided what, under which authority, after consulting whom, and whether that was due. */
export function DecisionView({ line, open, children }: ReadProps) {
  const { world } = useSeat();
  const t = useWords('table');
  const text = useText();
  const decision = world.consultation.decisions.get(line.id);
  if (!decision) return null;
  const { card } = decision;
  const { forums, matters } = world.consultation;
  const subject = subjectOf(decision);
  const subjectName = [...forums.values()].flatMap((f) => f.card.subjects).find((s) => s.id === subject)?.name;
  const after = decision.rests.flatMap((r) => matters.get(r.matter) ?? []);
  const informed = [...matters.values()].filter((m) => m.informs?.decision === decision.id);
  return (
    <div className="cs-matter">
      <div className="cs-body">
        <header>
          <div className="row wrap cs-head small">
            <Chip icon="gavel">{t('kind.decision')}</Chip>
            {subjectName && <span className="dim">{text(subjectName)}</span>}
            <span className="grow" />
            <span className="row wrap dim">
              {t('decide.takenAt')} <ExactTime at={takenAt(decision)} /> <AddressName address={card.by} />
            </span>
          </div>
          <h2 className="title">
            <Said text={card.title} />
          </h2>
          <NotYet of={[card.title, card.text]} />
        </header>
        {text(card.text).trim() !== text(card.title).trim() && (
          <div className="letter-text read">
            <Said text={card.text} />
          </div>
        )}
        <dl className="letter-head">
          {card.authority && (
            <>
              <dt>{t('decide.authority')}</dt>
              <dd>
                <Said text={card.authority} />
              </dd>
            </>
          )}
          <dt>{t('decide.to')}</dt>
          <dd className="row wrap">
            {decision.to.map((a) => (
              <AddressName key={a} address={a} />
            ))}
          </dd>
        </dl>
        <Due decision={decision} />
        {[...after, ...informed].map((m) => (
          <button key={m.id} type="button" className="letter-about" onClick={() => open(m.id)}>
            <span className="dim">{t(after.includes(m) ? 'decide.afterThis' : 'decide.informedBy')}</span>{' '}
            <b>
              <Said text={m.card.title} />
            </b>
          </button>
        ))}
        {children}
      </div>
    </div>
  );
}

/** Whether a forum was to be asked first, and was. */
function Due({ decision }: { readonly decision: Parameters<typeof consulted>[1] }) {
  const { world } = useSeat();
  const t = useWords('table');
  const kit = useWords('kit');
  const anyOf = useAnyForum();
  const found = consulted(world, decision);
  if (!found) return null;
  const { forums, matters } = world.consultation;
  // Of those that were to be asked one is enough: the one that was, else any.
  const asked = matters.get(found.matter ?? '')?.forum;
  const who = (asked === undefined ? found.forums : [asked]).flatMap((id) => forums.get(id) ?? []);
  return (
    <p>
      <Chip tone={found.state === 'before' ? 'met' : 'late'}>
        {t(`due.${found.state}`, { who: anyOf(who), span: found.by === undefined ? '' : spanWords(kit, found.by) })}
      </Chip>
    </p>
  );
}
