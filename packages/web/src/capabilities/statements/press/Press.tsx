import './press.css';
import type { Id } from '@entente/engine';
import { mayPublish } from '@entente/engine/statements';
import { useState } from 'react';
import { useNow, useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Icon } from '../../../kit/icons.tsx';
import { AddressName, PartyMarks } from '../../../kit/Names.tsx';
import { EmptyState, Panel } from '../../../kit/Panel.tsx';
import { Quoted } from '../../../kit/Quoted.tsx';
import { ExactTime, RelativeTime } from '../../../kit/RelativeTime.tsx';
import type { MineProps } from '../../../kit/seat/part.ts';
import { WallList } from '../wall/Wall.tsx';
import { Ahead } from './Ahead.tsx';
import { type Desk, deskAt } from './desk.ts';
import { draftFor, liesWith, linkOf, type OpenDraft, openDrafts } from './drafts.ts';
import { linesNow } from './points.ts';
import { questionsOf, type Standing } from './questions.ts';
import { Tabs } from './Tabs.tsx';

/** The press: for those who speak or clear, their desk, the lines, and the wall where it has no column; for others what was said. */
export function Press(props: MineProps) {
  const { world, me } = useSeat();
  const desk = deskAt(world, me.seat);
  return desk ? <DeskList desk={desk} {...props} /> : <Register {...props} />;
}

const TABS = ['desk', 'lines', 'wall'] as const;
type Tab = (typeof TABS)[number];

function DeskList({ desk, ...props }: MineProps & { readonly desk: Desk }) {
  const t = useWords('press');
  const [tab, show] = useState<Tab>('desk');
  return (
    <Panel className="pr-press" title={t('desk.title')} actions={<span className="dim small">{t('desk.order')}</span>}>
      <Tabs title={t('desk.tabs')} tabs={TABS.map((name) => ({ name, words: t(`tab.${name}`) }))} tab={tab} show={show} />
      {tab === 'desk' && <DeskRows {...props} />}
      {tab === 'lines' && <Lines party={desk.party} {...props} />}
      {tab === 'wall' && <WallList open={props.open} />}
    </Panel>
  );
}

