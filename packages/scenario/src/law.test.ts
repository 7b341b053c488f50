import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { audienceOf, Exercise, type Recorded } from '@entente/engine';
import { breaches, Watch } from '@entente/engine/testing';
import { describe, expect, it } from 'vitest';
import { drive, PlayDriver, secretOf } from './driver.ts';
import { loadFolder } from './folder.ts';

const root = join(import.meta.dirname, '../../../scenarios');
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe('every play of the house keeps to the law of audiences', () => {
  it.each(folders)('%s', async (folder) => {
    const { scenario, plays, files } = await loadFolder(join(root, folder));
    if (!scenario) throw new Error(`${folder} does not load`);
    expect(plays.length).toBeGreaterThan(0);
    for (const play of plays) {
      const driver = new PlayDriver(scenario, play);
      const secret = secretOf(scenario, play, 1);
      const { exercise, events } = Exercise.open(scenario, { secret, wall: driver.opens, ...(files ? { files } : {}) });
      const watch = new Watch();
      watch.passed(events);
      drive(driver, exercise, {
        passed: (made) => watch.passed(made),
        acted: ({ seat, command }, outcome) => watch.acted(seat, command, outcome.events),
      });
      const viewers = (r: unknown) => audienceOf(r as Recorded, exercise.roster).viewers;
      expect(breaches({ plan: scenario, record: watch.record, turns: watch.turns, viewers }), play.play).toEqual([]);
    }
  });
});
