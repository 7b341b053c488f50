import type { EventWords } from '../../../kit/review/wording.ts';

export const eventWords: EventWords = {
  variant: (event) => {
    switch (event.type) {
      case 'ExpectedMissed':
        return event.jumped ? 'ExpectedPassed' : event.type;
      case 'ExpectedSeen':
        return event.late ? 'ExpectedSeenLate' : event.type;
      case 'ExpectedReported':
        return event.late ? 'ExpectedReportedLate' : event.type;
      case 'ExpectedJudged':
        return `ExpectedJudged.${event.verdict}${event.late && event.verdict !== 'not' ? 'Late' : ''}`;
      default:
        return undefined;
    }
  },
  title: (facts, world) => {
    const row = world.expected.rows.get(String(facts.expected));
    return (row?.plan?.card ?? row?.shown.values().next().value?.card)?.text;
  },
  number: (facts, world) => {
    const row = world.expected.rows.get(String(facts.expected));
    return (row?.plan?.card ?? row?.shown.values().next().value?.card)?.number;
  },
};
