import type { Id } from '../fact.ts';
import type { Recorded } from '../record.ts';
import { mayAskWhy } from '../sharing/why.ts';
import type { Command } from '../world.ts';
import { sharingScenario } from './sharing-scenario.ts';
import { Table } from './table.ts';

type Given = { type: Command['type']; [field: string]: unknown };

/** What a story gave: who was told of each act, in order, and what was refused to whom. */
export interface Told {
  /** Label of the act → each event of sharing and its viewers: `ItemGiven → control control:a seat:a-lead`. */
  readonly told: Readonly<Record<string, readonly string[]>>;
  /** What was tried → the code of its refusal, or `done`. */
  readonly refused: Readonly<Record<string, string>>;
}

/** One exercise in which every act of sharing is done and every forbidden one tried; each of the room’s audiences shows in it. */
export function sharingStory(): Told {
  return new Story().tell();
}

class Story {
  readonly table = new Table(sharingScenario());
  readonly told: Record<string, string[]> = {};
  readonly refused: Record<string, string> = {};

  tell(): Told {
    for (const seat of ['control', 'control:a', 'seat:a-lead', 'seat:a-press', 'seat:b-lead', 'seat:b-press']) this.table.sit(seat);
    this.table.start();
    this.writes();
    this.releases();
    this.asks();
    this.sanitises();
    this.words();
    this.recalls();
    this.waits();
    this.revises();
    this.versions();
    this.sendsFiles();
    this.oversteps();
    const { roster } = this.table.exercise;
    const asking = roster.viewers.filter((v) => mayAskWhy(this.table.seen(v).world, roster, v, this.item('Own')));
    this.told['who may ask why'] = [asking.join(' ')];
    return { told: this.told, refused: this.refused };
  }

  since(label: string, before: number): void {
    this.told[label] = this.table.record.slice(before).flatMap((r) => line(this.table, r));
  }
  act(label: string, seat: string, command: Given): void {
    const before = this.table.record.length;
    this.table.ok(seat, command);
    this.since(label, before);
  }
  no(what: string, seat: string, command: Given): void {
    const answer = this.table.say(seat, command);
    this.refused[what] = answer.ok ? 'done' : answer.rejection.code;
  }
  ask(label: string, seat: string, more: object): void {
    this.act(label, seat, { type: 'RequestItem', text: 'Please.', due: this.table.exercise.now(this.table.wall) + 600_000, ...more });
  }
  item(title: string): Id {
    for (const { id, plan, copies } of this.table.exercise.world.sharing.items.values())
      if ((plan?.card ?? copies.values().next().value?.card)?.title === title) return id;
    return 'none';
  }
  /** The newest request. */
  request(): Id {
    return [...this.table.exercise.world.sharing.requests.keys()].at(-1) ?? 'none';
  }

  writes(): void {
    this.act('a writes', 'seat:a-lead', { type: 'WriteItem', title: 'Own', portions: [{ text: 'Own.' }], basedOn: [this.item('Base')] });
    this.no('a writes into b’s hands', 'seat:a-lead', { type: 'WriteItem', title: 'X', portions: [{ text: 'X.' }], to: ['party:b'] });
    this.no('a colleague rests on what it does not hold', 'seat:a-press', {
      type: 'WriteItem',
      title: 'X',
      portions: [{ text: 'X.' }],
      basedOn: [this.item('Base')],
    });
    this.no('a colleague revises towards what it does not hold', 'seat:a-press', {
      type: 'ReviseItem',
      item: this.item('Own'),
      title: 'Own',
      portions: [{ text: 'Own.' }],
      basedOn: [this.item('Warning')],
    });
    this.no('a rests two items on each other', 'seat:a-lead', {
      type: 'ReviseItem',
      item: this.item('Base'),
      title: 'Base',
      portions: [{ text: 'Base.' }],
      basedOn: [this.item('Own')],
    });
  }

