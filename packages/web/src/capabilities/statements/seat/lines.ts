import type { Address, Id, Text, World } from '@entente/engine';
import type { Conference, Joint, PressDraft, Question, Report, Statement } from '@entente/engine/statements';
import type { Line } from '../../../kit/seat/line.ts';
import type { SeatLook } from '../../../kit/seat/part.ts';
import { textOf } from '../said/drafted.ts';

/** What was said in public, and what outlets asked, as lines of the inbox. What an inject brought is read as news there. */
export function* statementLines(look: SeatLook): Iterable<Line> {
  const { statements, reports, questions, drafts, joints, conferences } = look.world.statements;
  for (const statement of statements.values()) yield statementLine(look, statement);
  for (const report of reports.values()) yield reportLine(look, report);
  for (const question of questions.values()) yield questionLine(look, question);
  for (const draft of drafts.values()) yield draftLine(look, draft);
  for (const joint of joints.values()) yield jointLine(look, joint);
  for (const conference of conferences.values()) yield conferenceLine(look, conference);
}

const unreadOf = ({ reads, seen }: SeatLook, id: Id, mine: boolean): boolean => reads && !mine && !seen.has(id);
/** The delivery that brought it, if this seat holds it. */
const broughtBy = (world: World, links: Statement['links']): Id | undefined =>
  links.map((l) => (l.how === 'brought' && world.injects.deliveries.has(l.to) ? l.to : undefined)).find((id) => id !== undefined);

function statementLine(look: SeatLook, { id, at, card, named, links }: Statement): Line {
  const from = card.by ?? named?.by ?? `party:${card.party}`;
  const mine = from === look.seat;
  const within = broughtBy(look.world, links);
  return {
    ...{ id, at, from, mine, within },
    kind: 'statement',
    to: [card.outlet ?? 'public'],
    channel: 'statement',
    title: undefined,
    text: card.text,
    unread: within === undefined && unreadOf(look, id, mine),
    replies: false,
    about: links.find((l) => l.how === 'answers')?.to,
    filter: 'statement',
  };
}

function reportLine(look: SeatLook, { id, at, card, links }: Report): Line {
  const within = broughtBy(look.world, links);
  return {
    ...{ id, at, within },
    kind: 'report',
    from: card.outlet,
    to: ['public'],
    channel: card.medium === 'post' ? 'social' : 'news',
    title: card.title,
    text: card.text ?? ('' as Text),
    unread: within === undefined && unreadOf(look, id, false),
    replies: false,
    mine: false,
    filter: 'statement',
  };
}

function questionLine(look: SeatLook, { id, at, by, to, text, links }: Question): Line {
  const within = broughtBy(look.world, links);
  return {
    ...{ id, at, text, within },
    kind: 'question',
    from: by,
    to: to as readonly Address[],
    channel: 'question',
    title: undefined,
    unread: within === undefined && unreadOf(look, id, false),
    replies: false,
    mine: false,
    filter: 'question',
  };
}

/** A draft of one’s own desk: it stands in the place Press and among what is held, and is no news of the inbox. */
function draftLine({ world, seat }: SeatLook, { id, at, card, links, words }: PressDraft): Line {
  const question = world.statements.questions.get(links.find((l) => l.how === 'answers')?.to ?? '');
  return {
    ...{ id, at, from: card.by, mine: card.by === seat },
    kind: 'draft',
    to: [`party:${card.party}`],
    channel: 'draft',
    title: question?.text,
    text: textOf({ words }),
    unread: false,
    replies: false,
    filter: 'draft',
    apart: true,
  };
}

/** Before its release a joint statement is the sides’ that agreed it. */
function jointLine(look: SeatLook, { id, at, card }: Joint): Line {
  return {
    ...{ id, at, from: `party:${card.parties[0] ?? ''}`, title: card.title, text: card.text },
    kind: 'joint',
    to: card.parties.map((p) => `party:${p}`),
    channel: 'joint',
    unread: unreadOf(look, id, false),
    replies: false,
    mine: false,
    filter: 'joint',
  };
}

function conferenceLine(look: SeatLook, { id, at, card }: Conference): Line {
  const from = card.hosts[0] ?? 'control';
  const mine = card.hosts.includes(look.seat);
  return {
    ...{ id, at, from, mine, title: card.title, text: card.venue ?? '' },
    kind: 'conference',
    to: ['public'],
    channel: 'conference',
    unread: unreadOf(look, id, mine),
    replies: false,
    filter: 'conference',
  };
}
