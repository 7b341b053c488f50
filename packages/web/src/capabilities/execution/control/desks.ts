export { PlanDesk } from './PlanDesk.tsx';
export { TaskDesk } from './TaskDesk.tsx';