function DeskRows({ selected, open }: MineProps) {
  const t = useWords('press');
  const { world, me } = useSeat();
  const now = useNow();
  const all = questionsOf(world, now);
  const drafts = openDrafts(world);
  const mine = drafts.filter((d) => liesWith(d, me.seat));
  // What lies with this seat stands once, above.
  const isAbove = ({ question }: Standing): boolean => mine.some((d) => linkOf(d.draft, 'answers') === question.id);
  // What is asked at a press conference is answered there.
  const waiting = all.filter((s) => !s.answered && !s.dropped && s.question.queued === undefined && !isAbove(s));
  const settled = all.filter((s) => s.answered || s.dropped);
  const others = drafts.filter((d) => !mine.includes(d) && linkOf(d.draft, 'answers') === undefined);
  return (
    <>
      {mine.length > 0 && (
        <section aria-label={t('desk.toClear')}>
          <h3 className="inbox-group">{t('desk.toClear')}</h3>
          <ul>
            {mine.map((d) => (
              <DraftRow key={d.draft.id} open={open} selected={selected === d.draft.id} at={d} />
            ))}
          </ul>
        </section>
      )}
      <Ahead selected={selected} open={open} />
      {(waiting.length > 0 || mine.length === 0) && (
        <section aria-label={t('desk.questions')}>
          <h3 className="inbox-group">{t('desk.questions')}</h3>
          <ul>
            {waiting.map((s) => (
              <QuestionRow key={s.question.id} standing={s} selected={selected} open={open} />
            ))}
          </ul>
          {waiting.length === 0 && <EmptyState title={t('desk.none')}>{t('desk.noneHelp')}</EmptyState>}
        </section>
      )}
      {others.length > 0 && (
        <section aria-label={t('desk.drafts')}>
          <h3 className="inbox-group">{t('desk.drafts')}</h3>
          <ul>
            {others.map((d) => (
              <DraftRow key={d.draft.id} open={open} selected={selected === d.draft.id} at={d} />
            ))}
          </ul>
        </section>
      )}
      {settled.length > 0 && (
        <details className="pr-fold">
          <summary>
            <span className="grow">{t('desk.settled')}</span> <span className="dim">{settled.length}</span>
          </summary>
          <ul>
            {settled.map((s) => (
              <QuestionRow key={s.question.id} standing={s} selected={selected} open={open} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** A draft without a question, or one that lies with this seat. */
function DraftRow({ at, selected, open }: { readonly at: OpenDraft; readonly selected: boolean; readonly open: (id: Id) => void }) {
  const { world, me } = useSeat();
  const now = useNow();
  const { draft, versions } = at;
  const question = world.statements.questions.get(linkOf(draft, 'answers') ?? '');
  const due = versions.flatMap((v) => v.turns.filter((x) => x.seat === me.seat && v.holders.includes(x.seat)).map((x) => x.due));
  const words = Object.fromEntries(versions.map((v) => [v.language, v.words?.text ?? '']));
  return (
    <li>
      <button type="button" className="pr-row" aria-current={selected || undefined} onClick={() => open(draft.id)}>
        {due.length > 0 && (
          <b>
            <RelativeTime at={Math.min(...due)} now={now} kind="deadline" />
          </b>
        )}
        <span className={`pr-row-words ${selected ? 'strong' : ''}`}>
          <Quoted text={question?.text ?? words} />
        </span>
        <DraftState at={at} />
      </button>
    </li>
  );
}

/** How each language of a draft stands: “English waits for clearance”. */
function DraftState({ at: { draft, versions } }: { readonly at: OpenDraft }) {
  const t = useWords('press');
  const { world, me } = useSeat();
  if (mayPublish(world, draft) === undefined)
    return (
      <span className="small met row">
        <Icon name="check" size={12} /> {t('row.ready')}
      </span>
    );
  return versions.map(({ language, state, holders }) => {
    const key = holders.includes(me.seat) ? 'yours' : state === 'asked' ? 'waits' : state;
    return (
      <span key={language} className="small dim row">
        <Icon name={state === 'cleared' ? 'check' : state === 'asked' ? 'hourglass' : state === 'draft' ? 'write' : 'warning'} size={12} />
        {t(`row.${key}`, { language: t(`language.name.${language}`) })}
      </span>
    );
  });
}

function QuestionRow({
  standing: { question, answered, dropped, missed, jumped },
  selected,
  open,
}: {
  readonly standing: Standing;
  readonly selected: Id | undefined;
  readonly open: (id: Id) => void;
}) {
  const t = useWords('press');
  const now = useNow();
  const { world } = useSeat();
  const { due } = question;
  const draft = draftFor(world, question.id);
  const opens = draft?.draft.id ?? question.id;
  const isHere = selected === opens || selected === question.id;
  return (
    <li>
      <button type="button" className="pr-row" aria-current={isHere || undefined} onClick={() => open(opens)}>
        <span className="row">
          <b>
            {answered ? (
              <span className="met">{t('asked.answered')}</span>
            ) : dropped ? (
              t('asked.setAsideDone')
            ) : due === undefined ? (
              t('asked.open')
            ) : jumped ? (
              t('asked.jumped')
            ) : (
              <RelativeTime at={due} now={now} kind={missed ? 'missed' : 'deadline'} />
            )}
          </b>
          <span className="grow" />
          <span className="small dim">
            {answered ? (
              <ExactTime at={answered.at} />
            ) : (
              due !== undefined && (
                <>
                  {t(missed ? 'asked.due' : 'asked.until')} <ExactTime at={due} />
                </>
              )
            )}
          </span>
        </span>
        <span className={`pr-row-words ${isHere ? 'strong' : ''}`}>
          <Quoted text={question.text} />
        </span>
        <span className="small dim">
          <AddressName address={question.by} />
        </span>
        {draft && <DraftState at={draft} />}
      </button>
    </li>
  );
}

/** Lines that stand: agreed with others first, then one’s own; holding lines and “if asked” answers by their use. */
function Lines({ party }: MineProps & { readonly party: string }) {
  const t = useWords('press');
  const text = useText();
  const { world } = useSeat();
  const now = useNow(60_000);
  const lines = linesNow(world, party, now);
  if (lines.length === 0) return <EmptyState title={t('line.empty')}>{t('line.emptyHelp')}</EmptyState>;
  return (
    <ul>
      {lines.map(({ id, card }) => (
        <li key={id} className="pr-row">
          <span className="row wrap">
            <b>{text(card.name)}</b>
            <span className="grow" />
            <PartyMarks parties={card.agreed} />
          </span>
          <span>
            <Quoted text={card.text} />
          </span>
          <span className="small dim row wrap">
            <Icon name={card.use === 'holding' ? 'hourglass' : card.use === 'if-asked' ? 'question' : 'pin'} size={12} />
            {t(`line.use.${card.use}`)} ·{' '}
            {card.until === undefined ? (
              t('line.standsUntilReplaced')
            ) : (
              <>
                {t('line.standsUntil')} <ExactTime at={card.until} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** For those who neither speak nor clear: everything that was said in public; the wall beside it has the same as it looked. */
function Register({ selected, open }: MineProps) {
  const t = useWords('wall');
  return (
    <Panel className="pr-press" title={t('title')} actions={<span className="dim small">{t('order')}</span>}>
      <Ahead selected={selected} open={open} />
      <WallList open={open} />
    </Panel>
  );
}
