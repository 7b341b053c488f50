import { rosterOfWorld } from '@entente/engine';
import { openBrackets, procedureOf, type Standing, seatOfAct, type TableText, takenAt } from '@entente/engine/consultation';
import { useWords } from '../../../i18n/words.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { spanWords } from '../../../kit/relative.ts';
import { kindOf } from '../matters/needs.ts';
import { useMatterWords } from '../matters/useMatterWords.ts';
import type { MatterRow } from './tablesView.ts';

interface CellProps {
  readonly row: MatterRow;
  readonly party: string;
  readonly now: number;
}

/** How one party stands in a matter, in two lines. */
export function PartyCell({ row, party, now }: CellProps) {
  const standing = row.standings.find((s) => s.party === party);
  return standing ? <Stands row={row} standing={standing} now={now} /> : <NoMember party={party} />;
}

/** How one party stands in a text that no matter is about. */
export function TextCell({ text, party, member }: { readonly text: TableText; readonly party: string; readonly member: boolean }) {
  const { world } = useControl();
  const { t, time } = useMatterWords();
  if (!member) return <NoMember party={party} />;
  const tabled = text.card.party === party;
  const own = openBrackets(text).filter((b) => b.party === party);
  const hand = (tabled && world.consultation.actedFor.has(text.id)) || own.some((b) => world.consultation.actedFor.has(b.id));
  return (
    <>
      {tabled && <strong>{t('cell.tabled', { time: time(text.at) })}</strong>}
      {own.length > 0 && <span className={tabled ? 'ct-tb-under' : ''}>{t('cell.ownBrackets', { count: own.length })}</span>}
      {hand && <span className="ct-tb-under">{t('cell.didByControl')}</span>}
    </>
  );
}

function NoMember({ party }: { readonly party: string }) {
  const { lead, names, pick } = useControl();
  const { t } = useMatterWords();
  // What a party’s own controllers are not told is not drawn either: they see who sits here, and that is all.
  if (!lead) return <span className="ct-quiet">{t('tables.noMember')}</span>;
  return (
    <span className="ct-tb-unknown">{t('tables.unknownTo', { party: names.party(party)?.letter ?? pick(names.party(party)?.name) })}</span>
  );
}

function Stands({ row, standing, now }: { readonly row: MatterRow; readonly standing: Standing; readonly now: number }) {
  const said = useStanding(row, standing, now);
  return (
    <>
      <strong className={said.tone ?? ''}>{said.first}</strong>
      {said.second && <span className={`ct-tb-under ${said.under ?? ''}`}>{said.second}</span>}
      {said.more && <span className="ct-tb-under">{said.more}</span>}
    </>
  );
}

interface SaidOf {
  readonly first: string;
  readonly tone?: 'late' | 'soon' | undefined;
  readonly second?: string | undefined;
  readonly under?: 'late' | undefined;
  readonly more?: string | undefined;
}

function useStanding({ matter, troubles }: MatterRow, standing: Standing, now: number): SaidOf {
  const { world, lead } = useControl();
  const { t, time } = useMatterWords();
  const kit = useWords('kit');
  const { party, acts, said, voids, asks, lateBy, passed, awaited, veiled, unnamed } = standing;
  const { procedure } = matter.card;
  const more = said.length > 0 ? t(`cell.said.${said.at(-1)?.type}`) : undefined;
  const last = acts.at(-1);
  const unasked = troubles.find((x) => x.kind === 'unasked' && x.party === party);
  if (unasked && asks) {
    const decision = 'decision' in unasked ? world.consultation.decisions.get(unasked.decision) : undefined;
    const at = decision ? time(takenAt(decision)) : '';
    return {
      first: t('cell.decided', { time: at }),
      tone: 'late',
      second: t('cell.askedAt', { time: time(matter.at) }),
      under: 'late',
      more,
    };
  }
  if (veiled) return { first: matter.closed ? t('cell.unshown') : t('cell.veiled') };
  if (last && !voids.some((v) => v.act.id === last.id)) {
    const hand = world.consultation.actedFor.has(last.id) ? t('cell.didByControl') : undefined;
    const by = seatOfAct(last) === undefined ? undefined : time(last.at);
    const late = lateBy === undefined ? undefined : t('cell.late', { span: spanWords(kit, lateBy) });
    const breaks = ['object', 'amend', 'refuse', 'decline'].includes(last.type);
    return {
      first: `${t(`did.${last.type}`)} ${by ?? time(last.at)}`,
      tone: late || breaks ? 'late' : undefined,
      second: late ?? (passed ? t('cell.passed') : hand),
      under: late ? 'late' : undefined,
      more,
    };
  }
  const signs = procedure === 'joint-signature';
  if (signs && voids.length > 0) return { first: t('cell.void'), tone: 'late', second: time(voids.at(-1)?.at ?? now), more };
  // Who asked for consensus has joined by it, until a new version asks it, too.
  const again = voids.length > 0 || (asks && procedureOf(matter).renewsAsker === true);
  const anew = again ? matter.acts.findLast((a) => a.type === 'new-version') : undefined;
  if (anew) return { first: t('cell.anew'), tone: matter.closed ? undefined : 'soon', second: time(anew.at), more };
  if (procedure === 'silence') {
    const first = asks
      ? `${t('cell.asks.silence')} ${time(matter.at)}`
      : t(matter.closed?.outcome === 'adopted' ? 'cell.held' : unnamed ? 'cell.unnamed' : 'cell.silent');
    const hand = asks && world.consultation.actedFor.has(matter.id);
    return { first, second: hand ? t('cell.didByControl') : matter.closed || asks ? undefined : t('cell.until'), more };
  }
  if (signs) return matter.closed ? { first: t('cell.unsigned'), more } : { first: t('cell.notSigned'), second: t('cell.yet'), more };
  if (asks) {
    const hand = world.consultation.actedFor.has(matter.id) ? ` · ${t('cell.didByControl')}` : '';
    return { first: t(`cell.asks.${kindOf(matter)}`), second: `${time(matter.at)}${hand}`, more };
  }
  if (matter.closed) return { first: t('cell.never'), second: lateBy ? t('cell.late', { span: spanWords(kit, lateBy) }) : undefined, more };
  if (lateBy !== undefined)
    return { first: t('cell.awaited'), tone: 'late', second: t('cell.late', { span: spanWords(kit, lateBy) }), under: 'late', more };
  const played = lead && rosterOfWorld(world)?.isPlayed(`party:${party}`);
  const wait = played ? t('cell.byControl') : t('cell.soFar', { span: spanWords(kit, Math.max(0, now - matter.at)) });
  return awaited
    ? { first: t('cell.awaited'), tone: 'soon', second: passed ? t('cell.passed') : wait, more }
    : { first: t('cell.never'), second: passed ? t('cell.passed') : undefined, more };
}
