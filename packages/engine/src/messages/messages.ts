import { attach, attachmentIds, uploaded } from '../attachments/attachments.ts';
import { type Address, split } from '../audience.ts';
import type { Meta, Rejection } from '../fact.ts';
import { knownLabel, noSuchLabel } from '../labels/known.ts';
import type { Actor, Context, Draft, Room } from '../room.ts';
import { marked, NO_MARKS, unknown } from '../room.ts';
import { isOutlet } from '../statements/voices.ts';
import { isEntity, spokenFor, standsFor } from '../voice.ts';
import { messageAtom } from './atoms.ts';
import type { MessageCommand } from './commands.ts';
import type { MessageEvent, MessagesState } from './language.ts';
import { asked, isQuestion, messageWaits, questionCard } from './questions.ts';
import { messageSettling } from './settle.ts';
import { messageWriting } from './writing.ts';

type Send = Extract<MessageCommand, { type: 'SendMessage' }>;

/** Whom a seat may write to. Entities outside the exercise are answered by control. */
function reaches(ctx: Context, to: Address, by: Actor, party: string | undefined): boolean {
  const [kind, id] = split(to);
  if (kind === 'entity') return isEntity(ctx.roster, to);
  if (!ctx.roster.knows(to) || kind === 'evaluators' || kind === 'observers') return false;
  if (by.seat === 'control') return true;
  if (kind === 'control') return id === undefined || id === party;
  return split(by.seat)[0] !== 'control' || ctx.roster.partyOf(to) === party;
}

/** Who speaks: the seat itself; or, for control, an entity or a seat of a party that control plays. */
function speakerOf(ctx: Context, command: Send, by: Actor): Address | Rejection {
  if (command.speaker === undefined) return by.seat;
  if (split(by.seat)[0] === 'control' && isEntity(ctx.roster, command.speaker)) return command.speaker;
  if (standsFor(ctx.roster, ctx.world.seats, by.seat, command.speaker) === 'played') return command.speaker;
  return { code: 'no-such-sender', message: 'You cannot speak for that one. Choose from the list.' };
}

function send(ctx: Context, command: Send, by: Actor): Draft[] | Rejection {
  const party = ctx.roster.partyOf(by.seat);
  const from = speakerOf(ctx, command, by);
  if (typeof from !== 'string') return from;
  const to = command.to.some(isNamedBefore) ? [...new Set(command.to)] : command.to;
  for (const a of to) {
    if (!reaches(ctx, a, by, party)) return nobody(a);
    // In public one speaks by a statement, an outlet by a report; to everyone control alone says something, in its own name.
    if (a === 'public' || (a === 'everyone' && split(from)[0] !== 'control')) return ALOUD;
    // What is told to a journalist is a statement, on or off the record.
    if (split(from)[0] === 'seat' && isOutlet(ctx.world, a)) return ALOUD;
  }
  // What an outlet asks is a question to a press desk.
  if (command.purpose === 'ask' && isOutlet(ctx.world, from)) return ASKS;
  if (command.about !== undefined && !ctx.given(by.seat, command.about)) return unknown('thing');
  const audience = told(to, from, by.seat, party);
  const files = uploaded(ctx, command.attachments);
  if (!Array.isArray(files)) return files as Rejection;
  const label = knownLabel(ctx.world.sharing, command.label);
  if (label === undefined) return noSuchLabel(ctx, command.label);
  const message = ctx.id();
  const { cards, drafts: kept } = attach(ctx, files);
  const { subject, text, purpose, channel } = command;
  const drafts: Draft[] = [
    { id: message, event: { type: 'MessageSent', from, to, subject, text, purpose, channel, label, attachments: cards }, to: audience },
  ];
  if (kept.length > 0) drafts.push(...kept);
  // That it answers something is known to those who hold both.
  if (command.about !== undefined)
    drafts.push({ event: { type: 'MessageLinked', message, about: command.about }, to: ctx.holdersAmong(audience, command.about) });
  if (from !== by.seat) drafts.push(spokenFor(message, by));
  return drafts;
}

const isNamedBefore = (a: Address, i: number, all: readonly Address[]): boolean => all.indexOf(a) < i;
const isOutside = (a: Address): boolean => split(a)[0] === 'entity';

const ALOUD: Rejection = {
  code: 'by-statement',
  message: 'A message goes neither to the public nor to an outlet. Speak by a statement, on or off the record, or report as an outlet.',
};

const ASKS: Rejection = {
  code: 'by-question',
  message: 'An outlet asks no question by message. Put its question to the side that is to answer.',
};

function nobody(address: Address): Rejection {
  const message = `“${address}” is nobody you can write to. Choose from the list.`;
  return { code: 'no-such-address', message, details: { address } };
}

/** Who gets a message: those it is to, whoever speaks for an entity (lead control and the sender's own), and the sender. */
function told(to: readonly Address[], from: Address, by: Address, party: string | undefined): Address[] {
  const inside = party !== undefined && from === by && !to.some(isOutside);
  if (inside) {
    // Of just that length: a spread with one behind it takes three times the room, and most messages come here.
    const both = new Array<Address>(to.length + 1);
    for (let i = 0; i < to.length; i++) both[i] = to[i] as Address;
    both[to.length] = from;
    return both;
  }
  const audience: Address[] = [];
  for (const a of to) {
    if (!isOutside(a)) audience.push(a);
    else if (party === undefined) audience.push('control');
    else audience.push('control', `control:${party}`);
  }
  if (!isOutside(from)) audience.push(from);
  if (from !== by) audience.push(by);
  return audience;
}

