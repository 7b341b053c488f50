/** What screens use of the line to the server. */
export { RaiseEmergency, useEmergency } from './Emergency.tsx';
export type { LineStatus, PresentPerson } from './follow.ts';
export { SeatFrame } from './SeatFrame.tsx';
export { ActingFor, type Seat, useNow, useSeat, useSteadyNow } from './SeatProvider.tsx';
export type { Me } from './SeatStore.ts';
export { type Act, type Command, useAct } from './useAct.ts';
export { useOpenMade } from './useOpenMade.ts';
