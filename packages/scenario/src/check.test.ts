import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from './catalogue.ts';
import { PLAY_CASES, SCENARIO_CASES } from './check.cases.ts';
import { files, PLAY, POLICY, SCENARIO } from './fixture.ts';
import { loadFolder } from './folder.ts';
import { parseScenario } from './parse.ts';
import { PRESS_CASES } from './press.cases.ts';
import { explain } from './problem.ts';
import { REHEARSAL_CASES } from './rehearsal.cases.ts';

const whole = new Map([
  ['scenario.yaml', SCENARIO],
  ['plays/in-time.yaml', PLAY],
]);
const inFile = (text: string) => parseScenario(new Map([['scenario.yaml', text]]));
const codes = (text: string) => inFile(text).problems.map((p) => p.code);

describe('a scenario without mistakes', () => {
  it('is given with its plays and no problem', () => {
    const checked = parseScenario(whole);
    expect(checked.problems.map((p) => explain(p))).toEqual([]);
    expect(checked.scenario?.id).toBe('small');
    expect(checked.plays.map((p) => p.play)).toEqual(['in-time']);
  });

  it('has its plays by the order that they give themselves, and after those the others by name', () => {
    const named = (name: string, order = '') => [`plays/${name}.yaml`, PLAY.replace('play: in-time\n', `play: ${name}\n${order}`)] as const;
    const { plays } = parseScenario(
      new Map([['scenario.yaml', SCENARIO], named('alike'), named('late', 'order: 1\n'), named('early', 'order: 2\n'), named('bare')]),
    );
    expect(plays.map((p) => p.play)).toEqual(['late', 'early', 'alike', 'bare']);
  });

  it('may keep its items, injects and expected actions in files beside it, whose problems are told there', () => {
    const at = SCENARIO.indexOf('injects:\n');
    const [main, rest] = [SCENARIO.slice(0, at), SCENARIO.slice(at)];
    const [injects, expects, items] = rest.split(/(?:expects|items):\n/) as [string, string, string];
    const split = new Map([
      ['scenario.yaml', `${main}${items.slice(items.indexOf('labels:'))}`],
      ['items.yaml', items.slice(0, items.indexOf('labels:')).replace('originator: wire', 'originator: wier')],
      ['injects.yaml', injects.replace('from: wire', 'from: wier')],
      ['expects.yaml', expects],
    ]);
    expect(parseScenario(split).problems.map((p) => `${p.file}:${p.line}:${p.column} ${p.code}`)).toEqual([
      'injects.yaml:5:11 unknown-sender',
      'items.yaml:11:17 unknown-originator',
    ]);
  });
});

