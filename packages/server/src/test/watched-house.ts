import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { VirtualClock } from '../clock.ts';
import type { RunningServer } from '../index.ts';
import { sqliteStore } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';
import { Browser, director, exercise, joined, type Player, serve } from './server.ts';

const PLAY = `play: by-itself
title: {en: By itself, ko: 스스로}
steps:
  - {at: PT20M, seat: control, do: PauseClock}
`;
let observers = 0;
const digest = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A server on a real data file, with an exercise that has something of everything, and a way to see whether anything changed. */
export interface WatchedHouse {
  readonly server: RunningServer;
  readonly clock: VirtualClock;
  readonly store: Store;
  readonly lobby: Browser;
  readonly exercise: string;
  readonly links: ReadonlyMap<string, string>;
  /** Lead control, come in by its link. */
  readonly control: Player;
  readonly one: Player;
  /** Of the exercise: an item, and a file as lead control holds it. */
  readonly item: string;
  readonly file: string;
  /** A plan on a table of its own. */
  readonly plan: string;
  /** All that the server keeps and shows, but for who is a director. */
  state(): Promise<string>;
  /** Ends every session, as if its time were over: the store knows, and tells. */
  expire(): Promise<void>;
  end(): Promise<void>;
}

/** What lies beside the data file, with what it says. */
function filesIn(dataDir: string): (readonly [string, string])[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((f) => !f.name.includes('.db'))
    .map((f) => {
      const path = join(f.parentPath, f.name);
      return [relative(dataDir, path), f.isFile() ? readFileSync(path, 'utf8') : ''] as const;
    });
}

/** How far a rehearsal is changes by itself: that it is under way is what a request changes. */
const underWay = (key: string, value: unknown): unknown => (key === 'running' && typeof value === 'object' ? true : value);

/** `wrap`: puts something between the server and its data file. */
export async function watchedHouse(wrap: (store: Store) => Store = (store) => store): Promise<WatchedHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'entente-watched-'));
  const path = join(dataDir, 'entente.db');
  const store = sqliteStore(path);
  const clock = new VirtualClock(1_900_000_000_000);
  const { server, dir, end } = await serve({ dataDir, store: wrap(store), clock });
  const plays = join(dir, 'shelf', 'tiny', 'plays');
  mkdirSync(plays);
  writeFileSync(join(plays, 'by-itself.yaml'), PLAY);
  const lobby = await director(server);
  const { id, links } = await exercise(lobby);
  const control = await joined(server, links.get('control'), 'Lead');
  const one = await joined(server, links.get('seat:a-one'), 'First');
  await one.command({ type: 'WriteItem', title: 'Gauge', portions: [{ text: 'Four metres.', label: 'TLP:GREEN' }], attachments: [] });
  const { upload } = (await (
    await one.fetch(one.api('/attachments?name=map.txt'), { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'A map.' })
  ).json()) as { upload: string };
  await one.command({ type: 'SendMessage', to: ['control'], text: 'See the map.', attachments: [upload] });
  await one.command({ type: 'OpenMatter', with: ['seat:b-one'], title: 'The plan', text: 'What do you think?', due: 3_600_000 });
  const forum = (await control.events()).find((e) => e.event.type === 'ForumGiven')?.id;
  const steps = [{ id: 's1', text: 'Look at the gauge', terms: { lead: 'seat:a-one', at: 600_000, duration: 300_000 } }];
  await one.command({ type: 'TableText', forum, title: 'Plan', paragraphs: ['The plan.'], steps });
  const events = await control.events();
  const plan = events.find((e) => e.event.type === 'TextTabled')?.id as string;
  const item = events.find((e) => e.event.type === 'ItemGiven')?.event.item as string;
  const sent = events.find((e) => e.event.type === 'MessageSent')?.event as unknown as { attachments: { id: string }[] };

  const db = new DatabaseSync(path, { readOnly: true });
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all() as { name: string }[];
  const state = async (): Promise<string> => {
    const kept = tables
      .filter(({ name }) => !name.startsWith('director_'))
      .map(({ name }) => [name, db.prepare(`SELECT * FROM ${name}`).all()]);
    const token = `observer ${++observers}`;
    await store.putDirectorSession(digest(token), Number.MAX_SAFE_INTEGER);
    await server.access.reread();
    const observer = Object.assign(new Browser(server.url), { cookie: `entente_director=${encodeURIComponent(token)}` });
    const shown = await observer.json('/api/lobby');
    const here = server.exercise(id)?.feed.presence.shownTo('control');
    return JSON.stringify([kept, shown, here, filesIn(dataDir)], underWay);
  };
  return {
    server,
    clock,
    store,
    lobby,
    exercise: id,
    links,
    control,
    one,
    item,
    plan,
    file: sent.attachments[0]?.id as string,
    state,
    async expire() {
      await store.dropExpired(Number.MAX_SAFE_INTEGER);
      await server.access.reread();
    },
    async end() {
      await end();
      db.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
