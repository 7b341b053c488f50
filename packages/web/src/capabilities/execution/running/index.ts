/** Active plans and all their forms: one is seldom opened without another, so they are fetched together. */
export { ActivateBelow } from './ActivateBelow.tsx';
export { PlanView } from './PlanView.tsx';
