import type { Report } from './report.ts';
import { type Both, clockAt } from './words.ts';

/** Words of the report’s page: both languages stand in it, and one is shown. */

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const w = (en: string, ko: string): string => `<span data-l="en" lang="en">${en}</span><span data-l="ko" lang="ko">${ko}</span>`;
export const b = ({ en, ko }: Both): string => (en === ko ? escaped(en) : w(escaped(en), escaped(ko)));

/** A name for whoever does not see it: the script puts that of the language which is shown. */
export const named = (en: string, ko: string): string =>
  `aria-label="${escaped(en)}" data-named-en="${escaped(en)}" data-named-ko="${escaped(ko)}"`;

export const count = (n: number): string => n.toLocaleString('en');

/** A link to the minute of a run, and to what is shown there. */
export function openRun(report: Pick<Report, 'scenario'>, run: number, at: number, thing?: string): string {
  const time = clockAt(report.scenario, at);
  return `<a href="#" ${toRun(report, run, at, thing)}>${w(`Open run ${run} at ${time}`, `시행 ${run}, ${time} 열기`)}</a>`;
}

/** What whoever presses this opens: a run, at a moment; `thing`: what it is about, as the review names it, by its number. */
export const toRun = ({ scenario }: Pick<Report, 'scenario'>, run: number, at = 0, thing?: string): string =>
  `data-run="${run}" data-at="${at}" data-clock="${clockAt(scenario, at)}"${thing === undefined ? '' : ` data-thing="${escaped(thing)}"`}`;

/** What whoever presses this opens: the re-run in which the exercise would have ended well. */
export const toNearest = ({ scenario }: Pick<Report, 'scenario'>, run: number, at: number): string =>
  `data-run="${run}" data-open="decision" data-at="${at}" data-clock="${clockAt(scenario, at)}"`;

/** The mark of a party: its letter in its shape. */
export function mark(parties: Report['parties'], party: string | undefined): string {
  const n = parties.findIndex((p) => p.id === party);
  return n < 0 ? '' : `<span class="mark p${n < 4 ? n + 1 : 0}">${escaped(parties[n]!.letter)}</span>`;
}
