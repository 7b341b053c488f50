import type { Id, Meta } from '../fact.ts';
import type { DeskEvent } from './desk-language.ts';
import { evolveDesk } from './evolve-desk.ts';
import type { Queued, StatementsEvent, StatementsState } from './language.ts';

const placeOf = (own: StatementsState, id: Id | undefined): Queued | undefined =>
  [...own.conferences.values()].flatMap((c) => c.queue).find((q) => q.id === id);

/** What outlets and people do: they ask, wait at a press conference, post. */
export function evolvePress(own: StatementsState, event: StatementsEvent, meta: Meta): void {
  const { id, at } = meta;
  const src = id;
  switch (event.type) {
    case 'QuestionPut': {
      const { by, to, text, venue, due, queued } = event;
      own.questions.set(id, { src, id, at, by, to, text, venue, due, queued, links: [] });
      const place = placeOf(own, queued);
      if (place) place.put = { src, at };
      return;
    }
    case 'QuestionDropped': {
      const question = own.questions.get(event.question);
      if (question) question.dropped = { src, at, by: event.by };
      return;
    }
    case 'ConferenceOpened':
      own.conferences.set(id, { src, id, at, card: event.card, queue: [] });
      return;
    case 'QuestionQueued':
      own.conferences.get(event.conference)?.queue.push({ src, id, at, by: event.by });
      return;
    case 'QueuedText': {
      const place = placeOf(own, event.queued);
      if (place) place.text = { src, text: event.text };
      return;
    }
    case 'ConferenceClosed': {
      const conference = own.conferences.get(event.conference);
      if (conference) conference.closed = { src, at };
      return;
    }
    case 'PostPlanned':
      own.planned.set(event.post, { src, card: event.card });
      return;
    case 'PostsSwitched':
      own.switched = { src, on: event.on, every: event.every };
      if (event.next === undefined) delete own.next;
      else own.next = { src, at: event.next };
      return;
    case 'PostTaken': {
      const post = own.planned.get(event.post);
      if (post) post.shown = { src, at };
      if (event.next === undefined) delete own.next;
      else own.next = { src, at: event.next };
      return;
    }
    default:
      evolveDesk(own, event as DeskEvent, meta);
  }
}