  releases(): void {
    this.act('a releases a part to b', 'seat:a-lead', {
      type: 'ReleaseItem',
      item: this.item('Warning'),
      to: ['seat:b-lead'],
      portions: [0, 1],
      title: 'Part',
    });
    this.act('b reads', 'seat:b-lead', { type: 'ReadItem', item: this.item('Part') });
    this.act('b acknowledges', 'seat:b-lead', { type: 'AcknowledgeItem', item: this.item('Part') });
    for (const [what, command] of Object.entries<Given>({
      reads: { type: 'ReadItem', item: this.item('Part') },
      releases: { type: 'ReleaseItem', item: this.item('Part'), to: ['seat:b-lead'] },
      sanitises: { type: 'SanitiseItem', item: this.item('Part'), title: 'X', portions: [{ of: 0, text: 'X.' }] },
      recalls: { type: 'RecallItem', item: this.item('Part') },
      'asks by its id for': { type: 'RequestItem', to: 'party:a', text: 'X', about: this.item('Part'), due: 600_000 },
    }))
      this.no(`b’s other seat ${what} what it was not given`, 'seat:b-press', command);
    this.no('b revises a’s', 'seat:b-lead', { type: 'ReviseItem', item: this.item('Part'), title: 'X', portions: [{ text: 'X.' }] });
    this.no('b recalls a’s', 'seat:b-lead', { type: 'RecallItem', item: this.item('Part'), from: ['party:c'] });
    this.no('b releases a’s whole by its id', 'seat:b-lead', { type: 'ReleaseItem', item: this.item('Warning'), to: ['seat:b-press'] });
    this.no('b passes a’s on', 'seat:b-lead', { type: 'ReleaseItem', item: this.item('Part'), to: ['party:c'] });
    this.no('b lowers a’s label', 'seat:b-lead', {
      type: 'SanitiseItem',
      item: this.item('Part'),
      title: 'X',
      portions: [{ of: 1, label: 'TLP:CLEAR' }],
    });
    this.no('b lengthens a’s list', 'seat:b-lead', {
      type: 'SanitiseItem',
      item: this.item('Part'),
      title: 'X',
      portions: [{ of: 1, releasableTo: ['c'] }],
    });
    this.no('b says in milder words what a wrote', 'seat:b-lead', {
      type: 'SanitiseItem',
      item: this.item('Part'),
      title: 'X',
      portions: [{ of: 0, text: 'Two, otherwise.', label: 'TLP:GREEN' }],
    });
    this.no('a’s controllers release', 'control:a', { type: 'ReleaseItem', item: this.item('Warning'), to: ['seat:b-lead'] });
  }

  asks(): void {
    this.ask('b asks for more', 'seat:b-lead', { to: 'party:a', about: this.item('Part') });
    this.no('b decides its own request', 'seat:b-lead', { type: 'DecideRequest', request: this.request(), decision: 'refuse' });
    this.no('b’s other seat decides what it was not told of', 'seat:b-press', {
      type: 'DecideRequest',
      request: this.request(),
      decision: 'refuse',
    });
    const answer = { type: 'ReleaseItem', item: this.item('Own'), to: ['seat:b-lead'], request: this.request() } as const;
    this.no('a answers with a release what still waits', 'seat:a-lead', answer);
    this.no('a withdraws b’s request', 'seat:a-lead', { type: 'WithdrawRequest', request: this.request() });
    this.act('a refuses and keeps why', 'seat:a-lead', {
      type: 'DecideRequest',
      request: this.request(),
      decision: 'refuse',
      reason: 'Source.',
      items: [{ item: this.item('Warning') }],
    });
    this.no('b answers its own request', 'seat:b-lead', { ...answer, item: this.item('Part'), to: ['seat:b-press'] });
    this.ask('b asks in words', 'seat:b-lead', { to: 'party:a', for: ['seat:b-lead', 'seat:b-press'] });
    this.act('a grants', 'seat:a-lead', {
      type: 'DecideRequest',
      request: this.request(),
      decision: 'conditions',
      conditions: 'Not for the press.',
      items: [{ item: this.item('Own') }],
    });
    this.act('a releases what that rests on', 'seat:a-lead', { type: 'ReleaseItem', item: this.item('Base'), to: ['seat:b-lead'] });
    this.act('b acknowledges what a gave', 'seat:b-press', { type: 'AcknowledgeItem', item: this.item('Own') });
  }

