import type { Text } from '@entente/engine';
import type { Rule } from './rule.ts';

/** What a simulated seat says where words are needed and nobody has written any. */
export const STOCK_LINE: Text = { en: 'Noted. We will come back to you on this.', ko: '확인했습니다. 검토하여 다시 알려 드리겠습니다.' };

const MINUTE = 60_000;
/** Settles a kind of what waits after a delay with this median, in minutes, that spreads by this factor. */
const settles = (who: string, waits: string, minutes: number, spread: number, more: Partial<Rule> = {}): Rule => ({
  key: `${who} ${waits}`,
  on: { waits },
  after: { of: { lognormal: [minutes * MINUTE, spread] } },
  doing: { settle: {} },
  otherwise: { nothing: true },
  house: 'side',
  ...more,
});
/** What each does for itself, whatever a colleague does. */
const ALONE = { house: 'alone' } as const;
const leaves = (who: string, waits: string): Rule => ({
  key: `${who} ${waits}`,
  on: { waits },
  after: { fixed: 0 },
  doing: { nothing: true },
  otherwise: { nothing: true },
});

/** How seats behave of which a scenario says nothing: they read soon, answer in time for most, and decide for what was asked. */
export const HOUSE_RULES: Readonly<Record<'seat' | 'control', readonly Rule[]>> = {
  seat: [
    // Another language, and what lifts a block, take a person.
    leaves('seat', 'translate'),
    leaves('seat', 'execution.answer'),
    settles('seat', 'roll', 1, 1.5, ALONE),
    settles('seat', 'acknowledge', 3, 2, ALONE),
    settles('seat', 'destroy', 5, 1.5, ALONE),
    settles('seat', 'answer', 10, 1.8),
    settles('seat', 'decide', 15, 1.8),
    settles('seat', 'position', 15, 1.6),
    settles('seat', 'signature', 15, 1.6),
    settles('seat', 'clearance', 4, 1.5, ALONE),
    settles('seat', 'publish', 3, 1.6),
    settles('seat', 'question', 12, 1.6),
    settles('seat', 'hand', 8, 1.6),
    settles('seat', 'scores', 15, 1.6),
    settles('seat', 'silence', 10, 1.8),
    settles('seat', 'conclusion', 10, 1.8),
    settles('seat', 'statements', 10, 1.8),
    settles('seat', 'edit', 10, 1.8, ALONE),
    settles('seat', 'activate', 10, 1.8),
    settles('seat', 'word', 10, 1.8),
    // A step begins when it is planned, and takes most of its time.
    settles('seat', 'start', 2, 1.6, { within: 0.9 }),
    settles('seat', 'finish', 3, 1.6, { within: 0.8 }),
    settles('seat', '*', 10, 1.8),
  ],
  control: [
    // What has a time is released when it is due; what is kept for the case is held back.
    { ...settles('control', 'release', 0, 1, { timed: true }), after: { fixed: 20_000 } },
    leaves('control', 'release'),
    leaves('control', 'address'),
    // It judges nothing.
    leaves('control', 'judge'),
    leaves('control', 'missed'),
    leaves('control', 'code'),
    leaves('control', 'flag'),
    leaves('control', 'rollcall'),
    leaves('control', 'emergency'),
    settles('control', 'overdue', 10, 1.6),
    settles('control', 'answer', 5, 1.6),
    settles('control', '*', 10, 1.6),
  ],
};
