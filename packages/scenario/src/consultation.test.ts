import { describe, expect, it } from 'vitest';
import { runPlay } from './driver.ts';
import { files } from './fixture.ts';
import { parseScenario } from './parse.ts';

/** A play of the small scenario, whose forum is the table of a and b. */
function run(...steps: readonly string[]) {
  const play = `play: table\ntitle: {en: Table, ko: 협의}\nsteps:\n${steps.map((s) => `  - ${s}\n`).join('')}`;
  const { scenario, plays, problems } = parseScenario(new Map([...files(), ['plays/table.yaml', play]]));
  if (!scenario || !plays[0]) throw new Error(problems.map((p) => `${p.line}:${p.column} ${p.message.en} ${p.hint.en}`).join(' '));
  return runPlay(scenario, plays[0], { seed: 1 });
}
const closed = (world: ReturnType<typeof run>['world']): unknown[] =>
  [...world.consultation.matters.values()].map(({ closed: c }) => c && [c.outcome, c.at / 60_000]);

describe('a play that consults', () => {
  const asked =
    '{at: PT5M, seat: a-lead, do: OpenMatter, as: ask, forum: table, title: A line, text: What do you say?, subject: line, due: PT15M}';

  it('asks in a forum by its id, answers by the label, and rests a decision on the matter', () => {
    const { world } = run(
      asked,
      '{at: PT9M, seat: b-lead, do: ActInMatter, matter: ask, act: view, text: Agreed.}',
      '{at: PT12M, seat: a-lead, do: RecordDecision, as: ours, title: The line, text: We say this., subject: line, after: [ask]}',
      '{at: PT13M, seat: a-lead, do: OpenMatter, forum: ask, form: inform, title: Decided, text: As agreed., basis: taken, decision: ours}',
    );
    expect(closed(world)).toEqual([['answered', 9], undefined]);
    const [decision] = world.consultation.decisions.values();
    expect(decision?.rests).toHaveLength(1);
    expect([...world.consultation.matters.values()].at(-1)?.informs?.decision).toBe(decision?.id);
  });

  it('names what a seat meant to say by the label under which it was kept', () => {
    const { world } = run(
      '{at: PT5M, seat: a-lead, do: OpenMatter, as: ask, forum: table, procedure: silence, title: A line, text: T., due: PT15M}',
      '{at: PT6M, seat: b-lead, do: KeepPosition, as: kept, matter: ask, act: no-objection}',
      '{at: PT7M, seat: b-lead, do: DropPosition, draft: kept}',
    );
    expect([...world.consultation.matters.values()][0]?.drafts[0]?.dropped).toBeDefined();
    expect(closed(world)[0]).toMatchObject(['adopted', expect.closeTo(15, 3)]);
  });

  it('asks in a forum of its own, which has no name, by the label of the question', () => {
    const { world } = run(
      "{at: PT5M, seat: a-lead, do: OpenMatter, as: ask, with: ['seat:b-lead'], procedure: consensus, title: T, text: T.}",
      '{at: PT6M, seat: b-lead, do: ActInMatter, matter: ask, act: join}',
      '{at: PT7M, seat: b-lead, do: TableText, forum: ask, title: T, paragraphs: [One.]}',
    );
    expect(closed(world)).toEqual([['agreed', 6]]);
    expect(world.consultation.texts.size).toBe(1);
  });

  const table = [
    '{at: PT1M, seat: a-lead, do: TableText, as: text, forum: table, title: T, paragraphs: [One., Two.]}',
    '{at: PT2M, seat: b-lead, do: SetWording, as: theirs, of: text, paragraph: p2, words: Two and a half.}',
  ];
  const sign =
    '{at: PT4M, seat: a-lead, do: OpenMatter, as: pen, forum: table, procedure: joint-signature, title: T, text: T., on: text, due: PT30M}';

  it('takes a wording by the label of its bracket, and signs what stands where it says no version', () => {
    const { world } = run(
      ...table,
      '{at: PT3M, seat: a-lead, do: TakeWording, bracket: theirs}',
      sign,
      '{at: PT5M, seat: a-lead, do: ActInMatter, matter: pen, act: sign, on: v1, rejected: other-text}',
      '{at: PT6M, seat: a-lead, do: ActInMatter, matter: pen, act: sign, on: v2}',
      '{at: PT7M, seat: b-lead, do: CertifyLanguages, of: text}',
      '{at: PT8M, seat: b-lead, do: ActInMatter, matter: pen, act: sign}',
    );
    expect(closed(world)).toEqual([['signed', 8]]);
    const [text] = world.consultation.texts.values();
    expect(text?.versions.at(-1)?.paragraphs.map((p) => p.text)).toEqual(['One.', 'Two and a half.']);
    expect(text?.certified).toHaveLength(1);
  });

  it('signs anew what both have changed after a signature, and is refused with the version of before', () => {
    const { world } = run(
      table[0] as string,
      sign,
      '{at: PT5M, seat: b-lead, do: ActInMatter, matter: pen, act: sign}',
      "{at: PT6M, seat: a-lead, do: SetWording, as: comma, of: text, paragraph: p1, words: 'One,'}",
      '{at: PT7M, seat: b-lead, do: TakeWording, bracket: comma}',
      '{at: PT8M, seat: a-lead, do: ActInMatter, matter: pen, act: sign, on: v1, rejected: other-text}',
      '{at: PT9M, seat: a-lead, do: ActInMatter, matter: pen, act: sign}',
      '{at: PT10M, seat: b-lead, do: ActInMatter, matter: pen, act: sign}',
      '{at: PT11M, seat: b-lead, do: SetWording, of: text, paragraph: p1, words: One., rejected: text-closed}',
    );
    expect(closed(world)).toEqual([['signed', 10]]);
  });
});