  sanitises(): void {
    this.act('b writes for itself', 'seat:b-lead', { type: 'WriteItem', title: 'Of b', portions: [{ text: 'B.' }], to: ['seat:b-lead'] });
    this.ask('b asks about its own', 'seat:b-lead', { to: 'party:a', about: this.item('Of b') });
    this.no('a refuses over what it does not hold', 'seat:a-lead', {
      type: 'DecideRequest',
      request: this.request(),
      decision: 'refuse',
      items: [{ item: this.item('Of b') }],
    });
    this.act('b withdraws', 'seat:b-lead', { type: 'WithdrawRequest', request: this.request() });
    this.act('a sanitises', 'seat:a-lead', {
      type: 'SanitiseItem',
      item: this.item('Warning'),
      title: 'Less',
      portions: [{ of: 2, cuts: { text: [[0, 2]] }, label: 'TLP:GREEN' }],
      reason: 'Source.',
    });
  }

  words(): void {
    this.ask('a asks c to let b know', 'seat:a-lead', { to: 'party:c', about: this.item('Theirs'), for: ['party:b'] });
    this.act('c gives its word', 'control', { type: 'DecideRequest', request: this.request(), decision: 'grant' });
    this.act('a passes c’s on', 'seat:a-lead', { type: 'ReleaseItem', item: this.item('Theirs'), to: ['seat:b-lead'] });
    this.no('b uses a’s word', 'seat:b-lead', { type: 'ReleaseItem', item: this.item('Theirs'), to: ['seat:b-press'] });
    this.ask('a asks b for c’s', 'seat:a-lead', { to: 'party:b', about: this.item('Theirs'), for: ['party:b'] });
    this.no('b gives c’s word', 'seat:b-lead', { type: 'DecideRequest', request: this.request(), decision: 'grant' });
    this.act('b refuses and says why', 'seat:b-lead', {
      type: 'DecideRequest',
      request: this.request(),
      decision: 'refuse',
      reason: 'Ask C.',
      tell: true,
    });
  }

  recalls(): void {
    this.act('b passes what is free on', 'seat:b-lead', { type: 'ReleaseItem', item: this.item('Open'), to: ['party:c'] });
    this.no('a recalls what only b gave on', 'seat:a-lead', { type: 'RecallItem', item: this.item('Open') });
    this.act('a gives the same to c and b', 'seat:a-lead', {
      type: 'ReleaseItem',
      item: this.item('Open'),
      to: ['seat:c-lead', 'seat:b-press'],
    });
    this.act('b gives it once more', 'seat:b-lead', { type: 'ReleaseItem', item: this.item('Open'), to: ['seat:b-press'] });
    this.act('a recalls what it gave', 'seat:a-lead', { type: 'RecallItem', item: this.item('Own') });
    this.act('a recalls what b gave on, too', 'seat:a-lead', { type: 'RecallItem', item: this.item('Base') });
    const again = { type: 'ReleaseItem', item: this.item('Base'), to: ['seat:b-press'] } as const;
    this.no('b gives on what it is to destroy', 'seat:b-lead', again);
    const less = { type: 'SanitiseItem', item: this.item('Base'), title: 'Less', portions: [{ of: 0 }] } as const;
    this.no('b makes something of what it is to destroy', 'seat:b-lead', less);
    this.act('b’s other seat gets what was recalled', 'control', again);
    this.act('b’s other seat acknowledges that', 'seat:b-press', { type: 'AcknowledgeItem', item: this.item('Base') });
    this.no('b’s other seat destroys what nobody asked it to', 'seat:b-press', { type: 'ConfirmDestroyed', item: this.item('Base') });
    this.act('b destroys', 'seat:b-lead', { type: 'ConfirmDestroyed', item: this.item('Own') });
    this.act('a revises', 'seat:a-lead', { type: 'ReviseItem', item: this.item('Own'), title: 'Own', portions: [{ text: 'Own, anew.' }] });
  }

  waits(): void {
    this.ask('b asks and waits', 'seat:b-lead', { to: 'party:a' });
    const waiting = this.request();
    this.no('a’s other seat decides what it was not told of', 'seat:a-press', {
      type: 'DecideRequest',
      request: waiting,
      decision: 'refuse',
    });
    const before = this.table.record.length;
    this.table.wait(11);
    this.since('nobody decides in time', before);
    this.act('a decides with its head', 'seat:a-lead', {
      type: 'DecideRequest',
      request: waiting,
      decision: 'refuse',
      items: [{ item: this.item('Warning') }],
      reason: 'Late.',
    });
    this.act('control releases an inject', 'control', { type: 'ReleaseInject', inject: this.table.inject('i1') });
    const strict = { type: 'ReleaseInject', inject: this.table.inject('i2') } as const;
    this.act('control releases an inject whose item not all may have', 'control', strict);
  }

