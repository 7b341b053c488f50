import { durationText, type ScenarioInput } from '@entente/engine';
import { said } from '../error.ts';
import type { Guesses } from '../guesses.ts';
import { nameKey } from './names.ts';

type Inject = NonNullable<ScenarioInput['injects']>[number];

/** A row that follows the release of another, by its number. */
export interface Link {
  readonly row: number;
  readonly number: string;
  readonly ms: number;
  /** It waits for a hand for another reason. */
  readonly held: boolean;
}
interface Linked {
  readonly links: readonly Link[];
  readonly injects: readonly Inject[];
  readonly outcomes: ReadonlyMap<number, { readonly inject?: Inject }>;
}

/** Events that follow another get it; where it is not certain which, they wait for a hand. */
export function linkEvents({ links, injects, outcomes }: Linked, guesses: Guesses): void {
  for (const { row, number, ms, held } of links) {
    const inject = outcomes.get(row)?.inject;
    if (!inject) continue;
    const found = injects.filter((i) => nameKey(i.number ?? '') === nameKey(number) && i !== inject);
    if (found.length === 1 && !held) {
      delete inject.manual;
      inject.after = { event: found[0]?.id as string, ...(ms > 0 ? { delay: durationText(ms) } : {}) };
    }
    sayLink(row, number, found.length === 1, guesses);
  }
  breakCircles(injects);
}

function sayLink(row: number, number: string, certain: boolean, guesses: Guesses): void {
  guesses.decide({
    key: certain ? 'after' : `after=${nameKey(number)}`,
    code: 'after',
    kind: 'time',
    what: certain
      ? (r) => said(`${r.en}: released after the event that the time cell names.`, `${r.ko}: 시각 칸에 적힌 상황에 이어 부여합니다.`)
      : (r) =>
          said(
            `${r.en}: follows event “${number}”, which is not certain; the event waits for a controller's hand.`,
            `${r.ko}: “${number}” 상황에 이어진다고 적혀 있으나 확실하지 않아 통제관이 직접 부여합니다.`,
          ),
    because: said('The cell names an event, and no time of day.', '시각 대신 다른 상황이 적혀 있기 때문입니다.'),
    confidence: 0.85,
    rows: [row],
  });
}

/** A circle of events that wait for each other would never begin: its first waits for a hand. */
function breakCircles(injects: readonly Inject[]): void {
  const by = new Map(injects.map((i) => [i.id, i]));
  for (const inject of injects) {
    const seen = new Set<string>();
    for (let at: Inject | undefined = inject; at?.after && 'event' in at.after; at = by.get(at.after.event as string)) {
      if (seen.has(at.id)) {
        delete inject.after;
        inject.manual = true;
        break;
      }
      seen.add(at.id);
    }
  }
}
