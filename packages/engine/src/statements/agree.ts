import type { Address } from '../audience.ts';
import { AGREED, type Matter, openMatter, seatsOf, type TableText } from '../consultation/index.ts';
import type { Id, Rejection, Text } from '../fact.ts';
import { type Actor, type Context, type Draft, unknown } from '../room.ts';
import type { AgreeCommand } from './agree-commands.ts';
import { refusedClaims } from './claims.ts';
import type { Agreement } from './language.ts';
import { actingSeat, refuse } from './voices.ts';

/** Sides agree on what to say: a matter in a forum, and what comes of it once it is agreed. */
type Propose = Extract<AgreeCommand, { readonly procedure: unknown }>;

export function propose(ctx: Context, command: Propose, by: Actor): Draft[] | Rejection {
  const seat = actingSeat(ctx, command.speaker, by);
  if (typeof seat !== 'string') return seat;
  const found = agreementOf(ctx, command, seat);
  if ('code' in found) return found;
  const { agreement, title } = found;
  const { forum, with: to, procedure, due, subject, speaker, text } = command;
  const on = 'on' in command ? command.on : undefined;
  const asked = { type: 'OpenMatter', forum, with: to, procedure, title, text, subject, due, shown: 'come', on, speaker } as const;
  const opened = openMatter(ctx, asked, by);
  if ('code' in opened) return opened;
  const matter = opened.find((d) => d.event.type === 'MatterOpened');
  if (!matter?.id) return opened;
  return [...opened, { event: { type: 'AgreementProposed', matter: matter.id, agreement }, to: matter.to }];
}

interface Found {
  readonly agreement: Agreement;
  readonly title: Text;
}
function agreementOf(ctx: Context, command: Propose, seat: Address): Found | Rejection {
  const seen = ctx.seen(seat);
  switch (command.type) {
    case 'ProposeLine': {
      const { name, text, claims, until } = command;
      if (until !== undefined && until <= ctx.now) return refuse('in-the-past', 'That time has passed. Choose a later one.');
      return refusedClaims(seen, claims) ?? { agreement: { is: 'line', card: { name, text, claims, until, use: 'line' } }, title: name };
    }
    case 'ProposeMeaning': {
      const { term, text } = command;
      const known = seen.statements.terms.get(term);
      const named = known && (known.agreed.at(-1) ?? [...known.meanings.values()][0] ?? known.told.at(-1) ?? known.planned);
      if (!named) return refuse('no-such-term', `There is no term “${term}”. Choose from the list.`, { term });
      return { agreement: { is: 'meaning', term, name: named.name, topic: named.topic, text }, title: named.name };
    }
    case 'ProposePublicity': {
      const { topic, announce } = command;
      const known = seen.statements.topics?.list.find((t) => t.id === topic);
      if (!known) return refuse('no-such-topic', `There is no topic “${topic}”. Choose from the list.`, { topic });
      return { agreement: { is: 'publicity', topic, announce }, title: known.name };
    }
    case 'ProposeJoint': {
      const { title, text, claims, release } = command;
      if (release <= ctx.now) return refuse('in-the-past', 'That time has passed. Choose a later one.');
      return refusedClaims(seen, claims) ?? { agreement: { is: 'joint', card: { title, text, claims, release } }, title };
    }
  }
}

/** What follows when a matter in which something was to be agreed has closed. */
export function agreed(ctx: Context, id: Id, outcome: string): Draft[] {
  const found = ctx.world.statements.agreements.get(id);
  const matter = ctx.world.consultation.matters.get(id);
  const forum = matter && ctx.world.consultation.forums.get(matter.forum);
  if (!found || found.made || !matter || !forum || !AGREED.includes(outcome)) return [];
  const parties = forum.card.members.map((m) => m.party);
  const to = parties.map((p) => `party:${p}`);
  // What else happens in the turn must not show in its id.
  const made = ctx.idsOf(`agreed in ${id}`)();
  return [
    { id: made, event: eventOf(found.agreement, parties, wordsOn(ctx, matter)), to },
    { event: { type: 'AgreementMade', matter: id, is: found.agreement.is, made }, to: seatsOf(forum) },
    ...pairOf(ctx, found.agreement, to),
  ];
}

function eventOf(agreement: Agreement, parties: readonly string[], words: Text | undefined): Draft['event'] {
  switch (agreement.is) {
    case 'line':
      return { type: 'LineGiven', card: { ...agreement.card, text: words ?? agreement.card.text, agreed: parties } };
    case 'meaning': {
      const { term, name, topic, text } = agreement;
      return { type: 'MeaningAgreed', term, name, topic, text, parties };
    }
    case 'publicity':
      return { type: 'PublicityAgreed', topic: agreement.topic, announce: agreement.announce, parties };
    case 'joint':
      return { type: 'JointAgreed', card: { ...agreement.card, text: words ?? agreement.card.text, parties } };
  }
}

/** Whoever agrees on a meaning knows that the term was easily mistaken. */
function pairOf(ctx: Context, agreement: Agreement, to: readonly Address[]): Draft[] {
  const planned = agreement.is === 'meaning' ? ctx.world.statements.terms.get(agreement.term)?.planned : undefined;
  if (agreement.is !== 'meaning' || !planned || planned.mistakenFor.length === 0) return [];
  const { name, topic, mistakenFor } = planned;
  return [{ event: { type: 'PairTold', term: agreement.term, name, topic, mistakenFor }, to }];
}

/** The words of the text on which the matter was, in the version that was agreed. */
function wordsOn(ctx: Context, matter: Matter): Text | undefined {
  const text: TableText | undefined = matter.on && ctx.world.consultation.texts.get(matter.on.of);
  const version = text?.versions.find((v) => v.digest === matter.on?.digest) ?? text?.versions.at(-1);
  if (!version) return undefined;
  const texts = version.paragraphs.map((p) => p.text);
  const languages = [...new Set(texts.flatMap((t) => (typeof t === 'string' ? [] : Object.keys(t))))];
  const said = (language?: string) => texts.map((t) => (typeof t === 'string' ? t : (t[language ?? ''] ?? ''))).join('\n\n');
  return languages.length === 0 ? said() : Object.fromEntries(languages.map((l) => [l, said(l)]));
}

/** A joint statement as a seat of one of its sides has it. */
export function jointOf(ctx: Context, id: Id, seat: Address) {
  return ctx.seen(seat).statements.joints.get(id) ?? unknown('joint statement');
}
