import { lateBy, wasJumped } from '@entente/engine';
import { actsOf, answerAtDue, type Done, dueOf, isLate, partyOfAct, procedureOf, seatOfAct, voidsIn } from '@entente/engine/consultation';
import { useNow, useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Chip } from '../../../kit/Chip.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { AddressMark, AddressName, useNamer } from '../../../kit/Names.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { spanWords } from '../../../kit/relative.ts';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { BeneathWords } from '../../../kit/seat/BeneathWords.tsx';
import { kindOf } from '../matters/needs.ts';
import { isVeiled, positions, type Seen } from './sits.ts';
import { useOrdered, useSeconds } from './useTable.ts';

/** What the side that asks does by asking, by the kind of matter; else it only asks. */
const ASKS: Readonly<Record<string, string>> = {
  consensus: 'asked-joined',
  'ad-referendum': 'asked-agreed',
  notification: 'informs',
  inform: 'informs',
};
/** What is missing of the own side, by the kind of matter; else a position. */
const MISSING: Readonly<Record<string, string>> = { notification: 'unacknowledged', 'ad-referendum': 'unanswered' };

/** What each side says, side by side: the own first where it is missing. */
export function Positions({ at, start }: { readonly at: Seen; readonly start: ((act: string) => void) | undefined }) {
  const t = useWords('table');
  const ordered = useOrdered();
  const { m, member } = at;
  const all = ordered(m.members);
  const missing =
    all.includes(member.party) && last(at, member.party) === undefined && (m.asker !== member.party || isAnew(at, member.party));
  const parties = missing ? [member.party, ...all.filter((p) => p !== member.party)] : all;
  return (
    <section aria-label={t('positions')}>
      <ul className="cs-positions">
        {parties.map((party) => (
          <Position key={party} at={at} party={party} start={start} />
        ))}
      </ul>
    </section>
  );
}

/** What a side has said last, if no new version of the text has asked it again since. */
function last({ matter }: Seen, party: string): Done | undefined {
  const { acts } = procedureOf(matter);
  const said = actsOf(matter).findLast((a) => acts.includes(a.type) && partyOfAct(a) === party);
  return voidsIn(matter).some(({ act }) => act === said) ? undefined : said;
}

/** True if a new version of the text has asked a side again. */
function isAnew({ matter, m }: Seen, party: string): boolean {
  const { renewed, renewsAsker } = procedureOf(matter);
  return renewed !== undefined && (party !== m.asker || renewsAsker === true) && matter.acts.some((a) => a.type === 'new-version');
}

function Position({
  at,
  party,
  start,
}: {
  readonly at: Seen;
  readonly party: string;
  readonly start: ((act: string) => void) | undefined;
}) {
  const t = useWords('table');
  const directory = useDirectoryOrder(party);
  const done = last(at, party);
  const mine = party === at.member.party;
  const asks = party === at.m.asker && !done && !isAnew(at, party);
  return (
    <li className="cs-position" data-party={directory} data-awaited={(mine && !done && !asks && !at.matter.closed) || undefined}>
      <div className="row cs-position-head">
        <AddressMark address={`party:${party}`} />
        <b className="cut">
          <Name party={party} />
        </b>
        {at.m.chairs.includes(party) && <span className="small dim">{t('isChair')}</span>}
        <span className="grow" />
        <When at={at} party={party} done={done} asks={asks} mine={mine} />
      </div>
      {asks && <p className="strong">{t(`stance.${ASKS[kindOf(at.matter)] ?? 'asked'}`)}</p>}
      {done && <Given done={done} />}
      {!done && isAnew(at, party) && <Former at={at} party={party} />}
      {!done && mine && !asks && !at.matter.closed && <Mine at={at} start={start} />}
      {mine && !at.matter.closed && done && start && <Drafts at={at} start={start} />}
    </li>
  );
}

/** What a side had said of an earlier version, and since when it is asked again. */
function Former({ at, party }: { readonly at: Seen; readonly party: string }) {
  const t = useWords('table');
  const seconds = useSeconds();
  const former = voidsIn(at.matter).findLast(({ act }) => partyOfAct(act) === party);
  const anew = at.matter.acts.findLast((a) => a.type === 'new-version');
  if (!anew || (!former && party !== at.m.asker)) return null;
  const stance = former ? former.act.type : 'asked-joined';
  return <p className="small dim">{t('anew.former', { stance: t(`stance.${stance}`), time: seconds(anew.at) })}</p>;
}

