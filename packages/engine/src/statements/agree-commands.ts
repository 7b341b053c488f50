import { z } from 'zod';
import { acts, address, houseMark, maybeTexts, moment, ref, texts } from '../fields.ts';
import { claimsField } from './commands.ts';

/** What sides agree on before they speak: a line, a meaning, whether to announce, a joint statement. Each is a matter in a forum. */
const speaker = address.optional();
const place = {
  /** A forum of the seat; or `with`, whom to ask in a forum of its own. */
  forum: ref('forum').optional(),
  with: z.array(address).min(1).max(40).optional(),
  procedure: z.enum(['consensus', 'silence', 'ad-referendum', 'joint-signature']).default('consensus'),
  /** Until when they answer, ms from STARTEX. */
  due: moment.optional(),
  /** One of those that the forum is to be asked about before a decision. */
  subject: ref('subject').optional(),
  speaker,
};
export const agreeCommands = {
  ProposeLine: z
    .strictObject({
      type: z.literal('ProposeLine'),
      ...place,
      name: texts(200),
      text: texts(5_000),
      claims: claimsField.default([]),
      /** Until when it is to stand. */
      until: moment.optional(),
      /** A text on the forum’s table, whose words it is to have. */
      on: ref('table-text').optional(),
    })
    .register(acts, { brings: 'matter' }),
  ProposeMeaning: z
    .strictObject({ type: z.literal('ProposeMeaning'), ...place, term: houseMark(64), text: texts(2_000) })
    .register(acts, { brings: 'matter' }),
  ProposePublicity: z
    .strictObject({ type: z.literal('ProposePublicity'), ...place, topic: houseMark(64), announce: z.boolean(), text: texts(2_000) })
    .register(acts, { brings: 'matter' }),
  ProposeJoint: z
    .strictObject({
      type: z.literal('ProposeJoint'),
      ...place,
      title: texts(300),
      text: texts(20_000),
      claims: claimsField.default([]),
      /** When it is published on all sides at once, ms from STARTEX. */
      release: moment,
      on: ref('table-text').optional(),
    })
    .register(acts, { brings: 'matter' }),
  /** One for each side: without it nothing is published. */
  GiveHand: z.strictObject({ type: z.literal('GiveHand'), joint: ref('joint'), speaker }),
  /** Says it alone, before its time. */
  ReleaseEarly: z.strictObject({ type: z.literal('ReleaseEarly'), joint: ref('joint'), speaker }).register(acts, { brings: 'said' }),
  GiveUnderEmbargo: z.strictObject({
    type: z.literal('GiveUnderEmbargo'),
    joint: ref('joint'),
    outlets: z.array(address).min(1).max(20),
    speaker,
  }),
};
export type AgreeCommand = z.infer<(typeof agreeCommands)[keyof typeof agreeCommands]>;

export const conferenceCommands = {
  OpenConference: z
    .strictObject({
      type: z.literal('OpenConference'),
      title: texts(300),
      venue: maybeTexts(200),
      /** Who answers: seats that may speak; where lead control opens it, heads of government, too. */
      hosts: z.array(address).min(1).max(12),
      until: moment.optional(),
      speaker,
    })
    .register(acts, { brings: 'conference' }),
  QueueQuestion: z
    .strictObject({
      type: z.literal('QueueQuestion'),
      conference: ref('conference'),
      /** The outlet that waits to ask. */
      speaker: address,
      text: texts(2_000),
    })
    .register(acts, { control: true, brings: 'queued' }),
  /** Its question is put, aloud. */
  CallQuestion: z
    .strictObject({ type: z.literal('CallQuestion'), queued: ref('queued'), speaker })
    .register(acts, { brings: 'press-question' }),
  CloseConference: z.strictObject({ type: z.literal('CloseConference'), conference: ref('conference'), speaker }),
  /** Posts of the scenario are shown one by one, or no more. */
  SwitchPosts: z
    .strictObject({ type: z.literal('SwitchPosts'), on: z.boolean(), every: z.number().int().min(10_000).max(86_400_000).optional() })
    .register(acts, { control: true }),
};
export type ConferenceCommand = z.infer<(typeof conferenceCommands)[keyof typeof conferenceCommands]>;
