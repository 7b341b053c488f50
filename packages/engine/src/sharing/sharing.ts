import { attachmentIds } from '../attachments/attachments.ts';
import { alarmAfter } from '../deadlines.ts';
import type { Id, Meta } from '../fact.ts';
import { note, noteLasting } from '../lookup.ts';
import type { Room } from '../room.ts';
import type { World } from '../world.ts';
import { itemAtom, requestAtom } from './atoms.ts';
import { briefSharing } from './brief.ts';
import type { SharingCommand } from './commands.ts';
import { decideSharing } from './decide.ts';
import { acknowledgedWith, linksFor } from './give.ts';
import { itemsAsked, standingCard } from './items.ts';
import type { SharingEvent } from './language.ts';
import { overdue } from './requests.ts';
import { sharingSettling } from './settle.ts';
import type { Item, Request, SharingState } from './state.ts';
import { answersDue, requestWaiting, sharingWaits } from './waits.ts';
import { itemWriting, requestWriting } from './writing.ts';

function itemOf(own: SharingState, id: Id): Item {
  let item = own.items.get(id);
  if (!item) {
    item = {
      id,
      copies: new Map(),
      releases: new Map(),
      based: new Map(),
      derived: new Map(),
      grants: new Map(),
      read: new Map(),
      acknowledged: new Map(),
      recalled: new Map(),
      recalls: new Map(),
      destroyed: new Map(),
      withheld: new Map(),
      course: [],
    };
    own.items.set(id, item);
  }
  return item;
}

function requestOf(own: SharingState, id: Id): Request {
  let request = own.requests.get(id);
  if (!request) {
    request = { id, asked: new Map(), about: new Map(), concerns: new Map(), answers: new Map() };
    own.requests.set(id, request);
  }
  return request;
}

function evolve(own: SharingState, event: SharingEvent, meta: Meta): void {
  const src = meta.id;
  const at = meta.at;
  if (event.type === 'SharingRulesGiven') {
    own.rules = { src, policy: event.policy, onward: event.onward, clients: event.clients, heads: event.heads };
    return;
  }
  if ('request' in event) {
    evolveRequest(requestOf(own, event.request), event, meta);
    if (event.type === 'RequestAbout' || event.type === 'RequestConcerns') note(own.asked, event.item, event.request, src);
  } else {
    evolveItem(itemOf(own, event.item), event, src, at);
    lookUp(own, event, src);
  }
}

function lookUp(own: SharingState, event: ItemEvent, src: Id): void {
  if (event.type === 'ItemPlanned') noteLasting(own.named, event.scenario, event.item, src);
  else if (event.type === 'ItemBased') note(own.resting, event.on, event.item, src);
  else if (event.type === 'ItemDerived') note(own.made, event.from, event.item, src);
  else if (event.type === 'ItemGiven' && event.delivery !== undefined) note(own.brought, event.delivery, event.item, src);
}

type ItemEvent = Exclude<SharingEvent, { type: 'SharingRulesGiven' } | { request: Id }>;

function evolveItem(item: Item, event: ItemEvent, src: Id, at: number): void {
  switch (event.type) {
    case 'ItemPlanned': {
      const { scenario, card, names, needs, keepFrom } = event;
      item.plan = { src, at, scenario, card, names, needs, keepFrom };
      return;
    }
    case 'ItemGiven': {
      const { card, to, by, note, conditions, delivery } = event;
      item.copies.set(src, { src, at, card, to, by, note, conditions, delivery });
      item.course.push({ src });
      return;
    }
    case 'ItemRevised':
      item.copies.set(src, { src, at, card: event.card });
      item.course.push({ src });
      return;
    case 'ItemTranslated':
      item.copies.set(src, { src, at, card: event.card, language: event.language });
      return;
    case 'ItemReleased':
      item.releases.set(src, { src, at, to: event.to, by: event.by, made: event.made });
      item.course.push({ src });
      return;
    case 'ItemBased':
      item.based.set(src, { src, at, on: event.on });
      item.course.push({ src });
      return;
    case 'ItemDerived': {
      const { from, how, portions, removed, reason, made } = event;
      item.derived.set(src, { src, at, from, how, portions, removed, reason, made });
      return;
    }
    case 'OnwardGranted': {
      const { portions, conditions, made } = event;
      item.grants.set(src, { src, at, for: event.for, portions, conditions, made });
      return;
    }
    case 'ItemRead':
      item.read.set(event.seat, { src, at });
      return;
    case 'ItemAcknowledged':
      item.acknowledged.set(src, { src, at, seat: event.seat });
      item.course.push({ src });
      return;
    case 'ItemRecalled':
      item.recalled.set(src, { src, at, party: event.party, reason: event.reason });
      item.course.push({ src });
      return;
    case 'RecallMade':
      item.recalls.set(src, { src, at, from: event.from, by: event.by, reason: event.reason });
      item.course.push({ src });
      return;
    case 'DestructionConfirmed':
      item.destroyed.set(src, { src, at, seat: event.seat });
      item.course.push({ src });
      return;
    case 'ItemWithheld':
      item.withheld.set(src, { src, at, to: event.to, because: event.because, broughtBy: event.broughtBy });
  }
}

