/** What a room knows, what it may be asked to do and what may happen in it. */
export interface Language<S, C, E> {
  readonly state: S;
  readonly command: C;
  readonly event: E;
}
/**
 * The languages of all rooms. Each room says its own beside its rules (`declare module '../world.ts'`), so that no list here
 * names it; a room that is listed in `rooms.ts` and says none does not compile.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the rooms fill it
export interface Languages {}
export type RoomName = keyof Languages;
/** What a seat (or lead control) knows: the fold of the events addressed to it. */
export type World = { readonly [N in RoomName]: Languages[N]['state'] };
export type AnyEvent = Languages[RoomName]['event'];
export type Command = Languages[RoomName]['command'];
