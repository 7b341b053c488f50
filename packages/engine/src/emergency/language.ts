import type { Address } from '../audience.ts';
import type { Fact, Id, Ms } from '../fact.ts';

/** Real-world emergency (NO DUFF): any seat raises it, the clock pauses, only lead control stands it down. */
export type EmergencyEvent =
  /** To `public`: nothing but that there is one. */
  | { readonly type: 'EmergencyRaised' }
  /** To control and the seat that raised it. */
  | { readonly type: 'EmergencyDetailed'; readonly emergency: Id; readonly seat: Address; readonly text: string }
  | { readonly type: 'EmergencyStoodDown' };
export interface EmergencyState {
  /** The last change: raised or stood down. */
  banner?: Fact & { readonly raised: boolean; readonly at: Ms };
  readonly details: Map<Id, Fact & { readonly seat: Address; readonly text: string; readonly at: Ms }>;
}
