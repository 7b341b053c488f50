/** What is written on a board and in a draft, once it is begun there. */
export { BoardForms } from './BoardForms.tsx';
export { StepProposal } from './StepProposal.tsx';
