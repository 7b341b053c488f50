import { type Case, type Laws, NOBODY } from './case.ts';
import { EXPECTED } from './expected.ts';
import { INJECTS } from './injects.ts';
import { staff } from './people.ts';
import { LAW } from './table.ts';

/**
 * The law under which records were made before hidden causes were kept from showing by their time: a row’s conditions were
 * judged once, when it was shown, and an action’s party was told of everything but its opening.
 */
const row = (c: Case) => c.past.all('InjectShown').filter((l) => l.event.inject === c.event.inject);
const controller = (c: Case) => c.past.all('InjectPlanned').find((l) => l.event.inject === c.event.inject)?.event.card.controller;
const open = (c: Case, hand: boolean) => [
  'control',
  ...row(c)
    .filter(({ event: { waits, party } }) => waits === false || (hand && controller(c) === `control:${party}`))
    .flatMap(({ event: { party } }) => staff(party)),
];
const acting = (c: Case) => {
  const shown = c.past.all('ExpectedShown').find((l) => l.event.expected === c.event.expected)?.event;
  return ['control', ...(shown ? staff(shown.party) : NOBODY)];
};

export const LAW_BEFORE: Laws = {
  ...LAW,
  InjectPlanned: { ...(INJECTS.InjectPlanned as Laws[string]), carries: () => undefined },
  InjectShown: { ...(INJECTS.InjectShown as Laws[string]), carries: () => undefined },
  ExpectedShown: { ...(EXPECTED.ExpectedShown as Laws[string]), carries: () => undefined },
  InjectWaits: { says: 'lead control; a party to which the row was shown as one that waits for nothing hidden', to: (c) => open(c, false) },
  InjectLapsed: {
    says: 'lead control; a party to which the row was shown as one that waits for nothing hidden',
    to: (c) => open(c, false),
  },
  InjectDue: { says: 'the same, and the party whose hand it waits for', to: (c) => open(c, true) },
  ExpectedSeen: { ...(EXPECTED.ExpectedSeen as Laws[string]), to: acting },
  ExpectedMissed: { ...(EXPECTED.ExpectedMissed as Laws[string]), to: acting },
};
