import {
  type AttachmentCard,
  actOfMessage,
  answersOf,
  isQuestion,
  type Message,
  ranBetween,
  settles,
  type Text,
  type World,
} from '@entente/engine';
import { evidenceOf } from '../../../kit/review/evidence.ts';

export type AskedFilter = 'questions' | 'decisions' | 'all';

/** One message, and what became of it. */
export interface AskedLine {
  readonly key: string;
  readonly id: string;
  readonly at: number;
  readonly from: string;
  readonly to: readonly string[];
  /** What it does, in a word. */
  readonly purpose: Message['purpose'];
  readonly subject?: Text | undefined;
  readonly text: Text;
  readonly label: string;
  readonly attachments?: readonly AttachmentCard[] | undefined;
  readonly question: boolean;
  readonly acknowledged: number;
  /** The first answer from somebody else. */
  readonly answer?: { readonly id: string; readonly at: number; readonly from: string } | undefined;
  /** From question to answer, jumps aside, ms. */
  readonly after?: number | undefined;
  readonly evidence: readonly string[];
}

/** Messages by time; an answer is a message about this one from somebody other than its sender. */
export function askedLines(world: World, filter: AskedFilter): AskedLine[] {
  const answers = answersOf(world);
  const lines: AskedLine[] = [];
  for (const message of world.messages.messages.values()) {
    if (filter === 'questions' && !isQuestion(message)) continue;
    if (filter === 'decisions' && !settles(actOfMessage(message))) continue;
    lines.push(lineOf(world, message, answers.get(message.id) ?? []));
  }
  return lines.sort((a, b) => a.at - b.at);
}

function lineOf(world: World, message: Message, answers: readonly Message[]): AskedLine {
  const first = answers.reduce<Message | undefined>((a, b) => (a && a.at <= b.at ? a : b), undefined);
  return {
    key: `message:${message.id}`,
    id: message.id,
    at: message.at,
    from: message.from,
    to: message.to,
    purpose: actOfMessage(message),
    subject: message.subject,
    text: message.text,
    label: message.label,
    attachments: message.attachments,
    question: isQuestion(message),
    acknowledged: message.acknowledged.size,
    answer: first ? { id: first.id, at: first.at, from: first.from } : undefined,
    after: first ? ranBetween(world, message.at, first.at) : undefined,
    evidence: evidenceOf(message, ...answers.map((a) => [{ src: a.src }, a.about])),
  };
}
