import type { Figure, Sentence } from '../../../kit/review/figures.ts';
import type { SaidFlag } from '../said/chart.ts';
import { lasted, saidById } from '../said/look.ts';
import type { Scene } from '../said/scene.ts';

export type Told = Pick<Scene, 'world' | 'look' | 'called' | 'time' | 'ran' | 'who' | 'list'>;

/** Where they parted, how long, and what closed it; then what reports made of it, and what nobody has coded. Each figure opens its events. */
export function saidSentences(scene: Told): readonly (readonly Sentence[])[] {
  const { look } = scene;
  const counted = look.flags.filter((f) => f.right !== false);
  const pairs = counted.filter((f) => f.flag === 'contradictory' || f.flag === 'ambiguous');
  return [pairs.slice(0, 3).map((f) => parted(scene, f)), counts(scene, counted, pairs)].filter((line) => line.length > 0);
}

const evidence = ({ world }: Told, ids: readonly string[]): string[] => [
  ...new Set(ids.flatMap((id) => saidById(world, id)?.src ?? world.statements.lines.get(id)?.src ?? [])),
];
const ofFlags = (told: Told, flags: readonly SaidFlag[]): string[] =>
  evidence(
    told,
    flags.flatMap((f) => [f.said, f.with, ...(f.closed ? [f.closed.by] : [])]),
  );
const count = (told: Told, flags: readonly SaidFlag[]): Figure => ({ value: flags.length, unit: 'count', evidence: ofFlags(told, flags) });

/** “After the “No” of 08:04: first line after 37 min, aligned after 2 h 1 min”; “contradiction of 08:52 corrected after 15 min”. */
function parted(told: Told, flag: SaidFlag): Sentence {
  const { called, time } = told;
  const span = (value: number, by: readonly string[]): Figure => ({ value, unit: 'ms', evidence: evidence(told, [flag.said, ...by]) });
  const words = { what: called(flag.said), time: time(flag.opened) };
  const { closed, firstAfter, closedAfter } = flag;
  const state = closed ? 'Closed' : 'Open';
  const end = span(lasted(flag, told), [closed ? closed.by : flag.with]);
  if (flag.flag === 'contradictory') return { key: `saidDenied${state}`, figures: { end }, words };
  if (firstAfter === undefined || firstAfter === closedAfter) return { key: `saidParted${state}`, figures: { end }, words };
  return { key: `saidFirst${state}`, figures: { first: span(firstAfter, []), end }, words };
}

function counts(told: Told, counted: readonly SaidFlag[], pairs: readonly SaidFlag[]): Sentence[] {
  const { look, who, list, world } = told;
  const of = (kind: string): SaidFlag[] => counted.filter((f) => f.flag === kind);
  const reports = [...of('inference'), ...of('misquotation')];
  const open = pairs.filter((f) => !f.closed);
  const still = reports.filter((f) => !f.closed);
  const uncoded = look.things.filter((x) => !x.claims);
  const sentences: (Sentence | undefined)[] = [
    pairs.length > 0
      ? { key: 'saidPairs', figures: { ambiguous: count(told, of('ambiguous')), contradictory: count(told, of('contradictory')) } }
      : undefined,
    pairs.length > 0
      ? open.length > 0
        ? { key: 'saidOpen', figures: { n: count(told, open) } }
        : { key: 'saidRepaired', figures: {} }
      : undefined,
    // Of what nobody has coded nothing is known: it may be what parts them.
    pairs.length === 0 && look.things.length > 0 && uncoded.length === 0 ? { key: 'saidTogether', figures: {} } : undefined,
    of('off-line').length > 0 ? { key: 'saidOffLine', figures: { n: count(told, of('off-line')) } } : undefined,
    reports.length > 0 ? { key: 'saidReports', figures: { n: count(told, reports) } } : undefined,
    still.length > 0
      ? {
          key: 'saidStill',
          figures: { n: count(told, still) },
          words: { who: list([...new Set(still.map((f) => who(world.statements.reports.get(f.said)?.card.outlet ?? '')))]) },
        }
      : undefined,
    uncoded.length > 0
      ? {
          key: 'saidUncoded',
          figures: {
            n: {
              value: uncoded.length,
              unit: 'count',
              evidence: evidence(
                told,
                uncoded.map((x) => x.id),
              ),
            },
          },
        }
      : undefined,
  ];
  return sentences.filter((s): s is Sentence => s !== undefined);
}
