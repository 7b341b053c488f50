import type { Version } from './versions.ts';

/** An event as the record has it; `by`: the acting seat, where whoever played it knows. */
export interface Line {
  readonly id: string;
  readonly at: number;
  readonly to: readonly string[];
  readonly event: { readonly type: string };
  readonly by?: string | undefined;
}
export interface Card {
  readonly originator: string;
  readonly label: string;
  readonly portions: readonly { readonly text: unknown; readonly label: string; readonly releasableTo?: readonly string[] }[];
  readonly onward: string;
  readonly expires?: number;
  readonly made?: Version;
  readonly attachments?: readonly { readonly id: string }[];
}
/** The facts of any event that is read here; which of them an event has depends on its type. */
export interface Facts {
  readonly type: string;
  readonly item: string;
  readonly of: string;
  readonly card: Card & { readonly to?: readonly string[]; readonly brings?: { readonly card: Card } };
  readonly to: readonly string[];
  readonly by?: string;
  readonly delivery?: string;
  readonly from: string & readonly string[];
  readonly party: string;
  readonly how: string;
  readonly portions?: readonly number[];
  readonly removed: readonly { readonly portion: number; readonly how: string }[];
  readonly made?: Version;
  readonly for: readonly string[];
  readonly attachment?: string;
  readonly content?: string;
}
export type Entry = Facts & { readonly viewers: ReadonlySet<string>; readonly at: number; readonly actor: string | undefined };
