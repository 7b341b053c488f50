/** What a run of a rehearsal was opened for: its report notes it in this tab, by the run’s path, before it comes here. */
export interface OpenedFor {
  readonly run: number;
  /** ms from STARTEX. */
  readonly at: number;
  /** What its finding says; absent where the run was opened by its number. */
  readonly why?: { readonly en: string; readonly ko: string } | undefined;
  /** What the finding is about: `inject:022`, `expected:E06`. */
  readonly thing?: string | undefined;
  /** The report. */
  readonly back: string;
}

/** @param door the path of the run, as `/s/DOOR/` */
export function openedFor(door: string): OpenedFor | undefined {
  try {
    const noted: unknown = JSON.parse(sessionStorage.getItem(`entente.opened:${door}`) ?? 'null');
    return isNote(noted) ? noted : undefined;
  } catch {
    // Storage is forbidden here, or somebody wrote into it: the review is what it is without.
    return undefined;
  }
}

/** The mark of that thing, by its kind and number. */
export function markOf(marks: Iterable<{ readonly key: string; readonly number?: string | undefined }>, thing = ''): string | undefined {
  const [kind, number] = thing.split(/:(.*)/s);
  for (const mark of marks) if (mark.number === number && mark.key.startsWith(`${kind}:`)) return mark.key;
  return undefined;
}

function isNote(noted: unknown): noted is OpenedFor {
  const { run, at, why, thing, back } = (noted ?? {}) as Partial<OpenedFor>;
  return (
    Number.isFinite(run) &&
    Number.isFinite(at) &&
    (why === undefined || (typeof why?.en === 'string' && typeof why.ko === 'string')) &&
    (thing === undefined || typeof thing === 'string') &&
    // A page of this server, and no other.
    /^\/(?:api|s)\/[^\\]*$/.test(back ?? '')
  );
}
