import type { World } from '@entente/engine';
import { firstWords, type Happening, happening } from '../../../kit/control/happening.ts';

/** What was said in public, reported and asked, as far as this world was told. */
export function* statementNews({ statements: { statements, reports, questions } }: World): Generator<Happening> {
  for (const { src, at, card, named } of statements.values())
    yield happening(src, at, ['messages', 'decisions'], card.outlet ? 'statement.offRecord' : 'statement.made', {
      who: card.by ?? named?.by ?? `party:${card.party}`,
      texts: { title: firstWords(card) },
      to: card.outlet ? [card.outlet] : undefined,
    });
  for (const { src, at, card } of reports.values())
    yield happening(src, at, ['messages'], 'report.made', { who: card.outlet, texts: { title: card.title } });
  for (const { src, at, by, to, text } of questions.values())
    yield happening(src, at, ['messages'], 'question.put', { who: by, to, texts: { title: text } });
}
