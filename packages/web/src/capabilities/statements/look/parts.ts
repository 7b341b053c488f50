import { part } from '../../../kit/Part.tsx';

/** What is shown of something said, of a question, and the place of all of them: they come when one is opened. */
export const SaidDetail = part(async () => (await import('./SaidDetail.tsx')).SaidDetail);
export const QuestionDetail = part(async () => (await import('./QuestionDetail.tsx')).QuestionDetail);
export const PublicPlace = part(async () => (await import('./PublicPlace.tsx')).PublicPlace);
export const Brought = part(async () => (await import('./Brought.tsx')).Brought);
