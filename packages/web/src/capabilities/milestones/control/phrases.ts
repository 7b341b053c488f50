import type { Asked } from '@entente/engine';
import type { Phrases, Terms } from '../../../kit/control/conditionWords.ts';
import type { Say } from '../../../kit/control/names.ts';

/** How conditions on milestones, variables and the clock are said. */
export const phrases: Phrases = {
  milestone: (id, terms, say, form) => say(`condition.milestone.${form}`, { name: terms.milestone(id) }),
  time: (ms, terms, say, form) => say(`condition.time.${form}`, { time: terms.time(ms) }),
  variable: variableWords,
};

function variableWords(variable: Asked<'variable'>, terms: Terms, say: Say, form: string): string {
  const name = terms.variable(variable.id);
  const said: string[] = [];
  if (variable.is !== undefined)
    said.push(
      typeof variable.is === 'boolean'
        ? say(`condition.variable.${variable.is ? 'on' : 'off'}.${form}`, { name })
        : say(`condition.variable.is.${form}`, { name, value: variable.is }),
    );
  if (variable.atLeast !== undefined) said.push(say(`condition.variable.atLeast.${form}`, { name, value: variable.atLeast }));
  if (variable.atMost !== undefined) said.push(say(`condition.variable.atMost.${form}`, { name, value: variable.atMost }));
  return said.join(say(form === 'yes' ? 'condition.and' : 'condition.or')) || name;
}
