import { bodyOf, chain, emptyWorld, GENESIS } from '@entente/engine';
import { describe, expect, it } from 'vitest';
import { PlayDriver, runPlay } from './driver.ts';
import { PLAY, SCENARIO } from './fixture.ts';
import { parseScenario } from './parse.ts';

function read(play: string) {
  const { scenario, plays, problems } = parseScenario(
    new Map([
      ['scenario.yaml', SCENARIO],
      ['plays/in-time.yaml', play],
    ]),
  );
  if (!scenario || !plays[0]) throw new Error(problems.map((p) => p.message.en).join(' '));
  return { scenario, play: plays[0] };
}
const run = (play: string, seed = 1) => {
  const r = read(play);
  return runPlay(r.scenario, r.play, { seed });
};
const steps = (...lines: string[]) => `${PLAY.slice(0, PLAY.indexOf('steps:'))}steps:\n${lines.map((l) => `  - ${l}\n`).join('')}`;

describe('a play', () => {
  it('gives the same record for the same seed, and another for another', () => {
    expect(run(PLAY).hash).toBe(run(PLAY).hash);
    expect(run(PLAY, 2).hash).not.toBe(run(PLAY).hash);
  });

  it('gives a record whose chain ends in its hash', () => {
    const { records, hash, events } = run(PLAY);
    expect(records.reduce((before, r) => chain(before, bodyOf(r)), GENESIS)).toBe(hash);
    expect(events).toBe(records.length);
  });

  it('seats its people before STARTEX, acts at scenario time, and ends with the exercise', () => {
    const { records, world } = run(PLAY);
    expect([...world.seats.people.values()].map((p) => [p.seat, p.name])).toEqual([
      ['control', 'Lead control'],
      ['seat:a-lead', 'A. Lead'],
      ['seat:b-lead', 'Lead'],
      ['control:b', 'Control, Birch'],
    ]);
    const sent = records.filter((r) => r.event.type === 'MessageSent');
    expect(sent.map((r) => r.at)).toEqual([15 * 60_000, 16 * 60_000]);
    expect(sent[0]?.wall).toBe(Date.parse('2027-03-02T08:15+09:00'));
    expect(records.at(-1)?.event.type).toBe('ExerciseEnded');
    expect(records.at(-1)?.at).toBe(2 * 3_600_000 + 1);
  });

  it('records commands as the server would take them, defaults filled in', () => {
    const { metrics } = run(steps('{at: PT1M, seat: a-lead, do: SendMessage, to: [party:b], text: "  Hello "}'));
    expect(metrics.messages.byPurpose).toEqual({ inform: 1 });
  });

  it('names its commands as a server takes them', () => {
    const { scenario, play } = read(PLAY);
    const turn = new PlayDriver(scenario, play).next(emptyWorld());
    expect(turn?.commandId).toMatch(/^[\w-]{8,64}$/);
  });

  it('reports progress step by step', () => {
    const { scenario, play } = read(PLAY);
    const seen: string[] = [];
    runPlay(scenario, play, { seed: 1, onProgress: (done, of) => seen.push(`${done}/${of}`) });
    expect(seen.at(-1)).toBe('6/6');
  });

  it('stops at a refused step with its file, line and code', () => {
    expect(() => run(PLAY.replace(', rejected: unknown', '').replace('b-lead, do: ReleaseInject', 'control:a, do: ReleaseInject'))).toThrow(
      /^plays\/in-time\.yaml:10 ReleaseInject by control:a was refused \(unknown\)/,
    );
  });

  it('stops at a step that was to be refused and was not', () => {
    expect(() => run(PLAY.replace('text: We have.', 'text: We have., rejected: unknown'))).toThrow(
      /^plays\/in-time\.yaml:9 .* was to be refused/,
    );
  });

  it('stops at a step that names what its seat has not got yet', () => {
    expect(() => run(PLAY.replace('at: PT11M', 'at: PT9M'))).toThrow(
      /^plays\/in-time\.yaml:6 “i-010” \(delivery\) is nothing that seat:a-lead has/,
    );
  });

  it('goes on after a pause, a jump and another rate', () => {
    const { records } = run(
      steps(
        '{at: PT5M, seat: control, do: PauseClock}',
        '{at: PT7M, seat: control, do: StartClock}',
        '{at: PT8M, seat: control, do: SetRate, rate: 60}',
        '{at: PT20M, seat: control, do: JumpClock, to: PT1H}',
        '{at: PT70M, seat: a-lead, do: WriteNote, text: After the jump}',
      ),
    );
    const [pause, start] = [records.find((r) => r.event.type === 'ClockPaused'), records.findLast((r) => r.event.type === 'ClockStarted')];
    expect([pause?.at, start?.at, (start?.wall ?? 0) - (pause?.wall ?? 0)]).toEqual([300_000, 300_000, 120_000]);
    // At 60 times the speed one wall millisecond is 60 of the scenario: not before its time, and at most that much later.
    const late = (records.find((r) => r.event.type === 'NoteWritten')?.at ?? 0) - 70 * 60_000;
    expect(late >= 0 && late < 60).toBe(true);
    expect(records.find((r) => r.event.type === 'InjectDelivered')?.at).toBe(10 * 60_000);
  });

  it('lets a draft fall that lies with its clearer when it jumps, by its label', () => {
    const { records } = run(
      steps(
        '{at: PT1M, seat: a-lead, do: DraftStatement, as: reply}',
        '{at: PT2M, seat: a-lead, do: WordDraft, draft: reply, language: en, text: We plan.}',
        '{at: PT3M, seat: a-lead, do: AskClearance, draft: reply, language: en}',
        '{at: PT4M, seat: control, do: JumpClock, to: PT1H, rejected: stops-before}',
        '{at: PT4M, seat: control, do: JumpClock, to: PT1H, over: [reply]}',
      ),
    );
    expect(records.filter((r) => r.event.type === 'ClearanceLapsed').map((r) => r.event)).toMatchObject([{ jumped: true }]);
  });

  it('improvises injects and reads them by their label; ends when it says so; judges', () => {
    const { world, records } = run(
      steps(
        '{at: PT1M, seat: control, do: ImproviseInject, title: Call, text: A call comes in., from: wire, to: [seat:a-lead], as: call}',
        '{at: PT2M, seat: a-lead, do: AcknowledgeInject, delivery: call}',
        '{at: PT3M, seat: control, do: MoveInject, inject: i-010, time: PT30M}',
        '{at: PT31M, seat: a-lead, do: AcknowledgeInject, delivery: i-010}',
        '{at: PT40M, seat: control, do: JudgeExpected, expected: e-010, verdict: met, time: PT35M}',
        '{at: PT41M, seat: control, do: CallRoll, as: roll}',
        '{at: PT42M, seat: a-lead, do: AnswerRoll, roll: roll}',
        '{at: PT45M, seat: control, do: EndExercise}',
      ),
    );
    expect([...world.injects.deliveries.values()].filter((d) => d.acknowledged.has('seat:a-lead')).map((d) => d.at)).toEqual([
      60_000, 1_800_000,
    ]);
    expect([...world.expected.rows.values()][0]?.judged?.done).toBe(35 * 60_000);
    expect(records.filter((r) => r.event.type === 'ExerciseEnded')).toHaveLength(1);
  });
});

