import './table.css';
import { type Id, type Ms, type World, wasJumped } from '@entente/engine';
import {
  actsOf,
  current,
  dueOf,
  type Forum,
  type Matter,
  openBrackets,
  partyOfAct,
  procedureOf,
  proceeding,
  type TableText,
  voidsIn,
} from '@entente/engine/consultation';
import { useNow, useSeat } from '../../../connection/index.ts';
import { usePreferences } from '../../../i18n/preferences.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { momentOf } from '../../../kit/calendar.ts';
import { useDirectory } from '../../../kit/Directory.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { PartyMarks } from '../../../kit/Names.tsx';
import { EmptyState, Panel } from '../../../kit/Panel.tsx';
import { ExactTime, RelativeTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import type { MineProps } from '../../../kit/seat/part.ts';
import { kindOf } from '../matters/needs.ts';
import { isVeiled, placeAt } from './sits.ts';
import { useForumName, useOrdered, useSeconds } from './useTable.ts';

/** What lies on the tables at which this seat sits: matters and texts by forum, the nearest deadline first; what is closed, folded. */
export function Table({ selected, open }: MineProps) {
  const t = useWords('consultation');
  const words = useWords('table');
  const { world } = useSeat();
  const { forums, matters, decisions } = world.consultation;
  const shelves = [...forums.values()]
    .map((forum) => shelf(world, forum))
    .filter((s) => s.matters.length + s.texts.length > 0 || s.forum.card.adHoc === undefined)
    .sort((a, b) => a.nearest - b.nearest);
  const closed = [...matters.values()].filter((m) => m.closed).sort((a, b) => (b.closed?.at ?? 0) - (a.closed?.at ?? 0));
  const { today, earlier } = useDays(closed);
  const quiet = shelves.every((s) => s.matters.length + s.texts.length === 0);
  return (
    <Panel className="cs-table" title={t('place.table')} actions={<span className="dim small">{words('list.order')}</span>}>
      {shelves.map((s) => (
        <section key={s.forum.id} aria-label={words('list.forum')}>
          <ForumHead forum={s.forum} />
          <ul>
            {s.matters.map((m) => (
              <MatterRow key={m.id} matter={m} selected={selected === m.id} open={open} />
            ))}
            {s.texts.map((text) => (
              <TextRow key={text.id} text={text} selected={selected === text.id} open={open} />
            ))}
          </ul>
          {s.matters.length + s.texts.length === 0 && <p className="cs-none small dim">{words('list.none')}</p>}
        </section>
      ))}
      {quiet && closed.length === 0 && <EmptyState title={words('list.empty')}>{words('list.emptyHelp')}</EmptyState>}
      <Fold title={words('list.closedToday')} count={today.length}>
        {today.map((m) => (
          <MatterRow key={m.id} matter={m} selected={selected === m.id} open={open} />
        ))}
      </Fold>
      <Fold title={words('list.closedEarlier')} count={earlier.length}>
        {earlier.map((m) => (
          <MatterRow key={m.id} matter={m} selected={selected === m.id} open={open} />
        ))}
      </Fold>
      <Fold title={words('list.decisions')} count={decisions.size}>
        {[...decisions.values()].reverse().map((d) => (
          <li key={d.id}>
            <button type="button" className="line" aria-current={selected === d.id || undefined} onClick={() => open(d.id)}>
              <span className="line-words">
                <span className="line-title strong">
                  <Said text={d.card.title} />
                </span>
                <span className="row small dim">
                  <ExactTime at={d.at} /> <NotYet of={[d.card.title]} />
                </span>
              </span>
            </button>
          </li>
        ))}
      </Fold>
    </Panel>
  );
}

/** What is closed: on this day of the exercise, and before. */
function useDays(closed: readonly Matter[]) {
  const { start } = useDirectory();
  const { language } = usePreferences();
  const now = useNow(60_000);
  const day = (at: Ms): number => (start ? momentOf(start, at, language).dayNumber : 0);
  const isToday = (m: Matter): boolean => day(m.closed?.at ?? 0) === day(now);
  return { today: closed.filter(isToday), earlier: closed.filter((m) => !isToday(m)) };
}

interface Shelf {
  readonly forum: Forum;
  readonly matters: readonly Matter[];
  /** Texts that no open matter is about. */
  readonly texts: readonly TableText[];
  readonly nearest: Ms;
}
function shelf(world: World, forum: Forum): Shelf {
  const all = [...world.consultation.matters.values()].filter((m) => m.forum === forum.id);
  const due = (m: Matter): Ms => dueOf(m) ?? Number.MAX_SAFE_INTEGER;
  const matters = all.filter((m) => !m.closed).sort((a, b) => due(a) - due(b));
  const texts = [...world.consultation.texts.values()].filter((x) => x.forum === forum.id && !matters.some((m) => m.on?.of === x.id));
  const [first] = matters;
  return { forum, matters, texts, nearest: first ? due(first) : Number.POSITIVE_INFINITY };
}

function ForumHead({ forum }: { readonly forum: Forum }) {
  const name = useForumName();
  const ordered = useOrdered();
  return (
    <h3 className="cs-forum">
      <span className="cut">{name(forum.card)}</span>
      <PartyMarks parties={ordered(forum.card.members.map((m) => m.party))} />
    </h3>
  );
}

interface RowProps {
  readonly selected: boolean;
  readonly open: (id: Id) => void;
}

function MatterRow({ matter, selected, open }: RowProps & { readonly matter: Matter }) {
  const { card, closed } = matter;
  const t = useWords('table');
  const { world } = useSeat();
  const now = useNow();
  const seconds = useSeconds();
  const due = dueOf(matter);
  const count = useCount(matter);
  return (
    <li>
      <button type="button" className="line cs-row" aria-current={selected || undefined} onClick={() => open(matter.id)}>
        <span className="line-words">
          <span className="line-title strong">
            <Said text={card.title} />
          </span>
          <span className="row wrap small dim">
            <span>
              {t(`kind.${kindOf(matter)}`)}
              {!closed && count && ` · ${count}`}
              {closed && (
                <>
                  {' · '}
                  <b>{t(`outcome.${closed.outcome}`)}</b> {seconds(closed.at)}
                </>
              )}
            </span>
            <NotYet of={[card.title]} />
          </span>
        </span>
        {!closed && due !== undefined && (
          <span className="cs-left">
            {wasJumped(world, due) ? <span className="dim">{t('jumped')}</span> : <RelativeTime at={due} now={now} kind="deadline" />}
          </span>
        )}
      </button>
    </li>
  );
}

/** “2 of 3 positions in”; under *together* the chair alone knows. */
function useCount(matter: Matter): string | undefined {
  const { world, me } = useSeat();
  const t = useWords('table');
  const place = placeAt(world, world.consultation.forums.get(matter.forum), me.seat);
  const m = proceeding(world, matter);
  if (!m || !place || isVeiled({ ...place, matter }) || matter.card.procedure === 'silence') return undefined;
  const { acts, renewsAsker } = procedureOf(matter);
  const anew = renewsAsker === true && m.acts.some((a) => a.type === 'new-version');
  const asked = m.members.filter((p) => anew || matter.card.procedure === 'joint-signature' || p !== m.asker);
  // What a new version made void is still to be given.
  const gone = voidsIn(matter).map((v) => v.act);
  const given = actsOf(matter).filter((a) => !gone.includes(a));
  const done = asked.filter((p) => given.some((a) => acts.includes(a.type) && partyOfAct(a) === p));
  return t(`count.${matter.card.procedure}`, { n: done.length, of: asked.length });
}

function TextRow({ text, selected, open }: RowProps & { readonly text: TableText }) {
  const t = useWords('table');
  const words = useText();
  const contested = new Set(openBrackets(text).map((b) => b.wording.paragraph)).size;
  const { version } = current(text);
  return (
    <li>
      <button type="button" className="line cs-row" aria-current={selected || undefined} onClick={() => open(text.id)}>
        <span className="line-words">
          <span className="line-title strong">{words(text.card.title)}</span>
          <span className="row wrap small dim">
            <span>
              {t('version', { n: version })} · {contested > 0 ? t('text.contested', { count: contested }) : t('text.clean')}
            </span>
            <NotYet of={[text.card.title]} />
          </span>
        </span>
      </button>
    </li>
  );
}

function Fold({ title, count, children }: { readonly title: string; readonly count: number; readonly children: React.ReactNode }) {
  if (count === 0) return null;
  return (
    <details className="cs-fold">
      <summary>
        <span className="grow">{title}</span> <span className="dim">{count}</span>{' '}
        <span className="cs-fold-turns">
          <Icon name="forward" size={12} />
        </span>
      </summary>
      <ul>{children}</ul>
    </details>
  );
}
