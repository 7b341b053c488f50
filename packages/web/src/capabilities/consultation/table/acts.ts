import type { Address, Ms, World } from '@entente/engine';
import { ASIDE, askedOf, current, digestOf, dueOf, newSinceSigned, openBrackets, settled, shutBy } from '@entente/engine/consultation';
import type { Command } from '../../../connection/index.ts';
import type { IconName } from '../../../kit/icons.tsx';
import type { Line } from '../../../kit/seat/line.ts';
import { eight } from '../matters/needs.ts';
import { type At, atMatter, hasEnded, may, placeAt, positions } from './sits.ts';

/** Whose acts, and when. */
export interface Look {
  readonly world: World;
  readonly seat: Address;
  readonly now: Ms;
}
type Acts = (look: Look, line: Line) => Offer[];

/** Something that can be done now. */
export interface Offer {
  readonly act: string;
  readonly icon: IconName;
  /** What is put into its words. */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  /** The one next act; it stands first. */
  readonly main?: boolean;
  /** It breaks something. */
  readonly danger?: boolean;
  /** Behind *More* where there is little room. */
  readonly seldom?: boolean;
  /** Done by the press itself: nothing is filled in. */
  readonly does?: Command | undefined;
  /** What is said beside it. */
  readonly note?: string | undefined;
}

const act = (name: string, icon: IconName, more: Partial<Offer> = {}): Offer => ({ act: name, icon, ...more });

/** What can be done in a matter now: the one next act first, those of the chair last. */
export const matterActs: Acts = (look, line) => {
  const matter = look.world.consultation.matters.get(line.of ?? line.id);
  const at = matter && atMatter(look.world, matter, look.seat);
  if (!at || hasEnded(look.world)) return [];
  const found = [...own(look, at), ...statements(at), ...aside(at, look.now), ...chair(at, look.now)];
  // One next act, at most.
  const first = found.findIndex((a) => a.main);
  return found.map((a, i) => (a.main && i !== first ? { ...a, main: false } : a));
};

/** What was said after the own signature is acknowledged: that is possible after the end, too. */
function statements({ matter, member, binds }: At): Offer[] {
  if (!binds || newSinceSigned(matter, member.party).length === 0) return [];
  return [act('note-statements', 'check', { main: true, does: { type: 'ActInMatter', matter: matter.id, act: 'note-statements' } })];
}

function own(look: Look, at: At): Offer[] {
  const { matter, member, m } = at;
  const { world, now } = look;
  if (matter.closed) return [];
  const asks = askedOf(world, matter, member.party, now) !== undefined;
  const { id } = matter;
  switch (matter.card.procedure) {
    case 'notification':
      if (!may(at, 'acknowledge', now)) return [];
      return [act('acknowledge', 'check', { main: true, does: { type: 'ActInMatter', matter: id, act: 'acknowledge' } })];
    case 'silence':
      return silence(look, at);
    case 'joint-signature':
      return signature(look, at);
    default: {
      const given = positions(at, now);
      const capital = given.includes('confirm');
      if (given.length > 0) return [act(capital ? 'capital' : asks ? 'position' : 'change', 'speak', { main: asks })];
      // Who may not speak for the side keeps a draft for those who do.
      return asks && !at.consults && m.members.includes(member.party) ? [act('draft', 'lock', { main: true })] : [];
    }
  }
}

function silence({ now }: Look, at: At): Offer[] {
  const { matter, member, binds } = at;
  const isSettled = settled(matter, member.party);
  const ours = matter.drafts.findLast((d) => d.party === member.party && !d.dropped && d.act === 'no-objection');
  const settle = act('settle', 'check', {
    main: true,
    does: { type: 'KeepPosition', matter: matter.id, act: 'no-objection' },
    note: 'settleNote',
  });
  const unsettle = act('unsettle', 'undo', { does: { type: 'DropPosition', draft: ours?.id ?? '' } });
  return [
    ...(binds && !isSettled ? [settle] : []),
    ...(ours ? [unsettle] : []),
    ...(may(at, 'amend', now) ? [act('break', 'warning', { danger: true })] : [act('draft', 'lock')]),
  ];
}

function signature({ world, now }: Look, at: At): Offer[] {
  const { matter, m } = at;
  const digest = digestOf(m);
  const text = world.consultation.texts.get(matter.on?.of ?? '');
  const values = { version: text ? current(text).version : (matter.on?.version ?? 1), digest: eight(digest ?? '') };
  return [
    ...(may(at, 'sign', now, digest) ? [act('sign', 'sign', { main: true, values, note: 'signNote' })] : []),
    ...(may(at, 'refuse', now) ? [act('refuse', 'cross', { seldom: true, danger: true })] : []),
  ];
}

/** Asking for time and what is attached: they change no outcome. */
function aside(at: At, now: number): Offer[] {
  const [time, reserve] = ASIDE;
  const timed = dueOf(at.matter) !== undefined;
  return [
    ...(may(at, reserve, now) ? [act('statement', 'pin')] : []),
    ...(timed && !at.chairs && may(at, time, now) ? [act('time', 'clock', { seldom: at.matter.card.procedure === 'silence' })] : []),
  ];
}

function chair(at: At, now: number): Offer[] {
  if (at.matter.closed) return [];
  const closes: Offer[] = [
    ...(may(at, 'conclude', now) ? [act('conclude', 'gavel', { main: true })] : []),
    ...(may(at, 'summarise', now) ? [act('summarise', 'note', { seldom: true })] : []),
    ...(may(at, 'take-note', now) ? [act('take-note', 'eye', { seldom: true })] : []),
  ];
  return [
    ...closes,
    ...(at.chairs && at.consults ? [act('prolong', 'hourglass', { seldom: true })] : []),
    ...(may(at, 'withdraw', now) ? [act('withdraw', 'undo', { seldom: true })] : []),
  ];
}

/** What can be begun with a text: a matter on it. */
export const textActs: Acts = ({ world, seat }, { id }) => {
  const text = world.consultation.texts.get(id);
  const at = text && placeAt(world, world.consultation.forums.get(text.forum), seat);
  if (!text || !at?.consults || hasEnded(world)) return [];
  const { procedures } = at.forum.card;
  const clean = openBrackets(text).length === 0;
  if (shutBy(world, id) === 'agreed') return [];
  return [
    ...(clean && procedures.includes('joint-signature') ? [act('openSignature', 'sign')] : []),
    ...(clean && at.chairs && procedures.includes('silence') ? [act('openSilence', 'hourglass')] : []),
    act('openMatter', 'table'),
  ];
};

/** What can be begun with a decision of the own side: to inform others of it. */
export const decisionActs: Acts = ({ world, seat }, { id }) =>
  hasEnded(world) || !seat.startsWith('seat:') || !world.consultation.decisions.has(id) ? [] : [act('inform', 'share')];