it('the figures of a play are told from its record', () => {
  expect(run(PLAY).metrics).toEqual({
    injects: { total: 3, released: 2, skipped: 0, unreleased: 1, delivered: 3, medianToRead: 60_000, medianToAcknowledge: 120_000 },
    expected: { met: 1, late: 0, partly: 0, not: 0, missed: 0, passed: 0, open: 0, all: 1 },
    milestones: [{ milestone: 'consulted', at: 900_000 }],
    messages: { total: 2, byPurpose: { ask: 1, inform: 1 }, byParty: { a: 1, b: 1 } },
    sharing: {
      items: 2,
      releases: 0,
      requests: { made: 0, granted: 0, conditions: 0, refused: 0, withdrawn: 0, unanswered: 0, overdue: 0, passed: 0, medianMs: null },
      latency: [{ item: 'ours', party: 'b', ms: null }],
      neededButWithheld: [],
      overShared: [],
    },
    consultation: {
      matters: 0,
      outcomes: {},
      decisions: { taken: 0, asked: 0, unasked: [], toConsult: [], medianToConsult: null },
      answers: { asked: 0, given: 0, late: [], passed: 0, medianMs: null },
      agreement: { reached: [], passed: 0, medianMs: null },
      silenceBroken: [],
      bracketed: [],
      voidSignatures: [],
    },
    spoken: {
      statements: 0,
      reports: 0,
      uncoded: [],
      verdicts: [],
      repairs: [],
      from: null,
      firstLineMs: null,
      correctionMs: null,
      alignmentMs: null,
      open: 0,
      stillRepeat: [],
    },
    planning: [
      { board: expect.any(String), scenario: 'answer', needed: null, options: 1, compared: 0, apart: 0, toSigned: null, plans: [] },
    ],
    execution: [],
    silentSeats: ['a-desk'],
  });
});
