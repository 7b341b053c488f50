import type { Id, Ms, Text } from '@entente/engine';

/** What a line of the stream opens. */
export interface Target {
  readonly kind: string;
  readonly id: string;
}
export const STREAM_GROUPS = ['all', 'messages', 'releases', 'items', 'tables', 'decisions', 'late', 'people', 'control'] as const;
export type StreamGroup = (typeof STREAM_GROUPS)[number];

/** One thing that happened. `key` names the sentence in the catalogue, `texts` its parts still in every language. */
export interface Happening {
  readonly src: string;
  /** The thing it happened to, where a room has many: it is told anew when that was touched. */
  readonly of?: Id | undefined;
  readonly at: Ms;
  readonly groups: readonly StreamGroup[];
  /** Whose act it was; absent if time or a condition did it. */
  readonly who?: string | undefined;
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly texts: Readonly<Record<string, Text>>;
  readonly to?: readonly string[] | undefined;
  readonly target?: Target | undefined;
  readonly tone?: 'late' | 'met' | undefined;
}

/** All things of a room, or those of them that were touched. */
export function* among<T>(all: ReadonlyMap<Id, T>, touched: ReadonlySet<Id> | undefined): Generator<readonly [Id, T]> {
  if (!touched) return yield* all;
  for (const id of touched) {
    const thing = all.get(id);
    if (thing) yield [id, thing];
  }
}

export type HappeningPart = Partial<Omit<Happening, 'src' | 'at' | 'key' | 'groups'>>;
export const happening = (src: string, at: Ms, groups: StreamGroup[], key: string, part: HappeningPart = {}): Happening => ({
  src,
  at,
  groups,
  key,
  values: {},
  texts: {},
  ...part,
});

/** What stands for a message in one line: its subject, else its beginning (a preview may be cut). */
export function firstWords(message: { readonly subject?: Text | undefined; readonly text: Text }): Text {
  const text = message.subject ?? message.text;
  if (typeof text === 'string') return beginning(text);
  return Object.fromEntries(Object.entries(text).map(([language, words]) => [language, beginning(words)]));
}

function beginning(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 140 ? `${line.slice(0, 139).trimEnd()}…` : line;
}
