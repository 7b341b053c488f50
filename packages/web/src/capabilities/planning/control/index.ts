import type { ControlPart } from '../../../kit/control/part.ts';
import { look } from '../look/index.ts';

export const control: ControlPart = { ...look };
