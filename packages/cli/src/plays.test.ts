import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyOf, chain, expectedStatus, GENESIS } from '@entente/engine';
import { wordsAstray } from '@entente/engine/testing';
import { loadFolder, parseScenario, readScenarioFolder, runPlay } from '@entente/scenario';
import { sqliteStore } from '@entente/server';
import { afterAll, describe, expect, it } from 'vitest';
import { entente, workplace } from './testbench.ts';

const root = join(import.meta.dirname, '../../../scenarios');

/** Scenarios of the house, each read once. */
const folders = new Map<string, ReturnType<typeof loadFolder>>();
function readOnce(name: string): ReturnType<typeof loadFolder> {
  const read = folders.get(name) ?? loadFolder(join(root, name));
  folders.set(name, read);
  return read;
}

/** One play of a scenario of the house, played once. */
const plays = new Map<string, ReturnType<typeof playOf>>();
function played(name: string, play: string): ReturnType<typeof playOf> {
  const key = `${name} ${play}`;
  const before = plays.get(key) ?? playOf(name, play);
  plays.set(key, before);
  return before;
}
async function playOf(name: string, play: string) {
  const { scenario, plays, problems, files } = await readOnce(name);
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

describe('the plays of the house are told apart by who consulted', () => {
  const MINUTE = 60_000;
  const consultationOf = async (name: string, play: string) => (await played(name, play)).metrics.consultation;

  it('extended deterrence: asked before deciding, answered in time, signed by both, and one silence broken before the next held', async () => {
    const { decisions, answers, outcomes, silenceBroken, bracketed } = await consultationOf('extended-deterrence', 'shares-in-time');
    expect(decisions.unasked).toEqual([]);
    expect(decisions.toConsult.map((d) => [d.party, d.subject, (d.ms ?? 0) / MINUTE])).toEqual([
      ['rok', 'measure', 47],
      ['us', 'measure', 59],
      ['rok', 'opening', 6],
    ]);
    expect(answers).toMatchObject({ asked: 7, given: 7, late: [], passed: 0, medianMs: 4 * MINUTE });
    expect(outcomes).toEqual({ answered: 4, agreed: 3, signed: 1, broken: 1, adopted: 1 });
    expect(silenceBroken.map((s) => [s.by, s.ms / MINUTE])).toEqual([['us', 19]]);
    expect(bracketed).toEqual([]);
  });

  it('extended deterrence: decided an hour before asking, answers late or missing, nothing agreed and a bracket left', async () => {
    const { decisions, answers, agreement, bracketed } = await consultationOf('extended-deterrence', 'drifts-apart');
    expect(decisions.unasked.map((d) => [d.party, d.subject, (d.by ?? 0) / MINUTE])).toEqual([['us', 'measure', 57]]);
    expect(decisions.medianToConsult).toBe(-57 * MINUTE);
    expect(answers.late.map((l) => [l.party, l.by === undefined ? undefined : l.by / MINUTE])).toEqual([
      ['rok', 3],
      ['us', undefined],
    ]);
    expect(agreement.reached).toEqual([]);
    expect(bracketed.map((b) => [b.paragraph, b.parties])).toEqual([
      ['p2', ['us']],
      ['p4', ['rok']],
    ]);
  });

  it('river flood: told first, then asked, then agreed, then decided', async () => {
    const { decisions, answers, outcomes } = await consultationOf('river-flood', 'tells-in-time');
    expect(decisions).toMatchObject({ taken: 4, asked: 4, unasked: [] });
    expect(answers).toMatchObject({ asked: 18, given: 18, late: [] });
    expect(outcomes).toEqual({ acknowledged: 1, answered: 3, agreed: 6 });
  });

  it('river flood: four decisions of three services, of which two were never asked about', async () => {
    const { decisions, outcomes } = await consultationOf('river-flood', 'each-alone');
    expect(decisions.asked).toBe(0);
    expect(decisions.unasked.map((d) => [d.party, d.subject, d.by !== undefined])).toEqual([
      ['water', 'gates', true],
      ['protect', 'tap-advice', false],
      ['health', 'low-wing', false],
      ['water', 'second-release', true],
    ]);
    expect(outcomes.agreed).toBeUndefined();
  });
});

describe('the plays of the house are told apart by how they planned and carried out', () => {
  const MINUTE = 60_000;
  const plansOf = async (name: string, play: string) => {
    const { planning, execution } = (await played(name, play)).metrics;
    const [board, run] = [planning[0], execution[0]];
    if (!board || !run) throw new Error(`${name} ${play} has no plan`);
    const minutes = (ms: number) => Math.round(ms / MINUTE);
    return { board, run, parties: run.parties.map((p) => [p.party, p.onTime, p.total, minutes(p.lostMs), minutes(p.hinderedMs)]) };
  };

  it.each([
    {
      story: 'extended deterrence in time: signed within an hour of the need, three versions, one decision that slips',
      of: ['extended-deterrence', 'shares-in-time'],
      board: {
        ...{ scenario: 'response', toSigned: 56 * MINUTE, options: 3, compared: 2, apart: 1 },
        plans: [{ versions: 3, dissent: { brackets: 0, settled: 2, redLines: 0, reservations: 0, refusals: 0 } }],
      },
      run: { unsigned: false, steps: { total: 12, onTime: 8, late: 4, failed: 0 } },
      // Seoul waits three minutes for the decision; Washington five for an answer, and less than one more for the statement.
      parties: [
        ['rok', 5, 6, 3, 0],
        ['us', 3, 6, 6, 20],
      ],
    },
    {
      story: 'extended deterrence apart: nothing signed, a red line and a bracket, and made active by lead control',
      of: ['extended-deterrence', 'drifts-apart'],
      board: { toSigned: null, options: 3, compared: 0, plans: [{ versions: 1, agreed: null, dissent: { brackets: 1, redLines: 1 } }] },
      run: { unsigned: true, steps: { total: 5, onTime: 1, late: 3, failed: 1 } },
      parties: [
        ['rok', 1, 4, 0, 6],
        ['us', 0, 1, 26, 0],
      ],
    },
    {
      story: 'river flood in time: agreed in eighteen minutes, and the dam waits four for the last bus',
      of: ['river-flood', 'tells-in-time'],
      board: { scenario: 'timetable', toSigned: 18 * MINUTE, options: 3, compared: 3 },
      run: { unsigned: false, steps: { total: 12, failed: 0 } },
      parties: [
        ['water', 2, 4, 4, 8],
        ['protect', 2, 5, 0, 0],
        ['health', 3, 3, 0, 0],
      ],
    },
    {
      story: 'river flood alone: a timetable that one side wrote, no step in time, and two that failed',
      of: ['river-flood', 'each-alone'],
      board: { toSigned: null, compared: 0 },
      run: { unsigned: true, steps: { total: 6, onTime: 0, late: 4, failed: 2 } },
      parties: [
        ['water', 0, 1, 0, 0],
        ['protect', 0, 3, 12, 0],
        ['health', 0, 2, 15, 10],
      ],
    },
  ] as const)('$story', async ({ of: [name, play], board, run, parties }) => {
    const told = await plansOf(name, play);
    expect(told).toMatchObject({ board, run });
    expect(told.parties).toEqual(parties);
  });
});

describe('the plan of a play', () => {
  const { folder, remove } = workplace();
  afterAll(remove);

  it('is taken out by the command line as a page, a workbook, a picture and a calendar, and by a party’s control without what others hold', async () => {
    const { records } = await played('river-flood', 'tells-in-time');
    mkdirSync(join(folder, 'data'));
    const store = sqliteStore(join(folder, 'data/entente.db'));
    let hash: string = GENESIS;
    const chained = records.map((r) => {
      const body = bodyOf(r);
      hash = chain(hash, body);
      return { n: r.n, hash, body };
    });
    await store.create({ id: 'flood', scenario: 'river-flood', title: undefined, secret: 'x'.repeat(32), madeAt: 1 }, chained);
    await store.close();
    const out = (name: string, ...more: string[]) => entente(['export', 'data', '--exercise', 'flood', '--plan', '--out', name, ...more]);
    for (const name of ['plan.html', 'plan.xlsx', 'plan.svg', 'plan.ics']) expect(await out(name)).toMatchObject({ code: 0, err: '' });
    expect(readFileSync('plan.ics', 'utf8').match(/BEGIN:VEVENT/g)).toHaveLength(12);
    expect(readFileSync('plan.html', 'utf8')).toContain('2027-04-13 20:34–20:49 Tornel / 2027-04-13 19:34–19:49 Odenby');
    expect(await out('own.html', '--party', 'health', '--json')).toMatchObject({ code: 0, out: expect.stringContaining('"steps":12') });
    expect(await out('plan.pdf')).toMatchObject({ code: 2, err: expect.stringContaining('.ics') });
    expect(await entente(['export', 'data', '--exercise', 'flood', '--plan', 'e0', '--out', 'x.svg'])).toMatchObject({ code: 2 });
  });
});

describe('the plays of press day are told apart by what was said, by one set of rules', () => {
  const MINUTE = 60_000;
  const spokenOf = async (play: string) => (await played('press-day', play)).metrics.spoken;
  const flagged = ({ verdicts }: Awaited<ReturnType<typeof spokenOf>>) =>
    verdicts
      .filter((v) => v.verdict !== 'compatible' && v.verdict !== 'consistent')
      .map((v) => [v.verdict, v.with.name, v.said.name, v.topics.join(' and ')]);

  it('as told: the interview and the “No” are ambiguous, reports of discord infer, the remark is compatible, nothing contradicts', async () => {
    const spoken = await spokenOf('as-told');
    expect(flagged(spoken)).toEqual([
      ['ambiguous', 'interview', 'answer', 'joint-planning and nuclear-exercises'],
      ['inference', 'answer', 'daily-denies', 'joint-planning'],
      ['inference', 'answer', 'broadcaster-odds', 'joint-planning'],
      ['misquotation', 'interview', 'post-together', 'nuclear-exercises'],
    ]);
    const remark = spoken.verdicts.find((v) => v.said.by === 'seat:us-senior-director');
    expect([remark?.verdict, remark?.why]).toEqual(['compatible', 'silent']);
  });

  it('as told: Seoul puts it right after 37 minutes, Washington after 82, and it stays open', async () => {
    const { from, repairs, firstLineMs, alignmentMs, open } = await spokenOf('as-told');
    expect(from?.name).toBe('answer');
    expect(repairs.filter((r) => r.kind !== 'outlet').map((r) => [r.parties, r.ms / MINUTE, r.silent ?? false])).toEqual([
      [['rok'], 37, false],
      [['us'], 82, true],
    ]);
    expect([firstLineMs, alignmentMs, open]).toEqual([37 * MINUTE, null, 1]);
  });

  it('as published: the interview as others quoted it contradicts the same “No”', async () => {
    const { verdicts, open, repairs } = await spokenOf('as-published');
    const pairs = verdicts.filter((v) => v.verdict === 'contradictory' || v.verdict === 'ambiguous');
    expect(pairs.map((v) => [v.verdict, v.with.name, v.said.name, v.topics])).toEqual([
      ['contradictory', 'interview-as-quoted', 'answer', ['nuclear-exercises']],
    ]);
    expect(repairs.filter((r) => r.kind !== 'outlet').map((r) => r.ms / MINUTE)).toEqual([37, 82]);
    expect(open).toBe(1);
  });

  it('line first: the same “No” opens nothing, and both say the same', async () => {
    const spoken = await spokenOf('line-first');
    expect(flagged(spoken)).toEqual([]);
    expect([spoken.from, spoken.open, spoken.stillRepeat]).toEqual([null, 0, []]);
    expect(spoken.verdicts.map((v) => [v.verdict, v.said.name ?? v.said.by])).toContainEqual(['consistent', 'answer']);
  });

  it('line first: Seoul is asked before table-top exercises are named, and as told it is not', async () => {
    const asked = async (play: string) => {
      const rows = [...(await played('press-day', play)).world.expected.rows.values()];
      return rows.filter((e) => e.plan?.card.number === 'E08').map(expectedStatus);
    };
    expect([await asked('line-first'), await asked('as-told')]).toEqual([['met'], ['missed']]);
  });

  it('at the usual speed of a demonstration each is over in ten minutes', async () => {
    for (const play of ['as-told', 'as-published', 'line-first']) {
      const { clock } = (await played('press-day', play)).world;
      const jumped = clock.jumps.reduce((sum, j) => sum + j.to - j.from, 0);
      expect((28 * 60 * MINUTE - jumped) / 30, play).toBeLessThanOrEqual(10 * MINUTE);
    }
  });

  /** The same play of the same scenario, with its texts changed. */
  async function changed(play: string, change: (text: string) => string) {
    const { files } = await readScenarioFolder(join(root, 'press-day'));
    const { scenario, plays } = parseScenario(new Map([...files].map(([file, text]) => [file, change(text)])));
    const chosen = plays.find((p) => p.play === play);
    if (!scenario || !chosen) throw new Error(`no play ${play}`);
    return runPlay(scenario, chosen, { seed: 1 }).metrics.spoken;
  }

  it('under other names for its topics every verdict is the same', async () => {
    const names = [
      ['joint-planning', 'one'],
      ['nuclear-exercises', 'two'],
      ['information-sharing', 'three'],
      ['table-top', 'four'],
    ] as const;
    const renamed = await changed('as-told', (text) =>
      names.reduce((t, [from, to]) => t.replace(new RegExp(`\\b${from}\\b`, 'g'), to), text),
    );
    const back = (topic: string): string => names.find(([, to]) => to === topic)?.[0] ?? topic;
    const plain = ({ verdicts }: typeof renamed) =>
      verdicts.map((v) => [v.verdict, v.with.name, v.said.name, v.why, v.topics.map(back).sort().join(' ')]);
    expect(plain(renamed)).toEqual(plain(await spokenOf('as-told')));
  });

  it('without the pair in the glossary the ambiguity falls, and nothing else', async () => {
    const without = await changed('as-told', (text) => text.replace('    mistakenFor: [joint-planning]\n', ''));
    expect(flagged(without)).toEqual(flagged(await spokenOf('as-told')).filter(([flag]) => flag !== 'ambiguous'));
    expect([without.from, without.open]).toEqual([null, 0]);
  });
});

describe('in the plays of the house no words of an item reach anybody whom the law refuses them', () => {
  for (const [name, play] of [
    ['extended-deterrence', 'shares-in-time'],
    ['extended-deterrence', 'drifts-apart'],
    ['river-flood', 'tells-in-time'],
    ['river-flood', 'each-alone'],
    ['press-day', 'as-told'],
    ['press-day', 'as-published'],
    ['press-day', 'line-first'],
  ] as const)
    it(`${name}: ${play}`, async () => {
      const { records } = await played(name, play);
      expect(wordsAstray(records)).toEqual([]);
      // And nothing that their authors meant for somebody is kept back.
      expect(records.filter((r) => r.event.type === 'ItemWithheld')).toEqual([]);
    });
});
