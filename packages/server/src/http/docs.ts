import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import about from '../../package.json' with { type: 'json' };

/** What each route is for, in one sentence; a test holds this list against the route table. */
const SUMMARIES: Readonly<Record<string, string>> = {
  'GET /healthz':
    'Does the server live? `degraded` while an exercise cannot be kept, as on a full disk. Answered to programs on the same machine only.',
  'GET /readyz': 'Does the server take commands? 503 if not. Answered to programs on the same machine only.',
  'GET /metrics': 'Figures of the whole server for Prometheus; answered to programs on the same machine only.',
  'GET /api/docs': 'This list.',
  'GET /api/docs/openapi.json': 'This list as OpenAPI 3.1.',
  'POST /api/director': 'Exchanges the one-time director link for the lobby’s cookie.',
  'POST /api/join': 'Exchanges a join link for the cookie of its seat, and gives the seat’s path.',
  'POST /api/join/seat': 'The path of a join link’s seat, so that a browser that has been in before can go on as who it was.',
  'GET /api/lobby': 'Scenarios on the shelf, and exercises with how they stand.',
  'GET /api/scenarios/:id': 'What a scenario is about, who plays it, and its problems.',
  'POST /api/exercises': 'Opens an exercise of a scenario; its clock has not started.',
  'GET /api/exercises/:id': 'How one exercise stands, seat by seat.',
  'POST /api/exercises/:id/links': 'Issues join links; what the old ones opened ends.',
  'POST /api/exercises/:id/open': 'Opens lead control for the director, or the public screen (`as`).',
  'GET /api/scenarios/:id/msel': 'The MSEL of a scenario as an Excel workbook.',
  'POST /api/scenarios/:id/msel/changes': 'What was changed in a workbook that comes back, row by row, against the scenario as it stands.',
  'POST /api/scenarios/:id/msel/take': 'Takes chosen changes of that workbook into the scenario.',
  'POST /api/exercises/:id/start': 'Sits the director down at lead control and starts the clock.',
  'POST /api/sheets': 'Holds a planner’s sheet while somebody chooses how it is read.',
  'POST /api/sheets/:sheet/reading':
    'How a sheet is read under a mapping: each choice with its confidence and why, and the rows beside what they become.',
  'POST /api/sheets/:sheet/import': 'Turns a sheet into a scenario on the shelf, once nothing in it is a guess any more.',
  'DELETE /api/sheets/:sheet': 'Forgets a sheet.',
  'GET /api/templates': 'How the sheets of each office are read, by name.',
  'PUT /api/templates/:name': 'Keeps a mapping under a name.',
  'DELETE /api/templates/:name': 'Throws a template away.',
  'POST /api/demonstration': 'Starts the demonstration: an exercise that plays itself, kept nowhere.',
  'PATCH /api/demonstration': 'Changes how fast the demonstration plays.',
  'DELETE /api/demonstration': 'Ends the demonstration.',
  'POST /api/practice': 'Begins an exercise in which all seats but one are simulated, and opens that seat.',
  'POST /api/exercises/:id/practice': 'Opens the own seat of a practice again, and brings its simulated people back.',
  'DELETE /api/exercises/:id/practice': 'Ends a practice.',
  'PUT /api/exercises/:id/simulated': 'Has the empty seats of an exercise played by simulated people, or no longer.',
  'POST /api/scenarios/:id/rehearsal': 'Begins a rehearsal of a scenario: simulated seats play it many times.',
  'GET /api/scenarios/:id/rehearsal': 'How far a rehearsal has come, and what the last one found, in figures.',
  'DELETE /api/scenarios/:id/rehearsal':
    'Cancels a rehearsal and answers when the runs that are done are reported; `discard=true`: nothing is.',
  'GET /api/scenarios/:id/rehearsal/report': 'The report of the last rehearsal, as data.',
  'GET /api/scenarios/:id/rehearsal/page': 'The same as a page.',
  'GET /api/scenarios/:id/rehearsal/report.html': 'The same as one file that opens from disk.',
  'GET /api/scenarios/:id/rehearsal/runs.csv': 'Its runs: what each was made of, and what came of it.',
  'POST /api/scenarios/:id/rehearsal/runs/:run/open': 'Plays one run again and opens its review for the director; kept nowhere.',
  'POST /s/:door/api/rehearsal':
    'Rehearses on from a moment of this exercise, with simulated seats; for lead control only, as all of it is.',
  'GET /s/:door/api/rehearsal': 'How far that has come, and what the last one found, in figures.',
  'DELETE /s/:door/api/rehearsal': 'Cancels it and answers when the runs that are done are reported; `discard=true`: nothing is.',
  'GET /s/:door/api/rehearsal/report': 'Its report as data, with the decision that took an exercise off the plan.',
  'GET /s/:door/api/rehearsal/page': 'The same as a page, or the page on which one begins.',
  'GET /s/:door/api/rehearsal/report.html': 'The same as one file that opens from disk.',
  'GET /s/:door/api/rehearsal/runs.csv': 'Its runs: what each was made of, and what came of it.',
  'POST /s/:door/api/rehearsal/runs/:run/open': 'Plays one of its runs again and opens its review; kept nowhere.',
  'POST /s/:door/api/rehearsal/decision/open': 'The same of the nearest run that ended well, from just before that decision.',
  'GET /s/:door/api/me': 'Who this browser is: seat, party, cell, and the editions that it may open.',
  'GET /s/:door/api/feed':
    'The seat’s own events after a number: a page, with `Accept: text/event-stream` a stream, with an upgrade a WebSocket.',
  'GET /s/:door/api/editions/:edition/feed': 'Pages of another edition, for review.',
  'GET /s/:door/api/export': 'An edition as a file that can be verified offline.',
  'GET /s/:door/api/search': 'Everything that the seat knows in which every word of `q` stands, newest first.',
  'GET /s/:door/api/known': 'Who knew what when, as far as this seat was told, and the figures of sharing.',
  'GET /s/:door/api/why': 'Why a seat can or cannot see an item, rule by rule; for lead control and the originator’s side only.',
  'GET /s/:door/api/plans/:text': 'A plan as a page to print, a workbook, a picture or a calendar (`as`), as this seat has it.',
  'GET /s/:door/api/msel': 'The MSEL as an Excel workbook, as this controller has it; for controllers only.',
  'GET /s/:door/api/msel/templates': 'Names of the offices’ templates under which the MSEL may be had; for lead control.',
  'POST /s/:door/api/msel': 'The same under the columns of an office’s template.',
  'POST /s/:door/api/msel/changes': 'What was changed in a workbook that comes back, row by row, and the commands that would do it here.',
  'POST /s/:door/api/commands': 'Does something in the exercise; answered when it is on the disk. The same id again is the same command.',
  'POST /s/:door/api/presence': 'Says whether somebody looks at this page.',
  'POST /s/:door/api/links': 'Issues join links for the own party; lead control for everyone.',
  'POST /s/:door/api/leave': 'Ends this session.',
  'POST /s/:door/api/attachments': 'Takes in a file that a command may then use.',
  'GET /s/:door/api/attachments/:file': 'Gives out a file to whoever holds it.',
};
const PAGES = /^(\/|\/join|\/s\/:door\/?(review|report)?|\/\*)$/;

