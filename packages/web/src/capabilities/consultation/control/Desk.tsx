import type { DetailProps } from '../../../kit/control/part.ts';
import { DecisionDetail } from '../look/DecisionDetail.tsx';
import { MatterDetail } from '../look/MatterDetail.tsx';
import { TextDetail } from '../look/TextShown.tsx';
import { Acting } from './Acting.tsx';
import { DecisionActs } from './DecisionActs.tsx';
import { OnTable } from './OnTable.tsx';

/** What control sees of a matter, a text and a decision, and what it does there. */
export const MatterDesk = (props: DetailProps) => <MatterDetail {...props} Acting={Acting} OnTable={OnTable} />;
export const TextDesk = (props: DetailProps) => <TextDetail {...props} OnTable={OnTable} />;
export const DecisionDesk = (props: DetailProps) => <DecisionDetail {...props} Subject={DecisionActs} />;
