import type { Said } from '../error.ts';
import type { Profile } from './profile.ts';
import type { Meaning } from './reading.ts';

/** A column of a sheet, and what it is taken for. */
export interface Column {
  readonly index: number;
  readonly letter: string;
  readonly header: string;
  /** What it is taken for; what it may be, where that is too unsure to act on. */
  readonly meaning: Meaning;
  readonly suggestion: Meaning;
  readonly confidence: number;
  readonly because: Said;
  readonly given: boolean;
  /** Its header is none that is known. */
  readonly unknown: boolean;
  readonly rank: number;
  readonly profile: Profile;
}