describe('every mistake is told with its line and column', () => {
  for (const [code, at, ...changes] of [...SCENARIO_CASES, ...PRESS_CASES, ...REHEARSAL_CASES]) {
    it(`${code} at ${at}`, () => {
      const { problems, scenario } = parseScenario(files(...changes));
      expect(problems.filter((p) => p.code === code).map((p) => `${p.line}:${p.column}`)).toContain(at);
      expect(scenario === undefined).toBe(problems.some((p) => p.severity === 'error'));
    });
  }
  for (const [code, at, ...changes] of PLAY_CASES) {
    it(`in a play: ${code} at ${at}`, () => {
      const play = changes.reduce((text, [from, to]) => (text.includes(from) ? text.replace(from, () => to) : 'no such text'), PLAY);
      const { problems, plays } = parseScenario(new Map([...whole, ['plays/in-time.yaml', play]]));
      expect(problems.filter((p) => p.code === code).map((p) => `${p.file} ${p.line}:${p.column}`)).toContain(`plays/in-time.yaml ${at}`);
      expect(plays).toEqual([]);
    });
  }

  it('all at once, in order, and each in both languages', () => {
    const { problems } = parseScenario(
      files(['at: PT10M', 'at: 10m'], ['kind: media', 'kind: medium'], ['by: cell:a-home', 'by: cell:a-hom']),
    );
    expect(problems.map((p) => p.code)).toEqual(['not-one-of', 'bad-duration', 'unknown-address']);
    expect(explain(problems[1]!, 'en')).toBe(
      'scenario.yaml:38:9 error “10m” is not a duration. — Times count from STARTEX in ISO 8601, such as PT1H30M. Did you mean “PT10M”?',
    );
    expect(explain(problems[1]!, 'ko')).toBe(
      'scenario.yaml:38:9 오류 기간 형식 오류: 10m — 연습 개시부터의 시간을 ISO 8601로 씁니다(예: PT1H30M). 혹시 ‘PT10M’입니까?',
    );
  });

  it('labels with what was probably meant, categories and all', () => {
    const policy = ['labels: tlp\n', POLICY] as const;
    const meant = (label: string) =>
      parseScenario(files(policy, ['label: TLP:RED}', `label: ${label}}`], ['label: TLP:AMBER}', 'label: OPEN}']))
        .problems.map((p) => /mean “(.*?)”/.exec(p.hint.en)?.[1])
        .find((m) => m);
    expect(meant('closed')).toBe('CLOSED');
    expect(meant("'CLOSED/REL ALDERR'")).toBe('CLOSED//REL ALDER');
    expect(meant("'CLOSED//REL ALDER, BIRCH'")).toBe('CLOSED//REL ALDER,BIRCH');
    expect(meant('NOTHING-LIKE-IT')).toBeUndefined();
    expect(explain(parseScenario(files(['label: TLP:AMBER}', 'label: Amber}'])).problems[0]!, 'ko')).toBe(
      'scenario.yaml:72:57 오류 이 시나리오의 취급 표시 정책에 없는 취급 표시: Amber — 혹시 ‘TLP:AMBER’입니까? 쓸 수 있는 취급 표시: TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED',
    );
  });

  it('and a policy of one’s own without a mistake has no problem', () => {
    const marked = files(
      ['labels: tlp\n', POLICY],
      ['label: TLP:AMBER}', "label: 'CLOSED//REL ALDER,BIRCH'}"],
      ['label: TLP:RED}', 'label: CLOSED}'],
    );
    expect(parseScenario(marked).problems.map((p) => explain(p))).toEqual([]);
  });

  it('and what a party is not cleared for is told to be out of its reach', () => {
    const marked = files(
      ['labels: tlp\n', POLICY],
      ['label: TLP:AMBER}', "label: 'OPEN//REL ALDER'}"],
      ['label: TLP:RED}', "label: 'CLOSED//REL ALDER'}"],
    );
    expect(parseScenario(marked).problems.map((p) => `${p.line}:${p.column} ${p.code}`)).toEqual(['70:13 needed-out-of-reach']);
  });

  it('and the catalogue fills the same blanks in both languages', () => {
    const blanks = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    const only = new Set(['{what}', '{example}']);
    for (const [code, [, en, ko]] of Object.entries(CATALOGUE))
      expect({ code, blanks: blanks(en) }).toEqual({ code, blanks: blanks(ko).filter((b) => !only.has(b)) });
  });

  it('and no kind of problem is left without a test', () => {
    const tested = new Set<string>([...SCENARIO_CASES, ...PRESS_CASES, ...REHEARSAL_CASES, ...PLAY_CASES].map(([code]) => code));
    const elsewhere = [
      'file-missing',
      'file-unreadable',
      'file-too-big',
      'too-many-files',
      'link-outside',
      'file-damaged',
      'file-locked',
      'file-uncleanable',
      'files-too-big',
      'bad-file-name',
      'file-unused',
      'not-text',
      'empty-file',
      'more-problems',
      'bad-value',
    ];
    expect(Object.keys(CATALOGUE).filter((code) => !tested.has(code) && !elsewhere.includes(code))).toEqual([]);
  });
});

