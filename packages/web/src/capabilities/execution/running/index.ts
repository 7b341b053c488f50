/** Active plans and all their forms: one is seldom opened without another, so they are fetched together. */
export { Activate } from './Activate.tsx';
export { PlanView } from './PlanView.tsx';
