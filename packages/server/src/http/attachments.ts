import { Readable } from 'node:stream';
import type { AttachmentCard } from '@entente/engine';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { bytesOf, Refused } from '../attachments/attachments.ts';
import { FILE_LIMITS } from '../attachments/limits.ts';
import { entryOf } from './gate.ts';
import { type House, perSession } from './house.ts';
import { Problem, unknown } from './problems.ts';

const REFUSALS: Record<Refused['code'], (limit: number) => [number, string]> = {
  'file-too-large': (mb) => [413, `A file may have at most ${mb} MB. Make it smaller, or send a part of it.`],
  'too-many-files': () => [413, 'Too many files wait to be sent. Send or remove some first.'],
  'too-fast': (seconds) => [429, `This seat has sent very much at once. Try again in ${seconds} s.`],
  'no-room': (mb) => [507, `This seat has used up its room for files (${mb} MB). Let another seat send it, or ask control to.`],
  'no-room-party': (mb) => [507, `Your party has used up its room for files (${mb} MB). Ask control to give the file out.`],
  'file-damaged': () => [
    422,
    'This file is damaged, so that what hides in it (place, camera, author) cannot be taken out. Save it again, then attach it.',
  ],
  'file-locked': () => [
    422,
    'This file is protected by a password, so that what hides in it (author, program, dates) cannot be taken out. Save it without, then attach it.',
  ],
  'file-uncleanable': () => [
    422,
    'Something lies in this file whose author or place cannot be taken out: an object of an older format, an archive, a picture that cannot be read, or too much in one another. Take it out, or save the document as PDF, then attach it.',
  ],
  disk: () => [507, 'The server cannot keep the file: its disk is full or failing. Tell the director.'],
};
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Files of a seat: taken in before a command uses them, given out to whoever holds them and to nobody else. */
export async function attachmentRoutes(plain: FastifyInstance, house: House): Promise<void> {
  // A file comes as it is, whatever type its sender gives it.
  plain.removeAllContentTypeParsers();
  plain.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  const app = plain.withTypeProvider<ZodTypeProvider>();

  app.post(
    '/attachments',
    {
      schema: { querystring: z.object({ name: z.string().max(500).default('') }) },
      config: { who: 'seat', large: true, ...perSession(60) },
    },
    async (request, reply) => {
      const { live, session } = entryOf(request);
      if (session.viewer === 'observers' || session.viewer === 'public')
        throw new Problem(403, 'not-for-you', 'This seat watches. It cannot do that.');
      try {
        const announced = Number(request.headers['content-length'] ?? 0);
        const source = (request.body as AsyncIterable<Uint8Array> | undefined) ?? Readable.from([]);
        const judge = () => request.judge();
        return await reply.code(201).send(await house.attachments.take(live, session, request.query.name, source, { judge, announced }));
      } catch (why) {
        // What is left of the body is not waited for.
        void reply.header('connection', 'close');
        if (!(why instanceof Refused)) throw why;
        const { code, limit } = why;
        const [status, detail] = REFUSALS[code](limit ?? 0);
        if (code === 'too-fast') void reply.header('retry-after', String(limit));
        throw new Problem(status, code, detail, limit === undefined ? undefined : { limit });
      }
    },
  );

  app.get(
    '/attachments/:file',
    {
      schema: { params: z.object({ file: z.string().max(100) }), querystring: z.object({ download: z.string().max(10).optional() }) },
      config: { who: 'seat', ...perSession(300) },
    },
    async (request, reply) => {
      const { live, session } = entryOf(request);
      const held = live.attachment(session.viewer, request.params.file);
      const bytes = held && (await bytesOf(live.files, held.content, held.card.size));
      if (held && !bytes) request.log.error({ exercise: live.row.id }, 'the bytes of an attachment are not in the data file');
      if (!held || !bytes) throw unknown();
      describe(reply, held.card, request.query.download !== undefined);
      return reply.send(Readable.from(bytes, { objectMode: false, highWaterMark: FILE_LIMITS.piece }));
    },
  );
}

/** What a browser is told about a file. Pictures and PDF may be shown; the rest is for saving, and nothing runs. */
function describe(reply: FastifyReply, { name, type, size }: AttachmentCard, download: boolean): void {
  const pdf = type === 'application/pdf';
  const shown = !download && (pdf || PICTURES.has(type));
  void reply
    .type(type.startsWith('text/') ? `${type}; charset=utf-8` : type)
    .header('content-length', size)
    .header('content-disposition', `${shown ? 'inline' : 'attachment'}; ${fileName(name)}`)
    .header('content-security-policy', pdf && shown ? PDF_POLICY : "default-src 'none'; sandbox; frame-ancestors 'none'");
  // Our own page shows it in a frame.
  if (pdf && shown) void reply.header('x-frame-options', 'SAMEORIGIN');
}
const PDF_POLICY = "default-src 'none'; sandbox; frame-ancestors 'self'";

/** RFC 6266: a plain name for old readers, the true one in UTF-8. */
function fileName(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}
