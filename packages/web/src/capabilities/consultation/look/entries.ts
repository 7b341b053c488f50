import { actsOf, decisionsOn, dueOf, neverAsked, partyOfAct, procedureOf, takenAt, troubles } from '@entente/engine/consultation';
import type { Entry } from '../../../kit/control/entry.ts';
import type { EntryLook } from '../../../kit/control/part.ts';
import { sideOf } from './side.ts';

/** The lane that this room gives the timeline. */
const LANE = 'tables';

/** Matters on control’s timeline: asked, answered by whom, decided before asking, broken or closed, and until when. */
export function* matterEntries({ world, viewer, names, now }: EntryLook): Iterable<Entry> {
  const side = sideOf(viewer);
  const letter = (party: string | undefined): string => names.party(party)?.letter ?? '';
  for (const matter of world.consultation.matters.values()) {
    const { id, at, card, closed } = matter;
    const due = dueOf(matter);
    const wrong = troubles(world, matter, now, side);
    const mark = { ...PLAIN, target: 'matter', title: card.title };
    yield {
      ...mark,
      id,
      kind: 'asked',
      number: letter(card.party),
      status: wrong.length > 0 ? 'missed' : 'done',
      at,
      ...(due === undefined ? {} : { until: due, allowed: true as const }),
      happened: true,
    };
    for (const act of actsOf(matter)) {
      if (!procedureOf(matter).acts.includes(act.type)) continue;
      yield { ...mark, ...SMALL, id: act.id, kind: 'said', number: letter(partyOfAct(act)), status: 'done', at: act.at };
    }
    if (closed?.outcome === 'broken')
      yield { ...mark, ...SMALL, id: closed.src, kind: 'broke', number: '', status: 'missed', at: closed.at };
    for (const { decision, by } of decisionsOn(world, matter))
      if (by !== undefined)
        yield {
          ...unasked(decision.id, letter(decision.card.party)),
          title: decision.card.title,
          at: takenAt(decision),
          until: at,
          allowed: true,
        };
  }
  for (const { decision } of neverAsked(world))
    yield { ...unasked(decision.id, letter(decision.card.party)), title: decision.card.title, at: takenAt(decision) };
}

const PLAIN = { lanes: [LANE], about: false, contingency: false, manual: false, waits: false, mine: false, happened: true } as const;
const SMALL = { wordless: true, pictured: true, happened: true } as const;
const unasked = (id: string, number: string) => ({ ...PLAIN, id, kind: 'unasked', target: 'decision', number, status: 'missed' }) as const;
