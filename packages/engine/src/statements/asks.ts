import { z } from 'zod';
import { slug } from '../fields.ts';
import { ATTRIBUTIONS, STANCES } from './words.ts';

/** What conditions may ask of what was said in public: always of lead control’s world, by what it heard. */
const stanced = (x: { topic?: string | undefined; stance?: string | undefined }): boolean =>
  x.stance === undefined || x.topic !== undefined;
const OF_A_TOPIC = 'a stance is one on a topic: add topic';
export const statementAsks = {
  statement: z
    .strictObject({
      by: z.string().max(80).optional().describe('party:…, cell:…, seat:…, or entity:… of one that speaks for a party'),
      topic: slug.optional(),
      stance: z.enum(STANCES).optional(),
      line: slug.optional().describe('The line that it uses'),
      corrects: slug.optional().describe('A statement or report of the scenario'),
      attribution: z.enum(ATTRIBUTIONS).optional(),
      joint: z.boolean().optional(),
    })
    .refine(stanced, OF_A_TOPIC),
  report: z
    .strictObject({
      outlet: slug.optional(),
      topic: slug.optional(),
      stance: z.enum(STANCES).optional(),
      corrects: slug.optional().describe('A report of the scenario'),
    })
    .refine(stanced, OF_A_TOPIC),
  /** `contradictory`, `ambiguous`: sides part so now; `aligned`: two have said the same, and nothing parts them. */
  topic: z.strictObject({
    topic: slug.optional().describe('Any, if absent'),
    is: z.enum(['contradictory', 'ambiguous', 'aligned']),
    between: z.array(slug).min(2).max(12).optional().describe('Parties; any, if absent'),
  }),
};
export type StatementAsk = z.output<typeof statementAsks.statement>;
export type ReportAsk = z.output<typeof statementAsks.report>;
export type TopicAsk = z.output<typeof statementAsks.topic>;
declare module '../conditions.ts' {
  interface Questions {
    readonly statement: StatementAsk;
    readonly report: ReportAsk;
    readonly topic: TopicAsk;
  }
}
