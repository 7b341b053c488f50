import type { Writable } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Feed, Listening, Reader } from './feed.ts';
import type { Piece } from './reel.ts';

/** A socket that has this much to send gets nothing more until it has taken it: what it lacks stays in the record, not in memory. */
export const HELD_BYTES = 256 * 1024;
/** RFC 6455: going away; policy violated. */
const GOING_AWAY = 1001;
const NOT_ALLOWED = 1008;

/**
 * A reader's feed over a WebSocket. Messages are JSON: an array holds events, an object one notice by its name:
 * `{"beat":{…}}`. Nothing is taken from the other side but pongs: commands go over HTTP, where they are answered.
 */
export class FeedSocket {
  readonly #socket: WebSocket;
  readonly #line: Writable;
  readonly #listening: Listening;
  #held = false;
  #unanswered = false;

  /** `line`: what the socket, which compresses nothing, is written to: whole frames may go there between its own. */
  constructor(socket: WebSocket, line: Writable, feed: Feed, reader: Reader, after: number) {
    this.#socket = socket;
    this.#line = line;
    const give = () => socket.terminate();
    this.#listening = feed.listen(reader, after, () => this.#pump(), give);
    socket.on('close', () => this.#listening.leave());
    socket.on('error', give);
    socket.on('pong', () => {
      this.#unanswered = false;
    });
    const refuse = () => socket.close(NOT_ALLOWED, 'This feed takes no messages.');
    socket.on('message', refuse);
    socket.on('ping', refuse);
    this.#pump();
  }

  /** A piece as it is sent: a text, or a frame that is ready. */
  messageOf(piece: Piece): string | Buffer {
    return 'name' in piece ? `{"${piece.name}":${piece.data}}` : piece.frame;
  }

  /** Sends what there is, as far as the other side takes it. */
  #pump(): void {
    const { reel } = this.#listening;
    while (!this.#held && this.#socket.readyState === this.#socket.OPEN) {
      const piece = reel.next();
      if (!piece) return;
      const message = this.messageOf(piece);
      // To be called back for each message costs time. It is asked for only where the socket may stop taking more: something
      // waits already, or this message alone may be too much (a letter takes at most three bytes).
      const word = this.#socket.bufferedAmount > 0 || 3 * message.length > HELD_BYTES ? this.#sent : undefined;
      if (typeof message === 'string') this.#socket.send(message, TEXT, word);
      else this.#line.write(message, word);
      this.#held = this.#socket.bufferedAmount > HELD_BYTES;
      if (!('name' in piece)) continue;
      if (piece.name === 'beat') this.#ping();
      if (reel.over) this.#socket.close(GOING_AWAY);
    }
  }

  /** A laptop that was shut does not hang up: whoever has not answered the ping before is gone. */
  #ping(): void {
    if (this.#unanswered) {
      this.#socket.terminate();
      return;
    }
    this.#unanswered = true;
    this.#socket.ping();
  }

  readonly #sent = (): void => {
    if (!this.#held || this.#socket.bufferedAmount > HELD_BYTES) return;
    this.#held = false;
    this.#pump();
  };
}
const TEXT = { binary: false } as const;
