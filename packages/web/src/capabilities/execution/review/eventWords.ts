import type { Text, World } from '@entente/engine';
import type { EventWords, Facts } from '../../../kit/review/wording.ts';

/** Only this room’s events are told here. */
export const OWN = /^(Plan(Activated)|Task|Step(?!sNamed)|WordGiven|Hindrance)/;

/** How this room’s events read. */
export const eventWords: EventWords = {
  variant(event) {
    switch (event.type) {
      case 'PlanActivated':
        return event.unsigned ? 'PlanActivated.unsigned' : 'PlanActivated.agreed';
      case 'StepOverdue':
        return `StepOverdue.${event.past}`;
      case 'StepHindered':
        return event.fails ? 'StepHindered.fails' : 'StepHindered.held';
      case 'StepReported':
        return event.ends === undefined ? 'StepReported.says' : 'StepReported.ends';
      case 'StepBlocked':
        return event.on === undefined ? 'StepBlocked.alone' : 'StepBlocked.on';
      default:
        return undefined;
    }
  },
  values: (facts, _world, w) =>
    OWN.test(String(facts.type))
      ? {
          ends: typeof facts.ends === 'number' ? w.time(facts.ends) : '',
          on: typeof facts.on === 'string' ? w.who(`party:${facts.on}`) : '',
          to: typeof facts.to === 'string' ? w.who(facts.to) : '',
        }
      : {},
  title: titleOf,
};

function titleOf(facts: Facts, { execution }: World): Text | undefined {
  return typeof facts.task === 'string' ? execution.tasks.get(facts.task)?.text : undefined;
}
