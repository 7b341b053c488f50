/** What a capability gives to the review screen. */
export interface ReviewPart {
  /** The room that it shows, and the catalogue of its words. */
  readonly room: string;
}
