import type { Id, Meta } from '../fact.ts';
import { evolveWords } from './evolve-words.ts';
import type { Link, StatementsEvent, StatementsState } from './language.ts';

export const initial = (): StatementsState => ({
  terms: new Map(),
  lines: new Map(),
  statements: new Map(),
  reports: new Map(),
  posts: new Map(),
  questions: new Map(),
  conferences: new Map(),
  agreements: new Map(),
  publicity: new Map(),
  judged: new Map(),
  press: new Map(),
  drafts: new Map(),
  joints: new Map(),
  plans: new Map(),
  brought: new Map(),
  planned: new Map(),
});

/** A statement, a report, a question or a draft: all that may hang on something. */
function linked(own: StatementsState, id: Id): { readonly links: Link[] } | undefined {
  return own.statements.get(id) ?? own.reports.get(id) ?? own.questions.get(id) ?? own.drafts.get(id);
}
const saidOf = (own: StatementsState, id: Id) => own.statements.get(id) ?? own.reports.get(id);

export function evolve(own: StatementsState, event: StatementsEvent, meta: Meta): void {
  const { id, at } = meta;
  const src = id;
  switch (event.type) {
    case 'StatementMade':
      own.statements.set(id, { src, id, at, card: event.card, links: [], readings: new Map() });
      return;
    case 'ReportMade':
      own.reports.set(id, { src, id, at, card: event.card, links: [], readings: new Map() });
      return;
    case 'PostShown':
      own.posts.set(id, { src, id, at, card: event.card });
      return;
    case 'SpeakerNamed': {
      const statement = own.statements.get(event.statement);
      if (statement) statement.named = { src, by: event.by };
      return;
    }
    case 'SaidLinked': {
      linked(own, event.said)?.links.push({ src, how: event.how, to: event.to });
      const draft = event.how === 'drafted' ? own.drafts.get(event.to) : undefined;
      if (draft) draft.published = { src, at, statement: event.said };
      return;
    }
    case 'ClaimsMeant': {
      const statement = own.statements.get(event.statement);
      if (statement) statement.meant = { src, at, claims: event.claims };
      return;
    }
    case 'FlagJudged': {
      const { said, with: other, flag, right, by } = event;
      own.judged.set(id, { src, at, said, with: other, flag, right, by });
      return;
    }
    case 'SaidFor':
    case 'ReadingKept':
    case 'ClaimsHeard':
    case 'CodingReleased':
      evolveSaid(own, event, meta);
      return;
    default:
      evolveWords(own, event, meta);
  }
}

type OfSaid = Extract<StatementsEvent, { type: 'SaidFor' | 'ReadingKept' | 'ClaimsHeard' | 'CodingReleased' }>;

/** What was heard in something, and who really said it. */
function evolveSaid(own: StatementsState, event: OfSaid, { id: src, at }: Meta): void {
  const said = saidOf(own, event.said);
  if (!said) return;
  switch (event.type) {
    case 'SaidFor':
      said.saidFor = { src, by: event.by, person: event.person };
      return;
    case 'ReadingKept':
      said.readings.set(event.party, { src, at, claims: event.claims });
      return;
    case 'ClaimsHeard':
      if (event.claims === undefined) delete said.heard;
      else said.heard = { src, at, claims: event.claims };
      return;
    case 'CodingReleased':
      said.released = { src, at, claims: event.claims };
  }
}
