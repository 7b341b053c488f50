import { z } from 'zod';
import { acts, address, maybeTexts, moment, ref, texts, uploads } from '../fields.ts';
import { CHANNELS } from '../kinds.ts';
import { labelText } from '../labels/section.ts';

const inject = ref('inject');
const text = texts(20_000);
export const injectCommands = {
  ReleaseInject: z
    .strictObject({
      type: z.literal('ReleaseInject'),
      inject,
      /** Who gets a row that names nobody: required there, refused anywhere else. */
      to: z.array(address).min(1).max(200).optional(),
    })
    .register(acts, { control: true }),
  HoldInject: z.strictObject({ type: z.literal('HoldInject'), inject }).register(acts, { control: true }),
  LiftHold: z.strictObject({ type: z.literal('LiftHold'), inject }).register(acts, { control: true }),
  SkipInject: z.strictObject({ type: z.literal('SkipInject'), inject }).register(acts, { control: true }),
  RestoreInject: z.strictObject({ type: z.literal('RestoreInject'), inject }).register(acts, { control: true }),
  MoveInject: z.strictObject({ type: z.literal('MoveInject'), inject, at: moment }).register(acts, { control: true }),
  ImproviseInject: z
    .strictObject({
      type: z.literal('ImproviseInject'),
      title: texts(300),
      text,
      /** An entity's id, a seat of a party that control plays, or `control`. */
      from: address,
      to: z.array(address).min(1).max(200),
      channel: z.enum(CHANNELS).default('message'),
      /** Absent: the policy’s usual one. */
      label: labelText.optional(),
      attachments: uploads,
      /** Scenario time, ms; absent: at once. */
      at: moment.optional(),
    })
    .register(acts, { control: true }),
  /** Puts a new text in the place of what was delivered; holders keep both. */
  CorrectInject: z
    .strictObject({
      type: z.literal('CorrectInject'),
      inject,
      title: texts(300),
      text,
      /** Why, in words for the recipients. */
      reason: maybeTexts(500),
    })
    .register(acts, { control: true }),
  /** Takes back what was delivered: recipients see that it no longer stands. */
  WithdrawInject: z.strictObject({ type: z.literal('WithdrawInject'), inject, reason: maybeTexts(500) }).register(acts, { control: true }),
  ReadInject: z.strictObject({ type: z.literal('ReadInject'), delivery: ref('delivery') }).register(acts, { quiet: true }),
  AcknowledgeInject: z.strictObject({
    type: z.literal('AcknowledgeInject'),
    delivery: ref('delivery'),
    /** The version that was read: 0 as delivered, 1 after the first correction … Absent: whatever stands. */
    version: z.number().int().min(0).optional(),
  }),
};
export type InjectCommand = z.infer<(typeof injectCommands)[keyof typeof injectCommands]>;
