import type { Text, World } from '@entente/engine';
import type { PressDraft } from '@entente/engine/statements';

/** A draft’s words as they stand now, in all its languages. */
export const textOf = ({ words }: Pick<PressDraft, 'words'>): Text => Object.fromEntries(words.map((w) => [w.language, w.text]));

/** What a draft is about: the question that it answers, else its own words. */
export const aboutOf = ({ statements }: World, draft: PressDraft): Text =>
  statements.questions.get(draft.links.find((l) => l.how === 'answers')?.to ?? '')?.text ?? textOf(draft);
