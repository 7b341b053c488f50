import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Access } from './access/access.ts';
import { type Certificate, ownCertificate, type Validity, validityOf } from './access/certificate.ts';
import { doorway, lastsAt } from './access/origin.ts';
import { Aside } from './aside/aside.ts';
import { Attachments } from './attachments/attachments.ts';
import { SteadyClock, type WallClock } from './clock.ts';
import { Demonstrations } from './demonstration/demonstrations.ts';
import { withPassing } from './demonstration/passing.ts';
import { Exercises } from './exercises/exercises.ts';
import type { LiveExercise } from './exercises/live.ts';
import type { LiveParts } from './exercises/parts.ts';
import { Turns } from './exercises/turns.ts';
import { buildApp } from './http/app.ts';
import type { App, House, Route } from './http/house.ts';
import { Order } from './order.ts';
import { type Randomness, systemRandomness } from './randomness.ts';
import { Rehearsals } from './rehearsals/rehearsals.ts';
import { Shelf } from './scenarios/shelf.ts';
import { Crews } from './simulated/crews.ts';
import { closeFolder } from './store/folder.ts';
import { holdFolder } from './store/lock.ts';
import { memoryStore } from './store/memory.ts';
import { sqliteStore } from './store/sqlite.ts';
import type { OnStep, Store } from './store/store.ts';

export { ownCertificate } from './access/certificate.ts';
export { VirtualClock, type WallClock } from './clock.ts';
export type { Route, Who } from './http/house.ts';
export { type Randomness, systemRandomness } from './randomness.ts';
export { backUp, type Kept, restore } from './store/backup.ts';
export { memoryStore } from './store/memory.ts';
export { sqliteStore } from './store/sqlite.ts';
export { type ExerciseRow, type OnStep, type Receipt, type Step, type Store, type StoredRecord, StoreUnusable } from './store/store.ts';

export interface ServerOptions {
  /** Folder of the data file `entente.db`; ':memory:' keeps nothing. */
  readonly dataDir: string;
  /** Address to listen on; 127.0.0.1 if absent: this machine only. */
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** The address that people use, for links and QR codes. */
  readonly url?: string;
  /** Files of a certificate and its key, in PEM. */
  readonly cert?: string;
  readonly key?: string;
  /** Makes and keeps a certificate of our own. */
  readonly selfSigned?: boolean;
  /** Folders that hold one folder per scenario. */
  readonly scenariosDirs?: readonly string[];
  /** The built web app. */
  readonly webRoot?: string;
  readonly clock?: WallClock;
  readonly randomness?: Randomness;
  /** A pino level; 'silent' for none. Logs go to standard error. */
  readonly logLevel?: string;
  /** Prints a fresh director link even if a director has come in before; what that one had opened ends. */
  readonly newDirectorLink?: boolean;
  /** Shows an exercise that plays itself if the data folder holds none yet; on loopback only, and never kept. */
  readonly demonstrate?: boolean;
  /** In place of the data file, for tests. */
  readonly store?: Store;
  /** Called at each step of a commit, for the fault test. */
  readonly onStep?: OnStep;
}

export interface RunningServer {
  /** The address that people use. */
  readonly url: string;
  /** One-time link into the lobby; undefined if a director has come in before. */
  readonly directorLink: string | undefined;
  /** When the certificate is good; undefined without TLS. Outside that time browsers warn; the server serves. */
  readonly certificate: Validity | undefined;
  /** Every route, for those who walk them all. */
  readonly routes: readonly Route[];
  readonly app: App;
  /** Who may come in, for tests. */
  readonly access: Access;
  /** An exercise of this server that is open, for tests. */
  exercise(id: string): LiveExercise | undefined;
  /** The same, opened if it is not. */
  open(id: string): Promise<LiveExercise | undefined>;
  /** Takes no more commands, finishes those that wait, pauses running exercises on the record, and closes the data file. */
  close(): Promise<void>;
}

const FAREWELL_MS = 3_000;

