import type { Text, World } from '@entente/engine';
import { type Done, partyOfAct, seatOfAct } from '@entente/engine/consultation';
import type { EventWords, Facts, Wording } from '../../../kit/review/wording.ts';

/** How this room’s events read. Most differ by the procedure, the act or the outcome that they name. */
export const eventWords: EventWords = {
  variant: (event) => {
    switch (event.type) {
      case 'MatterOpened':
        return `MatterOpened.${event.card.procedure === 'consultation' ? (event.card.form ?? 'exchange') : event.card.procedure}`;
      case 'ActDone':
        return `ActDone.${event.act}`;
      case 'PositionShown':
        return `PositionShown.${event.act}`;
      case 'MatterClosed':
        return `MatterClosed.${event.outcome}${event.jumped ? 'Jumped' : ''}`;
      case 'MatterOverdue':
        return event.jumped ? 'MatterPassed' : event.type;
      case 'MatterProlonged':
        return event.by === 'control' ? 'MatterCarried' : event.type;
      case 'DraftKept':
        return event.act === 'no-objection' ? 'DraftSettled' : event.type;
      default:
        return undefined;
    }
  },
  values,
  title: (facts, world) => titleOf(facts, world),
};

function values(facts: Facts, world: World, w: Wording): Record<string, unknown> {
  const { consultation } = world;
  const card = facts.card as { by?: string; happened?: number; name?: Text; members?: readonly { party: string }[] } | undefined;
  const act = typeof facts.act === 'string' ? actNamed(world, facts.act) : undefined;
  const by = card?.by ?? (typeof facts.by === 'string' ? facts.by : undefined) ?? (act && (seatOfAct(act) ?? partyOfAct(act)));
  const matter = consultation.matters.get(String(facts.matter));
  const forum = consultation.forums.get(String(facts.forum ?? matter?.forum));
  const members = (card?.members ?? forum?.card.members ?? []).map((m) => w.who(`party:${m.party}`)).join(', ');
  const told = matterTold(facts);
  return told
    ? {
        who: by ? w.who(by) : w.say('event.aMember'),
        forum: w.pick(card?.name ?? forum?.card.name) || members,
        members,
        due: typeof facts.due === 'number' ? w.time(facts.due) : '',
        version: facts.version ?? '',
        done: typeof facts.done === 'number' ? w.time(facts.done) : '',
      }
    : {};
}

/** Only this room’s events are told here. */
export const OWN =
  /^(Forum|Matter|Act(Done|Named|edFor)|Position|Draft|Decision(Taken|Rests)|Subject(Set|Planned)|Consultation|TextTabled|Bracket|VersionMade|Languages|WordingKept)/;
const matterTold = (facts: Facts): boolean => OWN.test(String(facts.type));

function actNamed(world: World, id: string): Done | undefined {
  for (const { acts } of world.consultation.matters.values()) {
    const found = acts.find((a) => a.id === id);
    if (found) return found;
  }
  return undefined;
}

/** The matter, text or decision that an event is about. */
function titleOf(facts: Facts, world: World): Text | undefined {
  const { matters, decisions, texts } = world.consultation;
  const matter = matters.get(String(facts.matter)) ?? matters.get(String(facts.of));
  if (matter) return matter.card.title;
  const decision = decisions.get(String(facts.decision));
  if (decision) return decision.card.title;
  const text = texts.get(String(facts.of)) ?? [...texts.values()].find((t) => t.brackets.some((b) => b.id === facts.bracket));
  if (text) return text.card.title;
  for (const m of matters.values())
    if ([...m.acts, ...m.drafts].some((a) => a.id === facts.act || a.id === facts.draft || a.id === facts.of)) return m.card.title;
  return undefined;
}
