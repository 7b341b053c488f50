export { PlanPlace } from './PlanPlace.tsx';
export { TaskDetail } from './TaskDetail.tsx';
