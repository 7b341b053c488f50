import './tables.css';
import { isPast, isSoon } from '@entente/engine';
import { actsOf, consulted, decisionsOn, dueOf, type Forum, type Matter, partyOfAct, seatOfAct } from '@entente/engine/consultation';
import type { ComponentType } from 'react';
import { useNow } from '../../../connection/SeatProvider.tsx';
import { useWords } from '../../../i18n/words.ts';
import { Chip } from '../../../kit/Chip.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { DetailProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { AddressMark, AddressName } from '../../../kit/Names.tsx';
import { relativeTime, spanWords } from '../../../kit/relative.ts';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { kindOf, subjectNamed, textOf } from '../matters/needs.ts';
import { useMatterWords } from '../matters/useMatterWords.ts';
import { stillNeeded } from './stillNeeded.ts';
import { type OnTable, TextShown } from './TextShown.tsx';
import { matterNamed } from './tablesView.ts';

/** What may be done in a matter, where somebody may. */
export interface MatterActs {
  readonly Acting?: ComponentType<{ readonly matter: Matter }> | undefined;
  readonly OnTable?: OnTable | undefined;
}

/** One matter: until when, who asked what of whom, how its text stands, what was said. */
export function MatterDetail({ id, Acting, OnTable = TextShown }: DetailProps & MatterActs) {
  const { world } = useControl();
  const matter = matterNamed(world, id);
  const forum = matter && world.consultation.forums.get(matter.forum);
  return matter && forum ? <Shown matter={matter} forum={forum} Acting={Acting} OnTable={OnTable} /> : null;
}

function Shown({ matter, forum, Acting, OnTable = TextShown }: MatterActs & { readonly matter: Matter; readonly forum: Forum }) {
  const { world, names, pick } = useControl();
  const { t, letters, seconds, forum: called } = useMatterWords();
  const now = useNow();
  const { card } = matter;
  const text = textOf(world, matter);
  const subject = subjectNamed(matter, forum);
  return (
    <SidePanel title={t('detail.matter')} chip={<MatterChips matter={matter} />}>
      <Until matter={matter} now={now} />
      <p className="ct-small">{stillNeeded(world, matter, now, { t, parties: letters, time: seconds })}</p>
      <h3 className="ct-detail-title">
        <Said text={card.title} /> <NotYet of={[card.title, card.text]} />
      </h3>
      <dl className="ct-facts">
        <dt>{t('detail.askedBy')}</dt>
        <dd>
          <AddressName address={card.by} /> <span className="ct-quiet">{seconds(matter.at)}</span>
          {world.consultation.actedFor.has(matter.id) && <span className="ct-quiet"> {t('cell.didByControl')}</span>}
        </dd>
        <dt>{t('detail.knownTo')}</dt>
        <dd>
          <KnownTo forum={forum} />
        </dd>
        {subject && (
          <>
            <dt>{t('detail.subject')}</dt>
            <dd>{pick(subject)}</dd>
          </>
        )}
      </dl>
      <p className="ct-small">{called(forum.card)}</p>
      <blockquote className="ct-quote">
        <Said text={card.text} />
      </blockquote>
      {card.basis && <p className="ct-small">{t(`detail.says.${card.basis}`, { who: pick(names.party(card.party)?.name) })}</p>}
      {card.shown === 'together' && !matter.closed && <p className="ct-small">{t('detail.together')}</p>}
      <DecisionLines matter={matter} />
      {Acting && <Acting matter={matter} />}
      {text && <OnTable text={text} matter={matter} />}
      <Drafts matter={matter} />
      <History matter={matter} />
    </SidePanel>
  );
}

function MatterChips({ matter }: { readonly matter: Matter }) {
  const { t } = useMatterWords();
  return (
    <>
      <Chip>{t(`kind.${kindOf(matter)}`)}</Chip>
      <LabelChip label={matter.card.label} />
    </>
  );
}

/** The clock of a matter: how long, until when in each capital; of a closed one, how it ended. */
function Until({ matter, now }: { readonly matter: Matter; readonly now: number }) {
  const { t, moment } = useMatterWords();
  const kit = useWords('kit');
  const due = dueOf(matter);
  if (matter.closed)
    return (
      <p className="ct-mt-until">
        <strong>{t(`outcome.${matter.closed.outcome}`)}</strong> {moment(matter.closed.at)}{' '}
        {matter.closed.jumped && <Chip icon="skip">{t('cell.passed')}</Chip>}
      </p>
    );
  if (due === undefined) return <p className="ct-mt-until ct-quiet">{t('tables.noTime')}</p>;
  return (
    <p className="ct-mt-until">
      <strong className={isPast(due, now) ? 'late' : isSoon(due, now) ? 'soon' : ''}>{relativeTime(kit, due, now, 'deadline').text}</strong>
      {t('detail.until', { words: t(`detail.untilWords.${matter.card.procedure}`), moment: moment(due) })}
    </p>
  );
}

