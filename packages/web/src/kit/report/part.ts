/** What a capability gives to the report screen. */
export interface ReportPart {
  /** The room that it shows, and the catalogue of its words. */
  readonly room: string;
}
