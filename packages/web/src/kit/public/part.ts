/** What a capability gives to the public screen. */
export interface PublicPart {
  /** The room that it shows, and the catalogue of its words. */
  readonly room: string;
}