function Name({ party }: { readonly party: string }) {
  return useNamer()(`party:${party}`);
}

/** Which of the four colours a party has. */
function useDirectoryOrder(party: string): number {
  const ordered = useOrdered();
  const { world } = useSeat();
  const all = (world.seats.exercise?.parties ?? []).map((p) => p.id);
  return (ordered(all).indexOf(party) % 4) + 1;
}

/** When it came; whether late; that it is awaited. */
function When({
  at,
  party,
  done,
  asks,
  mine,
}: {
  readonly at: Seen;
  readonly party: string;
  readonly done: Done | undefined;
  readonly asks: boolean;
  readonly mine: boolean;
}) {
  const t = useWords('table');
  const kit = useWords('kit');
  const now = useNow();
  const { world } = useSeat();
  const set = dueOf(at.matter);
  // What a jump passed makes nobody late.
  const due = set !== undefined && wasJumped(world, set) ? undefined : set;
  if (asks) return null;
  const isOver = party !== at.m.asker && isLate(at.matter, party, now);
  if (done) {
    const late = isOver ? lateBy(due, answerAtDue(at.matter, party)?.at ?? done.at) : undefined;
    return (
      <span className="row small dim">
        {late !== undefined && <Chip tone="late">{t('late', { span: spanWords(kit, late) })}</Chip>}
        <ExactTime at={done.at} />
      </span>
    );
  }
  if (!mine && isVeiled(at)) return <span className="small dim">{t(at.matter.closed ? 'unshown' : 'veiled')}</span>;
  if (at.matter.closed) return <Chip>{t('never')}</Chip>;
  const overdue = isOver ? lateBy(due, now) : undefined;
  return overdue === undefined ? (
    <Chip tone="soon">{t('awaited')}</Chip>
  ) : (
    <Chip tone="late">{t('late', { span: spanWords(kit, overdue) })}</Chip>
  );
}

function Given({ done }: { readonly done: Done }) {
  const t = useWords('table');
  const seat = seatOfAct(done);
  return (
    <>
      <p className="strong">{t(`stance.${done.type}`)}</p>
      {done.text && (
        <p className="prose">
          <Said text={done.text} /> <NotYet of={[done.text]} />
        </p>
      )}
      {done.text && <BeneathWords of={done.id} />}
      {seat && (
        <p className="small dim">
          <AddressName address={seat} mark={false} />
        </p>
      )}
    </>
  );
}

function Mine({ at, start }: { readonly at: Seen; readonly start: ((act: string) => void) | undefined }) {
  const t = useWords('table');
  return (
    <>
      <p className="strong">{t(`mine.${MISSING[kindOf(at.matter)] ?? 'missing'}`)}</p>
      {!at.consults && !at.watches && <p className="small dim">{t('mine.notYours')}</p>}
      {start && <Drafts at={at} start={start} />}
    </>
  );
}

/** What the own side means to say: before it alone. */
function Drafts({ at, start }: { readonly at: Seen; readonly start: (act: string) => void }) {
  const t = useWords('table');
  const name = useNamer();
  const words = useText();
  const now = useNow(60_000);
  const draft = at.matter.drafts.findLast((d) => d.party === at.member.party && !d.dropped && d.act !== 'no-objection');
  if (!draft) return null;
  return (
    <>
      <p>
        {t('mine.draft', { who: name(draft.by) })} <ExactTime at={draft.at} />
        {': '}
        {t(`stance.${draft.act}`)}
        {draft.text ? ` “${words(draft.text)}”` : ''}
      </p>
      <p className="row small">
        <span className="row dim">
          <Icon name="lock" size={12} /> {t('ours.only', { party: name(`party:${at.member.party}`) })}
        </span>
        <span className="grow" />
        {positions(at, now).length > 0 && (
          <Button size="small" onClick={() => start('useDraft')}>
            {t('mine.use')}
          </Button>
        )}
      </p>
    </>
  );
}