/**
 * Starts a server: opens the data file, brings its exercises back (paused, if they ran), and listens.
 * @throws StoreUnusable if the data file cannot be used; an error with `code` EADDRINUSE if the port is taken.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { clock = new SteadyClock(), randomness = systemRandomness, onStep = () => {}, host = '127.0.0.1' } = options;
  const folder = options.dataDir === ':memory:' ? undefined : options.dataDir;
  if (folder !== undefined) closeFolder(folder);
  const kept = options.store ?? (folder === undefined ? memoryStore(onStep) : ownStore(folder, onStep));
  const store = withPassing(kept);
  const order = new Order();
  const access = new Access(store, clock, randomness, order);
  const attachments = new Attachments(store, clock, randomness);
  const aside = new Aside();
  const tls = await certificate(options, folder, host, clock);
  const validity = tls && validityOf(tls);
  const imports = folder === undefined ? undefined : join(folder, 'scenarios');
  const shelf = new Shelf([...(options.scenariosDirs ?? []), ...(imports === undefined ? [] : [imports])], clock);

  let app: App | undefined;
  let url = options.url?.replace(/\/+$/, '') ?? '';
  const log = logOf(() => app);
  const toAccess = { onSeated: access.seated.bind(access), onDoubt: access.rereadOf.bind(access) };
  const exercises = new Exercises({ store, clock, log, onStep, order, ...toAccess }, randomness);
  const allowed = isLoopback(host) && (options.url === undefined || isLoopback(new URL(options.url).hostname));
  const demonstrations = new Demonstrations({ exercises, access, shelf, store, clock, log, allowed });
  const reports = folder && join(folder, 'rehearsals');
  const rehearsals = new Rehearsals({ exercises, access, store, clock, log, folder: reports });
  const crews = new Crews({ exercises, access, shelf, clock, randomness, log });
  const house: House = {
    exercises,
    access,
    demonstrations,
    rehearsals,
    crews,
    attachments,
    aside,
    turns: new Turns(),
    shelf,
    store,
    randomness,
    clock,
    doorway: doorway(options.url, host, tls !== undefined),
    tls,
    secure: tls !== undefined || options.url?.startsWith('https:') === true,
    lasting: options.selfSigned !== true && lastsAt(options.url),
    webRoot: builtWeb(options.webRoot),
    imports,
    url: () => url,
  };
  const built = await buildApp(house, { level: options.logLevel ?? 'info' });
  app = built.app;
  if (validity && (clock.now() >= validity.to || clock.now() < validity.from))
    app.log.warn({ from: new Date(validity.from), to: new Date(validity.to) }, 'the certificate is not valid now: browsers warn or refuse');
  let link: string | undefined;
  const close = closing(house, built.app);
  try {
    link = await begin(house, options);
    if (options.demonstrate && allowed && (await store.exercises()).length === 0) await showSomething(demonstrations, log);
    await app.listen({ host, port: options.port ?? 0 });
  } catch (why) {
    // Why it could not begin is what is told.
    await close().catch(() => store.close());
    throw why;
  }
  url ||= `${tls ? 'https' : 'http'}://${nameOf(host)}:${(app.server.address() as AddressInfo).port}`;

  return {
    url,
    directorLink: link === undefined ? undefined : `${url}/#director=${link}`,
    certificate: validity,
    routes: built.routes,
    app: built.app,
    access,
    exercise: (id) => exercises.get(id),
    open: (id) => exercises.open(id),
    close,
  };
}

/** Ends all that a server has begun, its timers first. */
function closing(
  { attachments, access, aside, crews, demonstrations, exercises, rehearsals, store }: House,
  app: App,
): () => Promise<void> {
  return async () => {
    await attachments.close();
    access.close();
    await aside.close();
    await rehearsals.close();
    crews.close();
    await demonstrations.end();
    await exercises.stop();
    // Answers under way are let out; whoever does not take them in time is cut off.
    const late = setTimeout(() => app.server.closeAllConnections(), FAREWELL_MS);
    await app.close();
    clearTimeout(late);
    await store.close();
  };
}

/** Reads what is kept and brings back what ran; gives the token of a fresh director link, if one is wanted. */
async function begin({ access, attachments, exercises }: House, { newDirectorLink }: ServerOptions): Promise<string | undefined> {
  await access.reread();
  await access.tidy();
  await attachments.begin();
  // Before anybody is let in: what a lost director's browser had opened ends with it.
  const link = newDirectorLink || access.directorless ? await access.makeDirectorLink() : undefined;
  await exercises.comeBack();
  return link;
}

/** A server without anything to show is still a server. */
async function showSomething(demonstrations: Demonstrations, log: LiveParts['log']): Promise<void> {
  try {
    await demonstrations.start({});
  } catch (why) {
    log.warn({ err: why }, 'no demonstration was started');
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\./.test(host);
}

/** The data file of a folder that no other server holds; both are let go together. */
function ownStore(folder: string, onStep: OnStep): Store {
  const letGo = holdFolder(folder);
  try {
    const store = sqliteStore(join(folder, 'entente.db'), onStep);
    const close = async () => {
      await store.close();
      letGo();
    };
    return { ...store, close };
  } catch (why) {
    letGo();
    throw why;
  }
}

async function certificate(
  options: ServerOptions,
  folder: string | undefined,
  host: string,
  clock: WallClock,
): Promise<Certificate | undefined> {
  if ((options.cert === undefined) !== (options.key === undefined))
    throw new RangeError('a certificate and its key go together: give both');
  if (options.cert !== undefined && options.key !== undefined)
    return { cert: readFileSync(options.cert, 'utf8'), key: readFileSync(options.key, 'utf8') };
  if (!options.selfSigned) return undefined;
  return ownCertificate(folder, options.url === undefined ? host : new URL(options.url).hostname, clock.now());
}

/** An address to listen on everywhere is no name to call this machine by. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function builtWeb(root: string | undefined): string | undefined {
  return root !== undefined && existsSync(root) ? root : undefined;
}

/** Exercises speak through the web server's log, which is made after them. */
function logOf(app: () => App | undefined): LiveParts['log'] {
  const say = (level: 'info' | 'warn' | 'error') => (facts: object, text: string) => app()?.log[level](facts, text);
  return { info: say('info'), warn: say('warn'), error: say('error') } as LiveParts['log'];
}
