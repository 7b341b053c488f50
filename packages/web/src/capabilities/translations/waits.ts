import { type Id, type Text, type Waiting, type World, waiting, writtenIn } from '@entente/engine';

export interface ToTranslate {
  readonly waits: Waiting;
  /** What stands for it in a list. */
  readonly title: Text;
  /** What is opened for it: the thing itself, or that in which it stands. */
  readonly opens: Id;
}

/** What a viewer’s side wrote that lacks a language, the newest first. */
export function toTranslate(world: World, viewer: string): ToTranslate[] {
  return waiting(world, viewer, 0)
    .filter((w) => w.room === 'translations')
    .sort((a, b) => b.since - a.since)
    .flatMap((waits) => {
      const written = writtenIn(world, waits.id)?.written;
      const title = written && (written.title || written.texts[0]);
      return title === undefined ? [] : [{ waits, title, opens: written?.within ?? waits.id }];
    });
}

/** True if a controller has something to translate. */
export function lacksSomewhere(world: World): boolean {
  const controls = ['control', ...(world.seats.exercise?.parties ?? []).map((p) => `control:${p.id}`)];
  return controls.some((viewer) => toTranslate(world, viewer).length > 0);
}
