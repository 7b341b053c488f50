/** All that stands on the table and all its forms: one is seldom opened without another, so they are fetched together. */
export { ActsBar } from './ActsBar.tsx';
export { ConsultWriting } from './ConsultForm.tsx';
export { DecisionWriting } from './DecisionForm.tsx';
export { DecisionView } from './DecisionView.tsx';
export { Doing } from './Doing.tsx';
export { MatterView } from './MatterView.tsx';
export { Table } from './Table.tsx';
export { TableTextWriting } from './TableTextForm.tsx';
export { TextView } from './TextView.tsx';
