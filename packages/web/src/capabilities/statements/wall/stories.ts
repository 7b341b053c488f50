import { rosterOfWorld, standing, standingCard, type World } from '@entente/engine';
import { type Medium, type Public, saidInPublic } from '@entente/engine/statements';
import type { Story, StoryForm } from './story.ts';

const FORMS: Readonly<Record<Medium, StoryForm>> = {
  newspaper: 'news',
  online: 'news',
  wire: 'wire',
  broadcaster: 'broadcast',
  post: 'post',
};

/** Everything that was said in public as it stands on the wall, newest first. */
export function storiesOf(world: World): readonly Story[] {
  return saidInPublic(world)
    .map((said) => storyOf(world, said))
    .reverse();
}

function storyOf(world: World, said: Public): Story {
  const { id, at } = said;
  const base = { id, at, parties: [], joint: false, unnamed: false };
  switch (said.kind) {
    case 'statement': {
      const { card, links } = said.statement;
      const parties = card.parties ?? [card.party];
      const corrected = links.find((l) => l.how === 'corrects')?.to ?? '';
      const first = world.statements.statements.get(corrected);
      return {
        ...base,
        form: card.question && !card.parties ? 'pool' : 'statement',
        from: card.by ?? `party:${card.party}`,
        parties,
        joint: parties.length > 1,
        unnamed: card.by === undefined && parties.length === 1,
        text: card.text,
        question: card.question?.text,
        first: first && { at: first.at, title: first.card.text },
      };
    }
    case 'report': {
      const { card, links } = said.report;
      const corrected = world.statements.reports.get(links.find((l) => l.how === 'corrects')?.to ?? '');
      const first = corrected && { at: corrected.at, title: corrected.card.title };
      return { ...base, form: FORMS[card.medium], from: card.outlet, title: card.title, text: card.text ?? card.title, first };
    }
    case 'post':
      return { ...base, form: 'post', from: said.post.card.outlet, text: said.post.card.title };
    case 'news': {
      const { delivery } = said;
      const { title, text } = standing(delivery);
      const from = delivery.from.includes(':') ? delivery.from : `entity:${delivery.from}`;
      const parties = partiesOf(world, from);
      return {
        ...base,
        form: parties.length > 0 ? 'statement' : delivery.channel === 'social' ? 'post' : 'news',
        from,
        parties,
        title,
        text,
      };
    }
    case 'message': {
      const { from, subject, text } = said.message;
      return { ...base, form: 'statement', from, parties: partiesOf(world, from), title: subject, text };
    }
    case 'document': {
      const card = standingCard(said.item);
      const from = card?.originator ?? 'control';
      const [first] = card?.portions ?? [];
      return { ...base, form: 'document', from, parties: partiesOf(world, from), title: card?.title, text: first?.text ?? '' };
    }
  }
}

function partiesOf(world: World, from: string): readonly string[] {
  const party = rosterOfWorld(world)?.partyOf(from);
  return party === undefined ? [] : [party];
}
