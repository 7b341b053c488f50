import type { EditionEvent } from '../review/edition.ts';

/**
 * What stands on the record only so that screens can work, and what is nobody's business on paper: planning,
 * links between things, whose hand acts, the details of a real emergency. Never referred to, never listed.
 */
const BACKSTAGE =
  /^(.*Planned|SharingRulesGiven|ItemBased|ItemDerived|RequestAbout|RequestConcerns|RequestAnswered|InjectShown|ExpectedShown|DirectoryGiven|ObjectivesGiven|DeliveryLinked|MessageLinked|NoteLinked|HandChanged|TakerNamed|EmergencyDetailed|SpokenFor|FaultRecorded|Attachment.*)$/;

/** True for what happened, as far as a reader of the report is concerned. */
export function happened({ event }: EditionEvent): boolean {
  return !BACKSTAGE.test(event.type);
}

/** The edition's own numbers of events, by their id. Whatever the edition does not hold has no number. */
export function numbering(events: readonly EditionEvent[]): (ids: readonly string[]) => number[] {
  const byId = new Map(events.filter(happened).map((e) => [e.id, e.no]));
  return (ids) => [...new Set(ids.flatMap((id) => byId.get(id) ?? []))].sort((a, b) => a - b);
}

/** Numbers as people cite them: `3, 9–12`. At most `most` ranges; how many numbers were left out stands in `left`. */
export function cited(numbers: readonly number[], most = 12): { readonly text: string; readonly left: number } {
  const ranges: [number, number][] = [];
  for (const n of numbers) {
    const last = ranges.at(-1);
    if (last && n === last[1] + 1) last[1] = n;
    else ranges.push([n, n]);
  }
  const shown = ranges.slice(0, most);
  const left = ranges.slice(most).reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return { text: shown.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', '), left };
}
