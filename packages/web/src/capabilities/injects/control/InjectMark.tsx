import type { Entry } from '../../../kit/control/entry.ts';
import type { Say } from '../../../kit/control/names.ts';
import type { MarkKind, MarkLook } from '../../../kit/control/part.ts';
import { minutes } from '../../../kit/control/scenarioTime.ts';

/** An inject ●, a contingency ○; dashed while it waits for a condition. */
export const injectMark: MarkKind = { Mark: InjectMark, state: injectState };

function InjectMark({ entry, hand }: { readonly entry: MarkLook; readonly hand: boolean }) {
  if (entry.status === 'skipped' || entry.status === 'lapsed')
    return (
      <>
        <circle r={4.5} className="ct-mark-open" />
        <path d="M-6 6 6-6" className="ct-mark-open" />
      </>
    );
  if (entry.happened)
    return entry.contingency ? <circle r={4} className="ct-mark-contingency" /> : <circle r={5} className="ct-mark-done" />;
  if (entry.waits && entry.status !== 'due' && entry.status !== 'held') return <circle r={5} className="ct-mark-waits" />;
  if (entry.contingency) return <circle r={4} className="ct-mark-contingency" />;
  return <circle r={5} className={hand ? 'ct-mark-hand' : 'ct-mark-future'} />;
}

function injectState(entry: Entry, waitsFor: string, now: number, say: Say): ReturnType<NonNullable<MarkKind['state']>> {
  if (entry.status === 'due')
    return {
      suffix:
        entry.at !== undefined && now - entry.at >= 60_000 ? say('state.dueSince', { count: minutes(now - entry.at) }) : say('state.due'),
      tone: 'soon',
    };
  if (entry.status === 'held') return { suffix: say('state.held'), tone: 'soon' };
  if (entry.status === 'skipped') return { suffix: say('state.skipped'), tone: 'quiet' };
  if (entry.status === 'lapsed') return { suffix: say('state.lapsed'), tone: 'quiet' };
  if (entry.happened) return {};
  if (entry.waits) return { suffix: waitsFor ? say('state.waitsFor', { what: waitsFor }) : say('state.waits'), tone: 'quiet' };
  if (entry.contingency) return { suffix: say('state.ifNeeded'), tone: 'quiet' };
  if (entry.at === undefined && entry.manual) return { suffix: say('state.byHand'), tone: 'quiet' };
  return {};
}
