import type { Address, AttachmentCard, Id, Ms, Text } from '@entente/engine';

/** One thing that a seat holds, as a line of its inbox: what its capability says of it in words that every list understands. */
export interface Line {
  readonly id: Id;
  /** Its kind, by the name that its capability gave: `delivery`, `message`, `item` … */
  readonly kind: string;
  readonly at: Ms;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly channel: string;
  readonly label?: string | undefined;
  readonly purpose?: string | undefined;
  readonly title?: Text | undefined;
  readonly text: Text;
  readonly unread: boolean;
  /** Whether it is asked for, or only possible, to say that it came; absent where that makes no sense. */
  readonly acknowledge?: 'asked' | 'may' | undefined;
  readonly acknowledgedAt?: Ms | undefined;
  /** Whether one can write back. */
  readonly replies: boolean;
  /** Written by this seat. */
  readonly mine: boolean;
  readonly attachments?: readonly AttachmentCard[] | undefined;
  /** Control put a new text in the place of what was delivered: the last time, why, and what stood there before, oldest first. */
  readonly corrected?:
    | { readonly at: Ms; readonly version: number; readonly reason?: Text | undefined; readonly before: readonly Former[] }
    | undefined;
  /** Control took it back. */
  readonly withdrawn?: { readonly at: Ms; readonly reason?: Text | undefined } | undefined;
  /** What it answers or is about. */
  readonly about?: Id | undefined;
  /** The thing that it stands for, where that is not its own id. */
  readonly of?: Id | undefined;
  /** A line that came with it and is read inside it. */
  readonly brought?: Id | undefined;
  /** The line inside which it is read, so that it is no news by itself. */
  readonly within?: Id | undefined;
  /** The filter under which it always stands. */
  readonly filter?: string | undefined;
  /** It stands under its own filter and nowhere else. */
  readonly apart?: boolean | undefined;
}

/** A text that no longer stands. */
export interface Former {
  /** 0 as delivered, 1 after the first correction … */
  readonly version: number;
  readonly at: Ms;
  readonly title: Text;
  readonly text: Text;
}