  /** New versions: to whom the rules let them go, and none for those of whom the reviser does not know. */
  revises(): void {
    this.act('a releases what it will revise', 'seat:a-lead', { type: 'ReleaseItem', item: this.item('Known'), to: ['party:b'] });
    const anew = { type: 'ReviseItem', item: this.item('Known'), title: 'Known', portions: [{ text: 'Anew.' }] } as const;
    this.no('a’s other seat releases', 'seat:a-press', { type: 'ReleaseItem', item: this.item('Known'), to: ['party:c'] });
    this.no('a’s other seat revises what it knows b to hold', 'seat:a-press', anew);
    this.no('a revises what it knows b to hold for named recipients', 'seat:a-lead', { ...anew, label: 'TLP:RED' });
    this.act('a revises for named recipients what b holds unknown to it', 'seat:a-lead', {
      type: 'ReviseItem',
      item: this.item('Wide'),
      title: 'Wide',
      portions: [{ text: 'Wide.' }, { text: 'And more.', label: 'TLP:RED' }],
    });
    this.act('a revises it so once more', 'seat:a-lead', {
      type: 'ReviseItem',
      item: this.item('Wide'),
      title: 'Wide',
      portions: [{ text: 'Wide.' }, { text: 'And still more.', label: 'TLP:RED' }],
    });
    this.no('b uses the version that it was not given', 'seat:b-lead', {
      type: 'SanitiseItem',
      item: this.item('Wide'),
      title: 'X',
      portions: [{ of: 1 }],
    });
    this.ask('a asks c for its word', 'seat:a-lead', { to: 'party:c', about: this.item('Worded'), for: ['party:b'] });
    this.act('c gives its word for that version', 'control', { type: 'DecideRequest', request: this.request(), decision: 'grant' });
    const worded = { item: this.item('Worded'), title: 'Worded', portions: [{ text: 'C, anew.' }] };
    this.act('c revises it', 'control', { type: 'ReviseItem', ...worded });
    this.no('a uses the word for the version before', 'seat:a-lead', { type: 'ReleaseItem', item: worded.item, to: ['party:b'] });
  }

  /** Which version is whose: an old one neither stands again nor goes out by the word for a newer. */
  versions(): void {
    const quiet = { item: this.item('Quiet') };
    this.ask('b asks to pass on the version that it has', 'seat:b-lead', { to: 'party:a', about: quiet.item, for: ['party:c'] });
    const request = this.request();
    const anew = { title: 'Quiet', portions: [{ text: 'Anew.', label: 'TLP:RED' }] };
    this.act('a revises for named recipients what one of b holds unknown to it', 'seat:a-lead', { type: 'ReviseItem', ...quiet, ...anew });
    this.act('a gives its word for its own version', 'seat:a-lead', { type: 'DecideRequest', request, decision: 'grant' });
    this.no('b uses the word for a version that it does not have', 'seat:b-lead', { type: 'ReleaseItem', ...quiet, to: ['party:c'] });
    this.act('b gives the version before back', 'seat:b-lead', { type: 'ReleaseItem', ...quiet, to: ['seat:a-press'] });
    this.act('a’s other seat passes on what it has', 'seat:a-press', { type: 'ReleaseItem', ...quiet, to: ['seat:a-lead'] });
    const listed = { item: this.item('Listed') };
    this.no('a gives a part that may go the title of a whole that may not', 'seat:a-lead', {
      type: 'ReleaseItem',
      ...listed,
      portions: [0],
      to: ['party:b'],
    });
    this.ask('a asks c for its word once more', 'seat:a-lead', { to: 'party:c', about: listed.item, for: ['party:b'] });
    const decide = { type: 'DecideRequest', request: this.request(), decision: 'conditions', conditions: 'Not the press.' } as const;
    this.no('c grants for one item what was asked of another', 'control', { ...decide, items: [{ item: this.item('Worded') }] });
    this.act('c gives its word under conditions', 'control', decide);
    this.act('a passes it on under them', 'seat:a-lead', { type: 'ReleaseItem', ...listed, to: ['seat:b-lead'] });
    this.act('b passes it on at home, and they go along', 'seat:b-lead', { type: 'ReleaseItem', ...listed, to: ['seat:b-press'] });
  }