function decide(ctx: Context, command: MessageCommand, by: Actor): Draft[] | Rejection {
  switch (command.type) {
    case 'SendMessage':
      return send(ctx, command, by);
    case 'WriteNote': {
      if (command.about !== undefined && !ctx.given(by.seat, command.about)) return unknown('thing');
      const files = uploaded(ctx, command.attachments);
      if (!Array.isArray(files)) return files as Rejection;
      const note = ctx.id();
      const { cards, drafts: kept } = attach(ctx, files);
      const drafts: Draft[] = [
        { id: note, event: { type: 'NoteWritten', seat: by.seat, text: command.text, attachments: cards }, to: [by.seat] },
        ...kept,
      ];
      if (command.about !== undefined)
        drafts.push({ event: { type: 'NoteLinked', note, about: command.about }, to: ctx.holdersAmong([by.seat], command.about) });
      return drafts;
    }
    case 'ReadMessage':
    case 'AcknowledgeMessage': {
      const message = ctx.seen(by.seat).messages.messages.get(command.message);
      if (!message) return unknown('message');
      if (message.from === by.seat) return [];
      const mark = { message: message.id, seat: by.seat };
      const sender = isOutside(message.from) ? [] : [message.from];
      // Who asks somebody learns that the question was read; of what merely informs, only what is acknowledged.
      const asker = isQuestion(message) && asked(ctx.roster, message.to, by.seat) ? sender : [];
      const drafts: Draft<MessageEvent>[] = message.read.has(by.seat)
        ? []
        : [{ event: { type: 'MessageRead', ...mark }, to: [by.seat, ...asker] }];
      if (command.type === 'AcknowledgeMessage' && !message.acknowledged.has(by.seat)) {
        drafts.push({ event: { type: 'MessageAcknowledged', ...mark }, to: [by.seat, ...sender] });
      }
      return drafts;
    }
  }
}

function evolve(own: MessagesState, event: MessageEvent, meta: Meta): void {
  const src = meta.id;
  const at = meta.at;
  switch (event.type) {
    case 'MessageSent':
      // Field by field, those that come later too, and without marks yet: this is the commonest fact of a long record.
      own.messages.set(src, {
        src,
        id: src,
        at,
        from: event.from,
        to: event.to,
        subject: event.subject,
        text: event.text,
        purpose: event.purpose,
        channel: event.channel,
        label: event.label,
        attachments: event.attachments,
        translated: undefined,
        about: undefined,
        spokenFor: undefined,
        read: NO_MARKS,
        acknowledged: NO_MARKS,
      });
      return;
    case 'NoteWritten':
      own.notes.set(src, { src, id: src, at, seat: event.seat, text: event.text, attachments: event.attachments });
      return;
    case 'NoteLinked': {
      const note = own.notes.get(event.note);
      if (note) note.about = { src, id: event.about };
      return;
    }
  }
  const message = own.messages.get(event.message);
  if (!message) return;
  if (event.type === 'MessageTranslated')
    own.messages.set(message.id, {
      ...message,
      subject: event.subject,
      text: event.text,
      translated: { src, at, language: event.language },
    });
  else if (event.type === 'MessageLinked') message.about = { src, id: event.about };
  else if (event.type === 'SpokenFor') message.spokenFor = { src, by: event.by, person: event.person };
  else if (event.type === 'MessageRead') message.read = marked(message.read, event.seat, { src, at });
  else message.acknowledged = marked(message.acknowledged, event.seat, { src, at });
}

const SAID = ['message'];
const ANSWERED = ['answer'];
const NOTHING: readonly string[] = [];

declare module '../world.ts' {
  interface Languages {
    readonly messages: Language<MessagesState, MessageCommand, MessageEvent>;
  }
}

export const messagesRoom: Room<MessagesState, MessageCommand, MessageEvent> = {
  commands: { SendMessage: true, ReadMessage: true, AcknowledgeMessage: true, WriteNote: true },
  // Notes are for the talk after the exercise.
  afterEnd: { commands: ['WriteNote'] },
  from: { WriteNote: ['player', 'control', 'evaluators'] },
  events: {
    MessageSent: true,
    MessageLinked: true,
    MessageTranslated: true,
    SpokenFor: true,
    MessageRead: true,
    MessageAcknowledged: true,
    NoteWritten: true,
    NoteLinked: true,
  },
  initial: () => ({ messages: new Map(), notes: new Map() }),
  decide,
  evolve,
  introduces: (event) => (event.type === 'MessageSent' || event.type === 'NoteWritten' ? attachmentIds(event) : []),
  touches: (event) => (event.type === 'MessageSent' ? SAID : event.type === 'MessageLinked' ? ANSWERED : NOTHING),
  atoms: { message: messageAtom },
  writings: [messageWriting],
  waits: messageWaits,
  waitsAmong: { answer: 'messages' },
  settle: messageSettling,
  card: questionCard,
  *find({ messages: { messages, notes } }) {
    for (const { id, at, subject, text } of messages.values())
      yield { kind: 'message', id, at, title: subject ?? '', texts: [subject, text] };
    for (const { id, at, text } of notes.values()) yield { kind: 'note', id, at, title: '', texts: [text] };
  },
};