describe('a hostile or broken file is a problem, never a crash', () => {
  const bomb = `a0: &a0 [x,x]\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i},*a${i},*a${i}]`).join('\n')}\n`;
  it('an alias bomb', () => expect(codes(bomb)).toEqual(['too-many-aliases']));
  it('ten megabytes', () => expect(codes('x'.repeat(10 * 1024 * 1024))).toEqual(['file-too-big']));
  it('a second document in one file, which nobody would read', () => {
    const [found, ...more] = parseScenario(
      new Map([...whole, ['scenario.yaml', `${whole.get('scenario.yaml')}\n---\nid: another\n`]]),
    ).problems;
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'yaml-syntax', severity: 'error' });
  });
  it('an empty file', () => expect(codes('')).toEqual(['empty-file']));
  it('no scenario.yaml', () => expect(parseScenario(new Map()).problems.map((p) => p.code)).toEqual(['file-missing']));
  it('hundreds of files', () => {
    const many = Array.from({ length: 300 }, (_, i) => [`plays/p${i}.yaml`, ''] as const);
    expect(parseScenario(new Map([...whole, ...many])).problems.map((p) => p.code)).toEqual(['too-many-files']);
  });
  it('a file cut off anywhere', () => {
    // Items may be left out, and so be cut off.
    for (let at = 0; at < SCENARIO.indexOf('items:'); at += 97) expect(inFile(SCENARIO.slice(0, at)).problems.length).toBeGreaterThan(0);
  });
  it('bytes that are no text, and a NUL', () => {
    expect(codes(String.fromCharCode(...Array.from({ length: 999 }, (_, i) => (i * 7919) % 256)))).toEqual(['control-character']);
    expect(codes(SCENARIO.replace('Alder', '"\\0"'))).toContain('control-character');
  });
  it('nesting without end, in brackets, dashes, indents and through an alias of itself', () => {
    const stairs = Array.from({ length: 1500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
    for (const text of ['['.repeat(200_000), '- '.repeat(100_000), '? '.repeat(100_000), stairs, 'a: &a [*a]'])
      expect(codes(text).some((c) => c === 'too-deep' || c === 'too-many-aliases')).toBe(true);
  });
  it('keys that reach for the prototype', () => {
    expect(codes(`${SCENARIO}__proto__: {x: 1}\nconstructor: 1\n`).filter((c) => c === 'reserved-key')).toHaveLength(2);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
  it('thousands of mistakes are cut off with their number', () => {
    const { problems } = inFile(
      SCENARIO.replace('to: [party:a]\n', `to: [${Array.from({ length: 199 }, (_, i) => `x${i}`)}]\n    a1: 1\n`) +
        Array.from({ length: 1500 }, (_, i) => `k${i}: 1\n`).join(''),
    );
    expect(problems.at(-1)?.code).toBe('more-problems');
    expect(problems.at(-1)?.severity).toBe('error');
  });

  const runs = Number(process.env.ENTENTE_RUNS ?? 50);
  it(`no mutation of a valid file makes the check throw (${runs} runs)`, () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    console.log(`mutations: seed ${seed}, ${runs} runs`);
    const scrap = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        '{',
        '[',
        '&a ',
        '*a',
        ': ',
        '- ',
        '\n',
        '  ',
        '"',
        '!x ',
        '__proto__: 1\n',
        'null',
        '-1',
        '<<: *a\n',
        '{not: {not: ',
      ),
    );
    const edit = fc.record({ at: fc.nat(SCENARIO.length), cut: fc.nat(40), put: scrap });
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), fc.boolean(), (edits, inPlay) => {
        const text =
          edits.reduce((t, e) => t.slice(0, e.at % t.length) + e.put + t.slice((e.at % t.length) + e.cut), inPlay ? PLAY : SCENARIO) || ' ';
        const checked = parseScenario(new Map([...whole, [inPlay ? 'plays/in-time.yaml' : 'scenario.yaml', text]]));
        const lines = text.split('\n').length + 1;
        for (const p of checked.problems) if (p.file.startsWith(inPlay ? 'plays' : 'scenario')) expect(p.line).toBeLessThanOrEqual(lines);
        if (checked.scenario === undefined) expect(checked.problems.some((p) => p.severity === 'error')).toBe(true);
      }),
      { seed, numRuns: runs },
    );
  });
});

describe('a folder', () => {
  it('is read with its plays; links out of it, foreign bytes, huge files and folders in place of files are told', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'entente-'));
    try {
      await mkdir(join(dir, 'plays', 'folder.yaml'), { recursive: true });
      await writeFile(join(dir, 'scenario.yaml'), SCENARIO);
      await writeFile(join(dir, 'plays', 'in-time.yaml'), PLAY);
      expect((await loadFolder(dir)).plays).toHaveLength(1);
      await writeFile(join(dir, 'injects.yaml'), new Uint8Array([0xff, 0xfe, 0x00]));
      await writeFile(join(dir, 'plays', 'huge.yaml'), 'x'.repeat(3 * 1024 * 1024));
      await symlink('/etc/hostname', join(dir, 'plays', 'away.yaml'));
      const { problems } = await loadFolder(dir);
      expect(problems.map((p) => `${p.file} ${p.code}`)).toEqual([
        'injects.yaml not-text',
        'plays/away.yaml link-outside',
        'plays/folder.yaml file-unreadable',
        'plays/huge.yaml file-too-big',
      ]);
    } finally {
      await rm(dir, { recursive: true });
    }
  });
  it('that does not exist is one problem', async () => {
    expect((await loadFolder('/nowhere/at/all')).problems.map((p) => p.code)).toContain('file-unreadable');
  });
});