  sendsFiles(): void {
    const part = { type: 'ReleaseItem', item: this.item('Filed'), portions: [0], title: 'Part of c’s' } as const;
    this.no('a sends c’s file with a milder part', 'seat:a-lead', { ...part, files: [0], to: ['cell:b-cell'] });
    this.act('control sends it with that part', 'control', { ...part, files: [0], to: ['seat:b-lead'] });
    this.act('control sends the part alone', 'control', { ...part, to: ['seat:b-press'] });
  }

  /** A little more than one may. */
  oversteps(): void {
    this.no('a takes off c’s label by a part', 'seat:a-lead', {
      type: 'ReleaseItem',
      item: this.item('Raised'),
      portions: [0],
      to: ['party:b'],
    });
    const same = { type: 'SanitiseItem', item: this.item('Raised'), title: 'As raised', portions: [{ of: 0 }, { of: 1 }] } as const;
    this.act('a sanitises and takes nothing out', 'seat:a-lead', same);
    this.no('a takes off c’s label by a version', 'seat:a-lead', { type: 'ReleaseItem', item: this.item('As raised'), to: ['party:b'] });
    this.no('a answers with what is no request', 'seat:a-lead', {
      type: 'ReleaseItem',
      item: this.item('Warning'),
      to: ['seat:b-press'],
      request: this.item('Warning'),
    });
    const written = { type: 'WriteItem', originator: 'entity:wire', title: 'X', portions: [{ text: 'X.', label: 'TLP:RED' }] } as const;
    this.no('control writes beyond the label', 'control', { ...written, to: ['party:a'] });
    const due = this.table.exercise.now(this.table.wall) + 600_000;
    const asking = { type: 'RequestItem', to: 'party:a', text: 'X', due } as const;
    this.no('b asks for both sides at once', 'seat:b-lead', { ...asking, about: this.item('Wide'), for: ['party:b', 'party:c'] });
    this.no('b asks to pass on what it does not name', 'seat:b-lead', { ...asking, for: ['party:c'] });
    this.ask('b asks to let c know', 'seat:b-lead', { to: 'party:a', about: this.item('Wide'), for: ['party:c'] });
    this.table.wait(11);
    this.no('a’s head gives the word without the right', 'seat:a-press', {
      type: 'DecideRequest',
      request: this.request(),
      decision: 'grant',
    });
    this.act('control recalls from c what a recalled from b', 'control', {
      type: 'RecallItem',
      item: this.item('Open'),
      from: ['party:c'],
    });
    this.act('a recalls from b alone', 'seat:a-lead', { type: 'RecallItem', item: this.item('Open'), from: ['party:b'] });
    const open = { type: 'ReleaseInject', inject: this.table.inject('i3') } as const;
    this.act('control releases an inject of what b is to destroy', 'control', open);
    this.act('c destroys', 'seat:c-lead', { type: 'ConfirmDestroyed', item: this.item('Open') });
  }
}

/** An event of sharing: its name, its viewers, and of what it says about others whatever could say too much. */
function line(table: Table, { event, to }: Recorded): string[] {
  const told = 'item' in event || 'request' in event;
  if (!told && event.type !== 'InjectShown') return [];
  const facts = 'from' in event && Array.isArray(event.from) ? ` (${event.from.join(' ')})` : '';
  const files = event.type === 'ItemGiven' && event.card.attachments?.length ? ` (files: ${event.card.attachments.length})` : '';
  const anew = event.type === 'ItemGiven' && event.card.made !== undefined ? ' (anew)' : '';
  const under = event.type === 'ItemGiven' && event.conditions ? ` (under: ${event.conditions.join(' ')})` : '';
  const reason = 'reason' in event && event.reason !== undefined ? ` “${event.reason}”` : '';
  return [`${event.type}${facts}${files}${anew}${under}${reason} → ${[...table.exercise.roster.audience(to).viewers].sort().join(' ')}`];
}
