import type { Address } from '../audience.ts';
import type { Fact, Id, Ms } from '../fact.ts';

/** Real-world emergency (NO DUFF): any seat and any observer raises it, the clock pauses, only lead control stands it down. */
export type EmergencyEvent =
  /** To `public`: nothing but that there is one. */
  | { readonly type: 'EmergencyRaised' }
  /** To control and the seat that raised it; what an observer writes, to lead control alone. */
  | { readonly type: 'EmergencyDetailed'; readonly emergency: Id; readonly seat: Address; readonly text: string }
  | { readonly type: 'EmergencyStoodDown' };
export interface EmergencyState {
  /** The last change: raised or stood down. */
  banner?: Fact & {
    readonly raised: boolean;
    readonly at: Ms;
    /** Ms since 1970: scenario time stands while an emergency does. */
    readonly wall: number;
  };
  readonly details: Map<Id, Fact & { readonly seat: Address; readonly text: string; readonly at: Ms; readonly wall: number }>;
}
