import type { DetailProps } from '../../../kit/control/part.ts';
import { DecisionDetail } from '../look/DecisionDetail.tsx';
import { MatterDetail } from '../look/MatterDetail.tsx';
import { TextDetail } from '../look/TextShown.tsx';
import { Acting } from './Acting.tsx';
import { BracketActs } from './BracketActs.tsx';
import { SubjectOf } from './SubjectOf.tsx';

/** What control sees of a matter, a text and a decision, and what it does there. */
export const MatterDesk = (props: DetailProps) => <MatterDetail {...props} Acting={Acting} Foot={BracketActs} />;
export const TextDesk = (props: DetailProps) => <TextDetail {...props} Foot={BracketActs} />;
export const DecisionDesk = (props: DetailProps) => <DecisionDetail {...props} Subject={SubjectOf} />;
