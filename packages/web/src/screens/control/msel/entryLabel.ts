import type { Pick, Say } from '../../../kit/control/names.ts';
import { minutes } from '../../../kit/control/scenarioTime.ts';
import type { Entry } from './msel.ts';
import type { Label } from './timelineLayout.ts';

/** What stands beside a mark on the timeline: number, title, and its state where the shape alone does not say it. */
export function entryLabel(entry: Entry, waitsFor: string, now: number, pick: Pick, say: Say): Label {
  const base = { number: entry.number, title: pick(entry.title).replace(/\s+/g, ' ') };
  if (entry.kind === 'expected') return { ...base, ...expectedState(entry, now, say) };
  if (entry.kind === 'decision') return base;
  return { ...base, ...injectState(entry, waitsFor, now, say) };
}

type State = Pick2<Label, 'suffix' | 'tone'>;
type Pick2<T, K extends keyof T> = { readonly [P in K]?: T[P] };

function expectedState(entry: Entry, _now: number, say: Say): State {
  if (entry.status === 'missed') return { suffix: say('state.missed'), tone: 'late' };
  if (entry.status === 'not') return { suffix: say('state.not'), tone: 'late' };
  if (entry.status === 'late') return { suffix: say('state.late'), tone: 'soon' };
  if (entry.status === 'partly') return { suffix: say('state.partly'), tone: 'soon' };
  return {};
}

function injectState(entry: Entry, waitsFor: string, now: number, say: Say): State {
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
