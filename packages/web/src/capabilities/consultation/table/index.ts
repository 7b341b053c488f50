/** All that stands on the table: one is seldom opened without another, so they are fetched together. */
export { ActsBar } from './ActsBar.tsx';
export { DecisionView } from './DecisionView.tsx';
export { MatterView } from './MatterView.tsx';
export { Table } from './Table.tsx';
export { TextView } from './TextView.tsx';
