import type { Entry } from '../../../kit/control/entry.ts';
import type { Say } from '../../../kit/control/names.ts';
import type { MarkKind, MarkLook } from '../../../kit/control/part.ts';

/** An expected action ◇; ticked when met, crossed when missed, with two arrows where a jump passed it. */
export const expectedMark: MarkKind = {
  Mark: ExpectedMark,
  state: (entry, _, __, say) => expectedState(entry, say),
};

function ExpectedMark({ entry: { status } }: { readonly entry: MarkLook }) {
  const diamond = 'M0-6.5 6.5 0 0 6.5-6.5 0Z';
  if (status === 'met' || status === 'late' || status === 'partly')
    return (
      <>
        <path d={diamond} className={status === 'met' ? 'ct-mark-met' : 'ct-mark-late'} />
        <path d={status === 'partly' ? 'M-2.5 0H2.5' : 'M-2.6 0-.6 2 2.8-1.8'} className="ct-mark-sign" />
      </>
    );
  if (status === 'missed' || status === 'not')
    return (
      <>
        <path d={diamond} className="ct-mark-missed" />
        <path d="M-2-2 2 2M2-2-2 2" className="ct-mark-sign" />
      </>
    );
  if (status === 'passed')
    return (
      <>
        <path d={diamond} className="ct-mark-open" />
        <path d="M-3.2-2.2-.6 0-3.2 2.2M.6-2.2 3.2 0 .6 2.2" className="ct-mark-passed" />
      </>
    );
  return <path d={diamond} className={status === 'open' ? 'ct-mark-open strong' : 'ct-mark-open'} />;
}

function expectedState(entry: Entry, say: Say): ReturnType<NonNullable<MarkKind['state']>> {
  if (entry.status === 'missed') return { suffix: say('state.missed'), tone: 'late' };
  if (entry.status === 'passed') return { suffix: say('state.passed'), tone: 'quiet' };
  if (entry.status === 'not') return { suffix: say('state.not'), tone: 'late' };
  if (entry.status === 'late') return { suffix: say('state.late'), tone: 'soon' };
  if (entry.status === 'partly') return { suffix: say('state.partly'), tone: 'soon' };
  return {};
}
