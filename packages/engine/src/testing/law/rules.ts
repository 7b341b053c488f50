/** The words of the second column of the law. */

/** What stands in a field, and to whom it may be said. */
export type Rule = keyof typeof RULES;

/** In words, as docs/audiences.md has it. */
export const RULES = {
  /** A word of the event’s own language, a label, a number of the scenario: nobody’s address. */
  mark: 'plain facts',
  /** What the author wrote, or a hand in this act or before: the house adds no word. */
  words: 'words of its author',
  time: 'times of the scenario',
  count: 'counts',
  /** Each of its audience was given it. */
  thing: 'things that its reader was given',
  file: 'files: name, size, type, digest of that copy',
  condition: 'a condition',
  open: 'what the scenario tells all',
  own: 'nobody but all, lead control and its reader’s own party',
  hand: 'whose hand acted',
  side: 'to the acting side any; to others their own party alone',
  letter: 'whom its sender wrote to, and in whose name',
  asked: 'the sides of the request',
  table: 'who sits at the table of the forum',
  anybody: 'whom the author, or an item’s card, names',
  /** Lead control’s own events. */
  all: 'anything: lead control alone has it',
} as const;

export type Fields = Readonly<Record<string, Rule>>;

/** Lead control’s own. */
export const CONTROLS: Fields = { '*': 'all' };
export const MATTER: Fields = { matter: 'thing' };
