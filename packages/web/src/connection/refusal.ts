import type { Answer, Command } from '@entente/engine';
import { learn, wordNow } from '../i18n/words.ts';

/** Acts by whose names some codes mean another thing than of injects and messages. */
const KINDS = {
  items: /(Item|Request|Destroyed)$/,
  wordings: /Wording$/,
  ownSteps: /OwnStep$/,
  steps: /(Step|Hindrance)$/,
  criteria: /(Criterion|Score|Weight)$/,
  said: /(Speak|Report|Statement|Draft|Clearance|NoteEdit|Conference|Question|Hand|Early|Embargo|Said|Pair)$/,
};

/**
 * What a person reads when a command was refused: by its code in their language, on every screen alike; else the server’s own
 * English words. Why something is refused is seldom asked, so its words come when it is; that the server cannot be reached is
 * known from the start.
 */
export async function refusalWords(answer: Answer, command: Pick<Command, 'type'>): Promise<string | undefined> {
  if (answer.ok) return undefined;
  const { code, message, details } = answer.rejection;
  const known = wordNow('connection', `refused.${code}`, details);
  if (known !== undefined) return known;
  // If they cannot be had now, the server’s words stand.
  await learn('refusals').catch(() => {});
  const kinds = Object.entries(KINDS).filter(([, acts]) => acts.test(command.type));
  const keys = [...kinds.map(([kind]) => `refusedOf.${kind}.${code}`), `refused.${code}`];
  return keys.map((key) => wordNow('refusals', key, details)).find((words) => words !== undefined) ?? message;
}
