import {
  answeredWith,
  decidedLateBy,
  itemsAsked,
  type RequestStatus,
  requestCard,
  requestStatus,
  type Text,
  type World,
} from '@entente/engine';
import { evidenceOfRequest } from './known.ts';

/** One request for release, and what became of it. */
export interface RequestLine {
  readonly key: string;
  readonly id: string;
  readonly at: number;
  readonly from: string;
  readonly of: string;
  readonly for: readonly string[];
  /** True if it is for the asking seat alone. */
  readonly forAsker: boolean;
  readonly text: Text;
  readonly due: number;
  readonly status: RequestStatus;
  /** The item that it names, and those that it concerned or that answered it. */
  readonly items: readonly string[];
  readonly decided?: { readonly at: number; readonly by: string } | undefined;
  /** ms past the time by which an answer was needed; absent if decided in time or not at all. */
  readonly lateBy?: number | undefined;
  readonly conditions?: Text | undefined;
  /** Told to the requester. */
  readonly reason?: Text | undefined;
  /** Noted by those who decided, and told to them alone. */
  readonly untold?: Text | undefined;
  readonly evidence: readonly string[];
}

/** Requests for release by time, as far as this world was told. */
export function requestLines(world: World): RequestLine[] {
  return [...world.sharing.requests.values()]
    .flatMap((request): RequestLine[] => {
      const card = requestCard(request);
      if (!card) return [];
      const { decided } = request;
      const items = new Set([...itemsAsked(request), ...answeredWith(request)]);
      return [
        {
          key: `request:${request.id}`,
          id: request.id,
          at: card.since,
          from: card.from,
          of: card.of,
          for: card.for,
          forAsker: card.for.every((a) => a === card.from),
          text: card.text,
          due: card.due,
          status: requestStatus(request),
          items: [...items],
          decided: decided && { at: decided.at, by: decided.by },
          lateBy: decidedLateBy(request),
          conditions: decided?.conditions,
          reason: decided?.reason,
          untold: request.reasoned?.reason,
          evidence: evidenceOfRequest(world, request.id),
        },
      ];
    })
    .sort((a, b) => a.at - b.at);
}
