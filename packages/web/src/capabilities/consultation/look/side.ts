import type { Viewer } from '../../../kit/control/entry.ts';

/** Whose world a viewer’s is: a party’s, for its controllers and evaluators; undefined: lead control’s, which holds everything. */
export const sideOf = ({ address, party }: Viewer): string | undefined => (address === 'control' ? undefined : (party ?? ''));
