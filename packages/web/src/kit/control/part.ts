/** What a capability gives to the control screen. */
export interface ControlPart {
  /** The room that it shows, and the catalogue of its words. */
  readonly room: string;
}