/** Describes every route from the same schemas that check its input. To be registered before any route. */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  app.addHook('onRoute', (route) => {
    const summary = SUMMARIES[`${[route.method].flat()[0]} ${route.url}`];
    const words = { tags: [route.config?.who ?? 'anyone'], ...(summary === undefined ? {} : { summary }) };
    route.schema = { ...route.schema, ...words, ...(PAGES.test(route.url) ? { hide: true } : {}) } as FastifySchema;
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Entente',
        version: about.version,
        description: 'Tags say who is answered. Errors are problem details (RFC 9457), with a stable `code`.',
      },
    },
    transform: jsonSchemaTransform,
  });
  const anyone = { config: { who: 'anyone' as const } };
  app.get('/api/docs/openapi.json', anyone, () => app.swagger());
  app.get('/api/docs', anyone, (_request, reply) => reply.type('text/html; charset=utf-8').send(pageOf(app.swagger() as Described)));
}

interface Operation {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: unknown }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: unknown }>> };
}
interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** A plain page, without a script: readable on a network that leads nowhere else. */
function pageOf({ paths }: Described): string {
  const rows = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, o]) => {
      const body = Object.values(o.requestBody?.content ?? {})[0]?.schema;
      const parts = [
        ...(o.parameters ?? []).map(
          (p) => `<li><code>${safe(p.name)}</code> (${safe(p.in)}) <code>${safe(JSON.stringify(p.schema ?? {}))}</code></li>`,
        ),
        ...(body === undefined
          ? []
          : [`<li>body <details><summary>schema</summary><pre>${safe(JSON.stringify(body, null, 1))}</pre></details></li>`]),
      ];
      return `<section><h2><code>${method.toUpperCase()} ${safe(path)}</code></h2><p>${safe(o.summary ?? '')} <i>${safe(o.tags?.join() ?? '')}</i></p>${parts.length > 0 ? `<ul>${parts.join('')}</ul>` : ''}</section>`;
    }),
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Entente: HTTP API</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}h2{font-size:1rem;margin:2rem 0 0}pre{overflow:auto;background:#f4f4f4;padding:1rem}code{overflow-wrap:anywhere}</style>
<h1>Entente: HTTP API</h1><p>The same as <a href="/api/docs/openapi.json">OpenAPI 3.1</a>. In italics: who is answered.</p>${rows.join('')}</html>`;
}

function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
