import type { ControlLook, ControlPart } from '../kit/control/part.ts';
import type { PublicPart } from '../kit/public/part.ts';
import type { ReportPart } from '../kit/report/part.ts';
import type { ReviewPart } from '../kit/review/part.ts';
import type { SeatPart } from '../kit/seat/part.ts';

/** What a capability may give to each screen. */
export interface Parts {
  readonly seat: SeatPart;
  readonly control: ControlPart;
  /** Control’s screen for those who only look: evaluators. */
  readonly look: ControlLook;
  readonly review: ReviewPart;
  readonly report: ReportPart;
  readonly public: PublicPart;
}
export type Screen = keyof Parts;

/**
 * What a room has on the screens. Each part is fetched when its screen opens: a player’s phone need not load what
 * control sees of it.
 */
export type Capability = { readonly [S in Screen]?: () => Promise<Pick<Parts, S>> };
