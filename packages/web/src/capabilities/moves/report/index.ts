import type { ReportPart } from '../../../kit/report/part.ts';
import { MovesTable } from './MovesTable.tsx';

export const report: ReportPart = {
  room: 'moves',
  sheets: [{ order: 20, name: 'moves', shows: (r) => r.world.moves.began.length > 0, Sheet: MovesTable }],
};
