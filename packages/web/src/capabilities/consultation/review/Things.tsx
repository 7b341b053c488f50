import { rosterOfWorld } from '@entente/engine';
import { consulted, decisionsOn, dueOf, takenAt } from '@entente/engine/consultation';
import { type ReactNode, useMemo } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { Chip } from '../../../kit/Chip.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { AddressName, PartyMarks } from '../../../kit/Names.tsx';
import { lengthWords } from '../../../kit/review/length.ts';
import { useReview } from '../../../kit/review/reviewContext.ts';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { kindOf, textOf, versionOf } from '../matters/needs.ts';
import { useMatterWords } from '../matters/useMatterWords.ts';
import { courseOf, sideOfEdition } from './course.ts';
import { Outcome } from './MatterCells.tsx';
import { useLaneWords } from './useLaneWords.ts';

/** One matter: the question, in which forum, how it ended, and how each party stood in it. */
export function MatterThing({ id }: { readonly id: string }) {
  const { whole, edition, end, wording } = useReview();
  const { t, forum, ordered, time, version } = useMatterWords();
  const say = useLaneWords(whole);
  const row = useMemo(() => courseOf(whole, end, sideOfEdition(edition, whole)).find((r) => r.matter.id === id), [whole, end, edition, id]);
  if (!row) return null;
  const { matter } = row;
  const { card } = matter;
  const due = dueOf(matter);
  const text = textOf(whole, matter);
  const asked = versionOf(whole, matter);
  return (
    <div className="stack rv-thing">
      <div className="row wrap">
        <Chip>{t(`kind.${kindOf(matter)}`)}</Chip>
        <LabelChip label={card.label} />
      </div>
      <h3 className="read strong">
        <Said text={card.title} />
        {version(row.version)}
      </h3>
      <NotYet of={[card.title, card.text]} />
      <p className="small">
        {forum(row.forum.card)} <PartyMarks parties={ordered(row.forum.card.members.map((m) => m.party))} />
      </p>
      <p className="small">
        <Outcome row={row} took />
        {due !== undefined && <span className="dim"> · {t('review.due', { time: time(due) })}</span>}
      </p>
      <Before matter={matter.id} />
      <div className="row wrap small">
        <AddressName address={card.by} withParty />
      </div>
      <p className="rv-quote">
        <Said text={card.text} />
      </p>
      <ul className="small">
        {row.lanes.map((lane) => {
          const said = say(row, lane);
          return (
            <li key={lane.party} className={said.late ? 'late' : ''}>
              {said.text}
              {lane.standing?.acts.map((a) => a.text && <Words key={a.id}>{<Said text={a.text} />}</Words>)}
              {lane.standing?.said.map((a) => a.text && <Words key={a.id}>{<Said text={a.text} />}</Words>)}
            </li>
          );
        })}
      </ul>
      {matter.closed?.text && (
        <Words>
          <Said text={matter.closed.text} />
        </Words>
      )}
      {text && asked && (
        <ol className="small rv-c-text" aria-label={wording.pick(text.card.title)}>
          {asked.paragraphs.map((p) => (
            <li key={p.id}>
              <Said text={p.text} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

const Words = ({ children }: { readonly children: ReactNode }) => <span className="rv-under rv-c-words">{children}</span>;

/** The decisions for which it was to be asked: by how much after, or that it was asked before. */
function Before({ matter: id }: { readonly matter: string }) {
  const { whole, wording, open } = useReview();
  const { t } = useMatterWords();
  const kit = useWords('kit');
  const matter = whole.consultation.matters.get(id);
  if (!matter) return null;
  return decisionsOn(whole, matter).map(({ decision, by }) => (
    <p key={decision.id} className={by === undefined ? 'small met' : 'late strong'}>
      {t(by === undefined ? 'detail.before' : 'detail.unasked', {
        who: wording.who(`party:${decision.card.party}`),
        span: lengthWords(kit, by ?? 0),
      })}{' '}
      <button type="button" className="rv-figure" onClick={() => open({ key: `decision:${decision.id}` })}>
        {wording.pick(decision.card.title)}
      </button>
    </p>
  ));
}

/** One decision: who took it when, under which authority, and whether those who were to be asked first were. */
export function DecisionThing({ id }: { readonly id: string }) {
  const { whole, wording } = useReview();
  const { t, time } = useMatterWords();
  const kit = useWords('kit');
  const decision = whole.consultation.decisions.get(id);
  if (!decision) return null;
  const { card, at } = decision;
  const due = consulted(whole, decision);
  const roster = rosterOfWorld(whole);
  return (
    <div className="stack rv-thing">
      <div className="row wrap">
        <Chip>{t('detail.decision')}</Chip>
        <span className="dim small">{time(takenAt(decision))}</span>
        {card.happened !== undefined && <span className="dim small">{t('detail.recorded', { time: time(at) })}</span>}
      </div>
      <h3 className="read strong">
        <Said text={card.title} />
      </h3>
      <NotYet of={[card.title, card.text]} />
      {due && (
        <p className={due.state === 'before' ? 'small met' : 'late strong'}>
          {t(`detail.${{ before: 'before', after: 'unasked', never: 'never' }[due.state]}`, {
            who: wording.who(`party:${card.party}`),
            span: lengthWords(kit, due.by ?? 0),
          })}
        </p>
      )}
      <div className="row wrap small">
        <AddressName address={card.by} withParty={roster !== undefined} />
      </div>
      <p className="rv-quote">
        <Said text={card.text} />
      </p>
      {card.authority && (
        <p className="small">
          <span className="dim">{t('detail.authority')}</span> <Said text={card.authority} />
        </p>
      )}
    </div>
  );
}
