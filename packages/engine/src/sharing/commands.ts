import { z } from 'zod';
import { acts, address, maybeTexts, meanings, moment, originator, party, ref, texts, uploads } from '../fields.ts';
import { labelText } from '../labels/section.ts';
import { ITEM_KINDS, ONWARD } from './language.ts';

const ofItem = ref('item');
const ofRequest = ref('request');
const parties = z.array(party).max(12);
const title = texts(300);
const portion = z.strictObject({
  text: texts(20_000),
  /** Absent: the policy’s usual one. */
  label: labelText.optional(),
  /** Parties to whom every holder may pass it on: the originator’s word in advance. */
  releasableTo: parties.optional(),
});
const item = {
  title,
  kind: z.enum(ITEM_KINDS).default('report'),
  portions: z.array(portion).min(1).max(20),
  /** Stricter than the portions ask for; absent: as they ask. */
  label: labelText.optional(),
  onward: z.enum(ONWARD).optional(),
  /** Scenario ms after which nobody can release it. */
  expires: moment.optional(),
  basedOn: z.array(ofItem).max(20).optional(),
};
/** Where a text is cut, in UTF-16 steps from its beginning: [from, to). */
const cut = z.tuple([z.number().int().min(0).max(100_000), z.number().int().min(0).max(100_000)]);
/** A language, or `text` for a text without. */
const cutIn = z.string().max(10).register(meanings, { is: 'language' });
const positions = z.array(z.number().int().min(0).max(19)).min(1).max(20);

export const sharingCommands = {
  /** Puts down what one’s own party knows. Its cell holds it from the start, or those of the own party named. */
  WriteItem: z
    .strictObject({
      type: z.literal('WriteItem'),
      ...item,
      to: z.array(address).min(1).max(50).optional(),
      /** Lead control only: `entity:E`, or `party:P` that control plays. */
      originator: originator.optional(),
      attachments: uploads,
    })
    .register(acts, { brings: 'item' }),
  /** The originator’s new complete version, to all holders of the old one. */
  ReviseItem: z.strictObject({ type: z.literal('ReviseItem'), item: ofItem, ...item }),
  ReleaseItem: z
    .strictObject({
      type: z.literal('ReleaseItem'),
      item: ofItem,
      to: z.array(address).min(1).max(50),
      /** Which portions, from 0; absent: the whole. A part becomes an item of its own with its own label. */
      portions: positions.optional(),
      /** The part’s own title; absent: the whole’s. */
      title: title.optional(),
      note: maybeTexts(2_000),
      /** Files that go with a part, by their position on the item; a whole takes all but those that came with a stricter version. */
      files: z.array(z.number().int().min(0).max(9)).max(10).optional(),
      /** A decided request that this answers after all; while it waits, `DecideRequest` gives. */
      request: ofRequest.optional(),
    })
    .register(acts, { brings: 'item' }),
  /** A version with something taken out or said otherwise; the acting seat holds it and may then release it. */
  SanitiseItem: z
    .strictObject({
      type: z.literal('SanitiseItem'),
      item: ofItem,
      title,
      portions: z
        .array(
          z.strictObject({
            /** The portion that it stands for, from 0. */
            of: z.number().int().min(0).max(19),
            /** Other words in its place. */
            text: texts(20_000).optional(),
            /** What is taken out, by language; `text` for a text without languages. A language left whole beside a cut one is dropped. */
            cuts: z.record(cutIn, z.array(cut).max(200)).optional(),
            label: labelText.optional(),
            releasableTo: parties.optional(),
          }),
        )
        .min(1)
        .max(20),
      label: labelText.optional(),
      /** Why something was taken out; for those who hold both. */
      reason: maybeTexts(500),
    })
    .register(acts, { brings: 'item' }),
  RequestItem: z
    .strictObject({
      type: z.literal('RequestItem'),
      /** Whose word is asked for: `party:P` or `entity:E`. */
      to: originator,
      text: texts(4_000),
      /** An item held already of which more is asked, or which is to be passed on. */
      about: ofItem.optional(),
      /** Who is to get it: absent, the asking seat; other parties, to pass on what is held. */
      for: z.array(address).min(1).max(20).optional(),
      /** Scenario ms by which an answer is needed. */
      due: moment,
    })
    .register(acts, { brings: 'request' }),
  DecideRequest: z
    .strictObject({
      type: z.literal('DecideRequest'),
      request: ofRequest,
      decision: z.enum(['grant', 'conditions', 'refuse']),
      /** Own items that it is about: those given when granted, those kept when refused. */
      items: z
        .array(z.strictObject({ item: ofItem, portions: positions.optional(), title: title.optional() }))
        .max(10)
        .optional(),
      conditions: maybeTexts(2_000),
      reason: maybeTexts(2_000),
      /** True: the requester is told the reason. */
      tell: z.boolean().default(false),
    })
    .register(acts, { brings: 'item' }),
  WithdrawRequest: z.strictObject({ type: z.literal('WithdrawRequest'), request: ofRequest }),
  /** Asks those outside to destroy it. Nobody un-knows it. */
  RecallItem: z.strictObject({
    type: z.literal('RecallItem'),
    item: ofItem,
    /** Parties; absent: all to whom the originator’s side has released it. */
    from: z.array(address).min(1).max(12).optional(),
    reason: maybeTexts(500),
  }),
  ConfirmDestroyed: z.strictObject({ type: z.literal('ConfirmDestroyed'), item: ofItem }),
  ReadItem: z.strictObject({ type: z.literal('ReadItem'), item: ofItem }).register(acts, { quiet: true }),
  AcknowledgeItem: z.strictObject({ type: z.literal('AcknowledgeItem'), item: ofItem }),
};
export type SharingCommand = z.infer<(typeof sharingCommands)[keyof typeof sharingCommands]>;
