import { part } from '../../../kit/Part.tsx';

/** The forms that a click opens on a board and in a draft, whose words are there already: fetched once what they stand on has come. */
export const BoardForms = part(async () => (await import('./forms.ts')).BoardForms);
export const StepProposal = part(async () => (await import('./forms.ts')).StepProposal);