function evolveRequest(request: Request, event: Extract<SharingEvent, { request: Id }>, { id: src, at }: Meta): void {
  switch (event.type) {
    case 'ItemRequested':
    case 'RequestEscalated': {
      const { of, from, text, due } = event;
      request.asked.set(src, { src, at, of, from, text, for: event.for, due, since: event.type === 'ItemRequested' ? at : event.since });
      if (event.type === 'RequestEscalated') request.escalated = { src, at };
      return;
    }
    case 'RequestAbout':
      request.about.set(src, { src, item: event.item });
      return;
    case 'RequestConcerns':
      request.concerns.set(event.item, { src, at });
      return;
    case 'RequestAnswered':
      request.answers.set(src, { src, at, item: event.item });
      return;
    case 'RequestDecided':
      request.decided = { src, at, decision: event.decision, by: event.by, conditions: event.conditions, reason: event.reason };
      return;
    case 'RefusalReasoned':
      request.reasoned = { src, reason: event.reason };
      return;
    case 'RequestOverdue':
      request.overdue = { src, at, jumped: event.jumped };
      return;
    case 'RequestTranslated':
      for (const [key, asked] of request.asked) request.asked.set(key, { ...asked, text: event.text });
      request.translated = { src, at, language: event.language };
      return;
    case 'RequestWithdrawn':
      request.withdrawn = { src, at };
  }
}

/** The scenario’s item that a thing is, or was made of: what conditions on items ask for. */
function keysOf(own: SharingState, id: Id): string[] {
  const keys: string[] = [];
  const todo = [id];
  const seen = new Set(todo);
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const item = own.items.get(next);
    if (item?.plan) keys.push(`item:${item.plan.scenario}`);
    for (const { from } of item?.derived.values() ?? []) {
      if (seen.has(from)) continue;
      seen.add(from);
      todo.push(from);
    }
  }
  return keys;
}

function touches(event: SharingEvent, world: World): readonly string[] {
  if (event.type === 'SharingRulesGiven') return NOTHING;
  const own = world.sharing;
  if (!('request' in event)) return keysOf(own, event.item);
  const request = own.requests.get(event.request);
  const items = request ? itemsAsked(request) : [];
  return ['request', ...items.flatMap((i) => keysOf(own, i))];
}
const NOTHING: readonly string[] = [];

declare module '../world.ts' {
  interface Languages {
    readonly sharing: Language<SharingState, SharingCommand, SharingEvent>;
  }
}

export const sharingRoom: Room<SharingState, SharingCommand, SharingEvent> = {
  commands: {
    WriteItem: true,
    ReviseItem: true,
    ReleaseItem: true,
    SanitiseItem: true,
    RequestItem: true,
    DecideRequest: true,
    WithdrawRequest: true,
    RecallItem: true,
    ConfirmDestroyed: true,
    ReadItem: true,
    AcknowledgeItem: true,
  },
  events: {
    SharingRulesGiven: true,
    ItemPlanned: true,
    ItemGiven: true,
    ItemReleased: true,
    ItemRevised: true,
    ItemTranslated: true,
    ItemBased: true,
    ItemDerived: true,
    ItemRead: true,
    ItemAcknowledged: true,
    ItemRequested: true,
    RequestAbout: true,
    RequestConcerns: true,
    RequestDecided: true,
    RefusalReasoned: true,
    RequestAnswered: true,
    RequestOverdue: true,
    RequestEscalated: true,
    RequestWithdrawn: true,
    RequestTranslated: true,
    OnwardGranted: true,
    ItemRecalled: true,
    RecallMade: true,
    DestructionConfirmed: true,
    ItemWithheld: true,
  },
  initial: () => ({
    items: new Map(),
    requests: new Map(),
    named: new Map(),
    resting: new Map(),
    made: new Map(),
    brought: new Map(),
    asked: new Map(),
  }),
  brief: briefSharing,
  decide: decideSharing,
  evolve,
  introduces(event) {
    if (event.type === 'ItemPlanned' || event.type === 'ItemGiven') return [event.item, ...attachmentIds(event.card)];
    return event.type === 'ItemRequested' || event.type === 'RequestEscalated' ? [event.request] : NOTHING;
  },
  alarms: (event) => (event.type === 'ItemRequested' ? [alarmAfter(event.request, event.due)] : []),
  touches,
  atoms: { item: itemAtom, request: requestAtom },
  writings: [itemWriting, requestWriting],
  waits: sharingWaits,
  waitsAmong: { decide: 'requests', overdue: 'requests', acknowledge: 'items', destroy: 'items' },
  waitsFor: { overdue: 'control', acknowledge: 'player', destroy: 'player' },
  settle: sharingSettling,
  card: requestWaiting,
  comes: (world, _viewer, from, to) => answersDue(world, from, to),
  *find(world) {
    for (const item of world.sharing.items.values()) {
      const card = standingCard(item);
      const copy = item.copies.values().next().value;
      if (!card || !copy) continue;
      const { title, portions } = card;
      yield { kind: 'item', id: item.id, at: copy.at, title, texts: [title, ...portions.map((p) => p.text), copy.note] };
    }
  },
  hears: ['ItemGiven', 'InjectAcknowledged'],
  react(ctx, cause) {
    if ('alarm' in cause) return overdue(ctx, cause.alarm);
    const event = 'event' in cause ? cause.event : undefined;
    if (event?.type === 'ItemGiven') return linksFor(ctx, event.item, event.to);
    return event?.type === 'InjectAcknowledged' ? acknowledgedWith(ctx, event.delivery, event.seat) : [];
  },
};
