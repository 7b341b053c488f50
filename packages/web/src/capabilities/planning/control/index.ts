import type { ControlPart } from '../../../kit/control/part.ts';
import { look } from '../look/index.ts';
import { OptionsDesk } from './parts.ts';

export const control: ControlPart = { ...look, centre: { ...look.centre, Place: OptionsDesk } };
