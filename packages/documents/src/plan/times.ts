import type { Ms } from '@entente/engine';

/** Scenario times on the clocks of capitals. */

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(zone: string): Intl.DateTimeFormat {
  const found =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-CA', {
      ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
    });
  formats.set(zone, found);
  return found;
}
export interface Local {
  readonly date: string;
  readonly time: string;
  readonly hour: number;
}
/** A scenario time in a zone. */
export function localAt(start: string, at: Ms, zone: string): Local {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(new Date(Date.parse(start) + at))
      .map((p) => [p.type, p.value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return { date: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}`, hour: Number(of('hour')) };
}
/** `2027-03-02 13:05 Seoul / 2027-03-01 23:05 Washington`; where no side has a capital, by UTC. */
export function onClocks(start: string, at: Ms, capitals: readonly { readonly name: string; readonly zone: string }[]): string {
  const all = capitals.length === 0 ? [{ name: 'UTC', zone: 'UTC' }] : capitals;
  return [
    ...new Set(
      all.map(({ name, zone }) => {
        const { date, time } = localAt(start, at, zone);
        return `${date} ${time} ${name}`;
      }),
    ),
  ].join(' / ');
}
/** The same from one time to another; the day of the end only where it is another. */
export function spanOnClocks(
  start: string,
  { start: from, end: to }: { readonly start: Ms; readonly end: Ms },
  capitals: readonly { readonly name: string; readonly zone: string }[],
): string {
  const all = capitals.length === 0 ? [{ name: 'UTC', zone: 'UTC' }] : capitals;
  const on = all.map(({ name, zone }) => {
    const [a, b] = [localAt(start, from, zone), localAt(start, to, zone)];
    return `${a.date} ${a.time}–${a.date === b.date ? '' : `${b.date} `}${b.time} ${name}`;
  });
  return [...new Set(on)].join(' / ');
}
/** `20270302T040500Z`. */
export const stampOf = (start: string, at: Ms): string =>
  new Date(Date.parse(start) + at).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');
