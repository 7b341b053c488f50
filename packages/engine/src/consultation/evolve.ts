import type { Id, Meta, Text } from '../fact.ts';
import { bracketNamed, standsBy } from './brackets.ts';
import type { ConsultationEvent, ConsultationState, Done, Matter } from './language.ts';
import { isSame } from './matters.ts';
import type { TextEvent } from './texts-language.ts';

export const initial = (): ConsultationState => ({
  forums: new Map(),
  matters: new Map(),
  decisions: new Map(),
  texts: new Map(),
  subjects: new Map(),
  actedFor: new Map(),
});

export function evolve(own: ConsultationState, event: ConsultationEvent, meta: Meta): void {
  const { id, at } = meta;
  const src = id;
  switch (event.type) {
    case 'ForumGiven':
      own.forums.set(id, { src, id, at, card: event.card });
      return;
    case 'ForumNamed': {
      const forum = own.forums.get(event.forum);
      if (forum) forum.named = { src, scenario: event.scenario };
      return;
    }
    case 'SubjectPlanned':
      own.subjects.set(event.subject, { src, name: event.name, needs: event.needs });
      return;
    case 'MatterOpened':
      own.matters.set(id, { src, id, at, forum: event.forum, card: event.card, acts: [], positions: [], prolonged: [], drafts: [] });
      return;
    case 'ActNamed': {
      const act = actOf(own, event.act);
      if (act) act.named = { src, party: event.party, by: event.by };
      return;
    }
    case 'ActedFor':
      own.actedFor.set(event.of, { src, by: event.by, person: event.person });
      return;
    case 'DraftDropped': {
      const draft = [...own.matters.values()].flatMap((m) => m.drafts).find((d) => d.id === event.draft);
      if (draft) draft.dropped = { src, at };
      return;
    }
    case 'DecisionTaken':
      own.decisions.set(id, { src, id, at, card: event.card, to: event.to, rests: [], subjects: [] });
      return;
    case 'DecisionRests':
      own.decisions.get(event.decision)?.rests.push({ src, matter: event.matter });
      return;
    case 'ConsultationTranslated': {
      const { of, title = '', text, authority } = event;
      const [matter, decision] = [own.matters.get(of), own.decisions.get(of)];
      if (matter) own.matters.set(of, { ...matter, card: { ...matter.card, title, text } });
      else if (decision) own.decisions.set(of, { ...decision, card: { ...decision.card, title, text, authority } });
      else for (const m of own.matters.values()) sayAnew(m, of, text);
      return;
    }
    case 'SubjectSet':
      own.decisions.get(event.decision)?.subjects.push({ src, subject: event.subject });
      return;
    case 'MatterOnText':
    case 'MatterOfDecision':
    case 'ActDone':
    case 'PositionShown':
    case 'MatterProlonged':
    case 'MatterOverdue':
    case 'MatterClosed':
    case 'DraftKept': {
      const matter = own.matters.get(event.matter);
      if (matter) inMatter(matter, event, meta);
      return;
    }
    default:
      evolveText(own, event, meta);
  }
}

/** The same in one language more: an act and what was shown of it when the matter closed are one, or the words that closed it. */
function sayAnew(matter: Matter, of: Id, text: Text): void {
  const { acts, positions, closed } = matter;
  if (closed?.src === of) matter.closed = { ...closed, text };
  const said = [...acts, ...positions].find((a) => a.id === of);
  if (!said) return;
  for (const list of [acts, positions])
    for (const [i, a] of list.entries()) if (a.id === of || (isSame(a, said) && saysSame(a, said))) list[i] = { ...a, text };
}
const saysSame = (a: Done, b: Done): boolean => JSON.stringify(a.text) === JSON.stringify(b.text);

function actOf(own: ConsultationState, id: Id) {
  for (const { acts } of own.matters.values()) {
    const found = acts.find((a) => a.id === id);
    if (found) return found;
  }
  return undefined;
}

type InMatter = Extract<ConsultationEvent, { readonly matter: Id }>;

function inMatter(matter: Matter, event: Exclude<InMatter, { type: 'DecisionRests' }>, { id, at }: Meta): void {
  const src = id;
  switch (event.type) {
    case 'MatterOnText':
      matter.on = { src, ...event.on };
      return;
    case 'MatterOfDecision':
      matter.informs = { src, decision: event.decision };
      return;
    case 'ActDone': {
      const { act, party, by, text, on, paragraph } = event;
      matter.acts.push({ src, id, at, type: act, party, by, text, on, paragraph });
      return;
    }
    case 'PositionShown':
      matter.positions.push({ src, id, at: event.done, type: event.act, party: event.party, by: event.by, text: event.text });
      return;
    case 'MatterProlonged':
      matter.prolonged.push({ src, at, due: event.due, by: event.by });
      delete matter.overdue;
      return;
    case 'MatterOverdue':
      matter.overdue = { src, at, jumped: event.jumped };
      return;
    case 'MatterClosed':
      matter.closed = { src, at, outcome: event.outcome, by: event.by, text: event.text, jumped: event.jumped };
      return;
    case 'DraftKept':
      matter.drafts.push({ src, id, at, party: event.party, by: event.by, act: event.act, text: event.text });
  }
}

function evolveText(own: ConsultationState, event: TextEvent, { id, at }: Meta): void {
  const src = id;
  switch (event.type) {
    case 'TextTabled': {
      const first = { src, at, version: 1, digest: event.digest, paragraphs: event.card.paragraphs };
      own.texts.set(id, { src, id, at, forum: event.forum, card: event.card, versions: [first], brackets: [], certified: [], kept: [] });
      return;
    }
    case 'BracketSet': {
      const text = own.texts.get(event.of);
      if (!text) return;
      const { on, wording, party, by } = event;
      leave(text, wording.paragraph, party, src);
      text.brackets.push({ src, id, at, on, wording, party, by, taken: [] });
      return;
    }
    case 'BracketTaken':
    case 'BracketDropped': {
      const found = bracketNamed(own.texts.values(), event.bracket);
      if (!found) return;
      const hand = { src, at, party: event.party, by: event.by };
      if (event.type === 'BracketDropped') found.bracket.dropped = hand;
      else {
        leave(found.text, found.bracket.wording.paragraph, event.party, src);
        found.bracket.taken.push(hand);
      }
      return;
    }
    case 'VersionMade': {
      const text = own.texts.get(event.of);
      const taken = text?.brackets.find((b) => b.id === event.bracket);
      if (!text || !taken) return;
      const { version, digest, paragraphs } = event;
      text.versions.push({ src, at, version, digest, paragraphs });
      for (const b of text.brackets)
        if (!b.dropped && !b.settled && b.wording.paragraph === taken.wording.paragraph)
          b.settled = { src, at, version, bracket: event.bracket };
      // Rule J3: what was signed before is void.
      for (const matter of own.matters.values())
        if (matter.on?.of === event.of && !matter.closed) matter.acts.push({ src, id, at, type: 'new-version', on: digest });
      return;
    }
    case 'LanguagesCertified':
      own.texts.get(event.of)?.certified.push({ src, at, digest: event.digest, party: event.party, by: event.by });
      return;
    case 'WordingKept':
      own.texts.get(event.of)?.kept.push({ src, id, at, wording: event.wording, party: event.party, by: event.by });
  }
}

/** Who sets or takes a wording lets go what it took before in that paragraph. */
function leave(text: Parameters<typeof standsBy>[0], paragraph: string, party: string, src: Id): void {
  const took = standsBy(text, paragraph, party);
  const hand = took?.taken.findLast((t) => t.party === party && t.left === undefined);
  if (hand) hand.left = { src };
}
