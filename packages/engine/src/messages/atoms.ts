import { split } from '../audience.ts';
import { narrower } from '../conditions.ts';
import type { Id } from '../fact.ts';
import { injectOfDelivery } from '../injects/status.ts';
import type { Atom, Look } from '../room.ts';
import type { MessageAsk } from './asks.ts';
import type { Message } from './language.ts';

function matches(look: Look, m: Message, args: MessageAsk): boolean {
  const { roster } = look;
  if (args.purpose !== undefined && m.purpose !== args.purpose) return false;
  if (args.from !== undefined && m.from !== args.from && !roster.within(m.from, args.from)) return false;
  const { to } = args;
  // Written to a cell of a party is written to that party; written to everyone is written to each; said to the public is
  // not, and only what is said to the public is said in public.
  if (to === 'public' && !m.to.includes(to)) return false;
  if (to !== undefined && !m.to.some((a) => a === to || (a !== 'public' && (roster.within(a, to) || roster.within(to, a))))) return false;
  if (args.about === undefined) return true;
  const inject = injectAnswered(look, m);
  return inject !== undefined && look.world.injects.rows.get(inject)?.plan?.card.scenario === args.about;
}

/** The inject that a message answers, itself or through the messages that it answers. */
function injectAnswered(look: Look, m: Message): Id | undefined {
  let about = m.about?.id;
  for (let step = 0; about !== undefined && step < LONGEST_THREAD; step++) {
    const inject = injectOfDelivery(look.world.injects, about) ?? injectOfSaid(look, about);
    if (inject !== undefined) return inject;
    about = look.world.messages.messages.get(about)?.about?.id;
  }
  return undefined;
}
/** The inject by which something was said in public. */
function injectOfSaid({ world }: Look, said: Id): Id | undefined {
  for (const [inject, brought] of world.statements.brought) if (brought.said === said) return inject;
  return undefined;
}
const LONGEST_THREAD = 100;

export const messageAtom: Atom<MessageAsk> = {
  holds(look, args) {
    for (const m of look.world.messages.messages.values()) if (matches(look, m, args)) return true;
    return false;
  },
  keys: (args) => [args.about === undefined ? 'message' : 'answer'],
  // What was said cannot be unsaid: only the newest message can change the answer.
  fires(look, args, event, meta) {
    const id: Id | undefined = event.type === 'MessageLinked' ? event.message : meta.id;
    const m = look.world.messages.messages.get(id);
    return m !== undefined && matches(look, m, args);
  },
  readable({ roster }, party, asked) {
    const { from, to, about } = asked;
    const ours = [from, to].some((a) => a !== undefined && PLAYERS.has(split(a)[0]) && roster.partyOf(a) === party);
    return ours && about === undefined ? { message: asked } : undefined;
  },
  // An answer to an inject cannot come before it.
  names: ({ from, to, about }) => [
    { kind: 'correspondent', id: from, at: 'from' },
    { kind: 'correspondent', id: to, at: 'to' },
    { kind: 'inject', id: about, at: 'about' },
  ],
  implies: narrower,
};

/** What is written by or to these goes to the party's controllers and to its evaluators; what control writes to control does not. */
const PLAYERS: ReadonlySet<string> = new Set(['party', 'cell', 'seat']);
