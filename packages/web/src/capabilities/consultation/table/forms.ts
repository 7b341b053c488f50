/** What is written at the table, once it is begun: they share their fields, so they are fetched together. */
export { ConsultWriting } from './ConsultForm.tsx';
export { DecisionWriting } from './DecisionForm.tsx';
export { Doing } from './Doing.tsx';
export { TableTextWriting } from './TableTextForm.tsx';
