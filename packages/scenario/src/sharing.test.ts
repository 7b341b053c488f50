import { standingCard } from '@entente/engine';
import { describe, expect, it } from 'vitest';
import { runPlay } from './driver.ts';
import { files } from './fixture.ts';
import { parseScenario } from './parse.ts';

/** A play of the small scenario with these steps; changes are made in the scenario. */
function run(steps: readonly string[], ...changes: readonly (readonly [string, string])[]) {
  const play = `play: sharing\ntitle: {en: Sharing, ko: 공유}\nsteps:\n${steps.map((s) => `  - ${s}\n`).join('')}`;
  const { scenario, plays, problems } = parseScenario(new Map([...files(...changes), ['plays/sharing.yaml', play]]));
  if (!scenario || !plays[0]) throw new Error(problems.map((p) => `${p.line}:${p.column} ${p.message.en}`).join(' '));
  return runPlay(scenario, plays[0], { seed: 1 });
}
const release = [
  'seats: [{id: b-lead, name: {en: Lead, ko: 책임관}}]',
  'seats: [{id: b-lead, name: {en: Lead, ko: 책임관}, may: [release]}]',
] as const;

describe('a play that shares', () => {
  const asked = [
    '{at: PT5M, seat: b-lead, do: RequestItem, as: ask, to: party:a, text: What do you know?, due: PT30M}',
    '{at: PT9M, seat: a-lead, do: DecideRequest, as: answer, request: ask, decision: conditions, conditions: Not in public., items: [{item: ours, portions: [0], title: The fact}]}',
    '{at: PT10M, seat: b-lead, do: AcknowledgeItem, item: answer}',
    '{at: PT11M, seat: b-lead, do: AcknowledgeItem, item: ours}',
  ];

  it('names what is asked by the label of the request, and what a seat got by the item’s id or the label of the answer', () => {
    const { world, metrics } = run(asked);
    const got = [...world.sharing.items.values()].find((i) => i.derived.size > 0);
    expect(got && standingCard(got)).toMatchObject({ title: 'The fact', label: 'TLP:AMBER' });
    expect([...(got?.acknowledged.values() ?? [])].map((a) => a.seat)).toEqual(['seat:b-lead']);
    expect(metrics.sharing).toMatchObject({
      releases: 1,
      requests: { made: 1, conditions: 1, unanswered: 0, medianMs: 240_000 },
      latency: [{ item: 'ours', party: 'b', ms: 540_000 }],
      overShared: [],
    });
    expect(metrics.silentSeats).toEqual(['a-desk']);
  });

  it('names a part, a sanitised version and an item of its own by the labels of their steps', () => {
    const { world } = run(
      [
        '{at: PT1M, seat: a-lead, do: ReleaseItem, as: part, item: ours, portions: [fact], title: Part of ours, to: [party:b]}',
        '{at: PT2M, seat: b-lead, do: ReadItem, item: part}',
        '{at: PT3M, seat: a-lead, do: SanitiseItem, as: cut, item: ours, title: Cut, portions: [{of: source, text: From a source., label: TLP:AMBER}]}',
        '{at: PT4M, seat: a-lead, do: ReleaseItem, item: cut, to: [party:b]}',
        '{at: PT5M, seat: b-lead, do: WriteItem, as: own, title: Ours and theirs, portions: [{text: Both.}], basedOn: [part, cut], expires: PT1H}',
        '{at: PT6M, seat: b-lead, do: ReleaseItem, as: sent, item: own, to: [party:a]}',
        '{at: PT7M, seat: a-lead, do: AcknowledgeItem, item: sent}',
        '{at: PT8M, seat: b-lead, do: ReviseItem, item: own, title: Corrected, portions: [{text: Both.}], basedOn: [part, cut]}',
        '{at: PT9M, seat: b-lead, do: RecallItem, item: own, from: [party:a]}',
        '{at: PT10M, seat: a-lead, do: ConfirmDestroyed, item: own}',
        '{at: PT11M, seat: a-lead, do: SendMessage, to: [party:b], text: Gone., about: own}',
      ],
      release,
    );
    const items = [...world.sharing.items.values()];
    const [part, cut] = items.filter((i) => i.derived.size > 0);
    const own = items.find((i) => i.destroyed.size > 0);
    expect([...(part?.read.keys() ?? [])]).toEqual(['seat:b-lead']);
    expect(cut && standingCard(cut)?.title).toBe('Cut');
    expect(new Set([...(own?.based.values() ?? [])].map((b) => b.on))).toEqual(new Set([part?.id, cut?.id]));
    expect(own && standingCard(own)?.title).toBe('Corrected');
    expect([...(own?.acknowledged.values() ?? [])].map((a) => a.seat)).toEqual(['seat:a-lead']);
  });

  it('asks for passing on what one holds, and passes it on with the word', () => {
    const { metrics } = run(
      [
        '{at: PT1M, seat: a-lead, do: ReleaseItem, item: theirs, to: [party:b], rejected: needs-word}',
        '{at: PT2M, seat: a-lead, do: RequestItem, as: ask, to: entity:wire, text: May B have it?, about: theirs, for: [party:b], due: PT10M}',
        '{at: PT3M, seat: control, do: DecideRequest, request: ask, decision: grant}',
        '{at: PT4M, seat: a-lead, do: ReleaseItem, item: theirs, to: [party:b]}',
      ],
      release,
    );
    expect(metrics.sharing.requests.granted).toBe(1);
    expect(metrics.sharing.overShared).toEqual([{ item: 'theirs', party: 'b', at: 240_000 }]);
  });

  it('leaves no seat silent that has written, sanitised, revised or asked; reading and sitting down are silence', () => {
    const silent = (...steps: string[]) => run(steps).metrics.silentSeats;
    const written = '{at: PT1M, seat: a-lead, do: WriteItem, as: own, title: T, portions: [{text: T}], to: [seat:a-desk]}';
    expect(silent(written)).toEqual(['a-desk', 'b-lead']);
    expect(silent(written, '{at: PT2M, seat: a-desk, do: ReadItem, item: own}')).toEqual(['a-desk', 'b-lead']);
    expect(silent(written, '{at: PT2M, seat: a-desk, do: ReviseItem, item: own, title: U, portions: [{text: U}]}')).toEqual(['b-lead']);
    expect(silent('{at: PT1M, seat: a-desk, do: SanitiseItem, item: ours, title: T, portions: [{of: fact}]}')).toEqual([
      'a-lead',
      'b-lead',
    ]);
    expect(silent('{at: PT1M, seat: b-lead, do: RequestItem, to: party:a, text: What?, due: PT9M}')).toEqual(['a-lead', 'a-desk']);
  });

  it('may withdraw what it asked, and let a request run out', () => {
    const { metrics } = run([
      '{at: PT1M, seat: b-lead, do: RequestItem, as: one, to: party:a, text: One., due: PT5M}',
      '{at: PT2M, seat: b-lead, do: WithdrawRequest, request: one}',
      '{at: PT3M, seat: b-lead, do: RequestItem, as: two, to: party:a, text: Two., due: PT5M}',
    ]);
    expect(metrics.sharing.requests).toMatchObject({ made: 2, withdrawn: 1, overdue: 1, unanswered: 1, medianMs: null });
    expect(metrics.sharing.latency).toEqual([{ item: 'ours', party: 'b', ms: null }]);
  });

  it('stops at what its seat does not have, unless it is to be refused', () => {
    expect(() => run(['{at: PT1M, seat: b-lead, do: ReadItem, item: ours}'])).toThrow(
      /^plays\/sharing\.yaml:4 “ours” \(item\) is nothing that seat:b-lead has/,
    );
    expect(run(['{at: PT1M, seat: b-lead, do: ReadItem, item: ours, rejected: unknown}']).metrics.sharing.releases).toBe(0);
  });

  it('sees by conditions what was held, asked and released, also as a part', () => {
    const reached = (when: string) =>
      run(asked, ['{message: {from: party:a, to: party:b, purpose: ask}}', when]).metrics.milestones.map((m) => m.at / 60_000);
    expect(reached('{item: {id: ours, by: party:b}}')).toEqual([9]);
    expect(reached('{item: {id: ours, is: acknowledged, by: seat:b-lead}}')).toEqual([10]);
    expect(reached('{request: {from: party:b, to: party:a}}')).toEqual([5]);
    expect(reached('{request: {is: granted}}')).toEqual([9]);
    expect(reached('{request: {is: refused}}')).toEqual([]);
  });
});
