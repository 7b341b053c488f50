import { join } from 'node:path';
import { wordsAstray } from '@entente/engine/testing';
import { loadFolder, runPlay } from '@entente/scenario';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../../scenarios');

/** One play of a scenario of the house, played once. */
const plays = new Map<string, ReturnType<typeof playOf>>();
function played(name: string, play: string): ReturnType<typeof playOf> {
  const key = `${name} ${play}`;
  const before = plays.get(key) ?? playOf(name, play);
  plays.set(key, before);
  return before;
}
async function playOf(name: string, play: string) {
  const { scenario, plays, problems, files } = await loadFolder(join(root, name));
  expect(problems).toEqual([]);
  const chosen = plays.find((p) => p.play === play);
  if (!scenario || !chosen) throw new Error(`${name} has no play ${play}`);
  return runPlay(scenario, chosen, { seed: 1, ...(files ? { files } : {}) });
}

/** Its figures. */
async function sharingOf(name: string, play: string) {
  const { metrics } = await played(name, play);
  return { sharing: metrics.sharing, milestones: metrics.milestones.map((m) => m.milestone) };
}

describe('the plays of the house are told apart by what was shared', () => {
  it('extended deterrence: in time, with the originator’s word, and nothing too widely', async () => {
    const { sharing, milestones } = await sharingOf('extended-deterrence', 'shares-in-time');
    expect(sharing.latency.filter((l) => l.ms === null)).toEqual([]);
    expect(sharing).toMatchObject({ neededButWithheld: [], overShared: [], requests: { refused: 0, unanswered: 0, overdue: 0 } });
    expect(milestones).toEqual(expect.arrayContaining(['shared-in-time', 'hour-shared', 'interview-known', 'opening-compared']));
  });

  it('extended deterrence: too late, refused, and to whom it should not go', async () => {
    const { sharing, milestones } = await sharingOf('extended-deterrence', 'drifts-apart');
    expect(sharing.latency.filter((l) => l.ms === null).map((l) => l.item)).toContain('embassy-call');
    expect(sharing.neededButWithheld.map((n) => n.expected)).toEqual(expect.arrayContaining(['E05', 'E06', 'E16', 'E19']));
    expect(sharing.overShared.map((o) => `${o.item} ${o.party}`)).toEqual(['bottom-line partner-c']);
    expect(sharing.requests).toMatchObject({ refused: 2, overdue: 1 });
    expect(milestones).toContain('warning-shared');
    expect(milestones).not.toContain('shared-in-time');
  });

  it('river flood: every need met, under marks that keep patients and dam to those who care for them', async () => {
    const { sharing, milestones } = await sharingOf('river-flood', 'tells-in-time');
    expect(sharing.latency.filter((l) => l.ms === null)).toEqual([]);
    expect(sharing).toMatchObject({ neededButWithheld: [], overShared: [], requests: { made: 3, refused: 0, unanswered: 0 } });
    expect(milestones).toEqual(expect.arrayContaining(['downstream-told', 'forecast-shared', 'findings-together']));
  });

  it('river flood: each alone, half of the needs never met', async () => {
    const { sharing, milestones } = await sharingOf('river-flood', 'each-alone');
    expect(sharing.latency.filter((l) => l.ms === null).length).toBeGreaterThan(sharing.latency.length / 2);
    expect(sharing.neededButWithheld.map((n) => n.item)).toEqual(expect.arrayContaining(['beds', 'hill-forecast', 'lost-tanks']));
    expect(sharing.overShared.map((o) => `${o.item} ${o.party}`)).toEqual(['liability-note protect']);
    expect(milestones).not.toContain('findings-together');
  });
});

describe('in the plays of the house no words of an item reach anybody whom the law refuses them', () => {
  for (const [name, play] of [
    ['extended-deterrence', 'shares-in-time'],
    ['extended-deterrence', 'drifts-apart'],
    ['river-flood', 'tells-in-time'],
    ['river-flood', 'each-alone'],
  ] as const)
    it(`${name}: ${play}`, async () => {
      const { records } = await played(name, play);
      expect(wordsAstray(records)).toEqual([]);
      // And nothing that their authors meant for somebody is kept back.
      expect(records.filter((r) => r.event.type === 'ItemWithheld')).toEqual([]);
    });
});
