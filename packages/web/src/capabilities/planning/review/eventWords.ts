import type { Text, World } from '@entente/engine';
import { currentOption } from '@entente/engine/planning';
import type { EventWords, Facts } from '../../../kit/review/wording.ts';

/** Only this room’s events are told here. */
export const OWN = /^(Board|PlanNeeded|PlanDrafted|Criterion|Option|Score|WeightKept|RedLineKept|AssessmentTold|StepsNamed|OwnStep|Annex)/;

/** How this room’s events read. */
export const eventWords: EventWords = {
  variant(event) {
    switch (event.type) {
      case 'OwnStepMarked':
        return `OwnStepMarked.${event.is}`;
      case 'ScoreKept':
        return event.score === undefined ? 'ScoreKept.back' : 'ScoreKept.kept';
      case 'WeightKept':
        return event.weight === undefined ? 'WeightKept.back' : 'WeightKept.kept';
      case 'RedLineKept':
        return event.text === undefined ? 'RedLineKept.back' : 'RedLineKept.kept';
      default:
        return undefined;
    }
  },
  values(facts, { planning }, w) {
    if (!OWN.test(String(facts.type))) return {};
    const told = facts.told as { readonly [part: string]: readonly unknown[] } | undefined;
    return {
      score: String(facts.score ?? ''),
      weight: typeof facts.weight === 'string' ? w.say(`event.weights.${facts.weight}`) : '',
      criterion: w.pick(planning.criteria.get(String(facts.criterion ?? ''))?.name),
      count: told ? Object.values(told).reduce((sum, part) => sum + part.length, 0) : 0,
    };
  },
  title: titleOf,
};

function titleOf(facts: Facts, { planning }: World): Text | undefined {
  const id = (key: string): string => String(facts[key] ?? '');
  const option = planning.options.get(id('option'));
  if (option) return currentOption(option).card.name;
  const card = facts.card as { readonly name?: Text } | undefined;
  return (
    card?.name ??
    planning.criteria.get(id('criterion'))?.name ??
    planning.boards.get(id('board'))?.name ??
    planning.own.get(id('own'))?.card.text
  );
}