function KnownTo({ forum }: { readonly forum: Forum }) {
  const { names, lead, pick } = useControl();
  const { t, ordered, list } = useMatterWords();
  const members = ordered(forum.card.members.map((m) => m.party));
  const others = lead ? names.parties.filter((p) => !members.includes(p.id)) : [];
  return (
    <>
      {members.map((p) => (
        <span key={p} className="ct-mt-known">
          <AddressMark address={`party:${p}`} named />{' '}
          {t('detail.seats', { count: forum.card.members.find((m) => m.party === p)?.seats.length ?? 0 })}{' '}
        </span>
      ))}
      {others.length > 0 && (
        <span className="ct-quiet ct-mt-unknown">{t('detail.unknown', { who: list(others.map((p) => pick(p.name))) })}</span>
      )}
    </>
  );
}

/** The decision of which it informs, and those on which it was to be asked, before or after. */
function DecisionLines({ matter }: { readonly matter: Matter }) {
  const { world, pick, names, select } = useControl();
  const { t } = useMatterWords();
  const kit = useWords('kit');
  const informs = world.consultation.decisions.get(matter.informs?.decision ?? '');
  const on = decisionsOn(world, matter);
  return (
    <>
      {informs && (
        <p className="ct-small">
          {t('detail.informs')}{' '}
          <button type="button" className="ct-rowlink" onClick={() => select({ kind: 'decision', id: informs.id })}>
            {pick(informs.card.title)}
          </button>
        </p>
      )}
      {on.map(({ decision, by }) => (
        <p key={decision.id} className={by === undefined ? 'ct-small' : 'ct-small late'}>
          {t(consulted(world, decision)?.state === 'after' ? 'detail.unasked' : 'detail.before', {
            who: pick(names.party(decision.card.party)?.name),
            span: spanWords(kit, by ?? 0),
          })}{' '}
          <button type="button" className="ct-rowlink" onClick={() => select({ kind: 'decision', id: decision.id })}>
            {pick(decision.card.title)}
          </button>
        </p>
      ))}
    </>
  );
}

/** What sides mean to say, and have not said: each known to its own side and to its control. */
function Drafts({ matter }: { readonly matter: Matter }) {
  const { names, pick, say } = useControl();
  const { t, seconds } = useMatterWords();
  const kept = matter.drafts.filter((d) => !d.dropped);
  if (kept.length === 0) return null;
  return (
    <section aria-label={t('detail.drafts')}>
      <h4 className="ct-eyebrow">{t('detail.drafts')}</h4>
      <ul className="ct-mt-lines">
        {kept.map((d) => (
          <li key={d.id}>
            <span className="ct-num ct-quiet">{seconds(d.at)}</span>
            <span>
              <AddressMark address={`party:${d.party}`} /> {names.say(d.by, pick, say)}: {t(`did.${d.act}`)}{' '}
              <span className="ct-quiet">({t('detail.draftOf', { who: pick(names.party(d.party)?.name) })})</span>
              {d.text && (
                <span className="said">
                  <Said text={d.text} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What happened in it, in order. */
function History({ matter }: { readonly matter: Matter }) {
  const { t, seconds } = useMatterWords();
  const { closed } = matter;
  const acts = actsOf(matter).filter((a) => a.type !== 'new-version');
  const lines = [
    { key: matter.id, at: matter.at, by: matter.card.by as string | undefined, words: t(`cell.asks.${kindOf(matter)}`), text: undefined },
    ...acts.map((a) => ({ key: a.id, at: a.at, by: seatOfAct(a) ?? partyOfAct(a), words: t(`did.${a.type}`), text: a.text })),
    ...matter.prolonged.map((p) => ({
      key: p.src,
      at: p.at,
      by: p.by as string | undefined,
      words: t(p.by === 'control' ? 'detail.carried' : 'detail.prolonged', { time: seconds(p.due) }),
      text: undefined,
    })),
    ...(matter.overdue
      ? [{ key: matter.overdue.src, at: matter.overdue.at, by: undefined, words: t('detail.overdue'), text: undefined }]
      : []),
    ...(closed
      ? [
          {
            key: closed.src,
            at: closed.at,
            by: closed.by,
            words: t('detail.closed', { outcome: t(`outcome.${closed.outcome}`) }),
            text: closed.text,
          },
        ]
      : []),
  ].sort((a, b) => a.at - b.at);
  return (
    <section aria-label={t('detail.history')}>
      <h4 className="ct-eyebrow">{t('detail.history')}</h4>
      <ol className="ct-mt-lines">
        {lines.map((l) => (
          <li key={l.key}>
            <span className="ct-num ct-quiet">{seconds(l.at)}</span>
            <span>
              {l.by && <Who address={l.by} id={l.key} />} {l.words}
              {l.text && (
                <span className="said">
                  <Said text={l.text} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Whose act it was; that control did it stands beside it. */
function Who({ address, id }: { readonly address: string; readonly id: string }) {
  const { world } = useControl();
  const { t } = useMatterWords();
  const hand = world.consultation.actedFor.has(id);
  return (
    <>
      <AddressName address={address} />
      {hand && <span className="ct-quiet"> ({t('cell.didByControl')})</span>}
    </>
  );
}
