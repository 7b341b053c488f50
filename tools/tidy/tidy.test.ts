import { describe, expect, test } from 'vitest';
import { importCircles } from './circles.ts';
import {
  chosenLocale,
  cutWhileFound,
  emptyNames,
  enginePurity,
  fileLength,
  functionLength,
  judgedOnWhatIsSeen,
  onlyTests,
  packageImports,
} from './source.ts';
import { catalogues, laterNotes, links, machinePaths } from './texts.ts';
import { webCapabilities } from './web.ts';

const file = (path: string, text: string) => ({ path, text });
const engine = (text: string) => file('packages/engine/src/turn.ts', text);

describe('the engine stays pure', () => {
  test.each([
    ["import { readFileSync } from 'node:fs';", 'no Node modules'],
    ['const t = Date.now();', 'no clock'],
    ['const t = new Date();', 'no clock'],
    ['const r = Math.random();', 'no chance'],
    ['setTimeout(f, 3);', 'no timers'],
  ])('%s is found', (text, why) => {
    const [finding, ...more] = enginePurity(engine(`\n${text}\n`));
    expect(finding).toMatchObject({ path: 'packages/engine/src/turn.ts', line: 2 });
    expect(finding?.todo).toContain(why);
    expect(more).toEqual([]);
  });

  test('a date made from a given time, a comment and a test are no faults', () => {
    expect(enginePurity(engine('// never Date.now()\nconst d = new Date(ms);\n/* Math.random */'))).toEqual([]);
    expect(enginePurity(file('packages/engine/src/turn.test.ts', "import 'node:fs'; Date.now();"))).toEqual([]);
  });
});

test('who is left out of an audience is left out while it is found', () => {
  const found = cutWhileFound(
    engine('\nconst to = ctx\n  .holdersAmong([...to, who(by)], item)\n  .filter((v) => may(v));\nctx.holdersAmong(to, item, may);'),
  );
  expect(found.map((f) => f.line)).toEqual([3]);
});

describe('acts are judged on what their seat has', () => {
  test('what a command names, looked up in the whole world, is found', () => {
    const found = judgedOnWhatIsSeen(
      engine('\nconst row = ctx.world.injects.rows.get(command.inject);\nif (!ctx.holds(by.seat, id)) return;'),
    );
    expect(found.map((f) => f.line)).toEqual([2, 3]);
  });

  test('what the seat has, and what an id that was found concerns, are no faults', () => {
    expect(judgedOnWhatIsSeen(engine('ctx.seen(by.seat).injects.rows.get(command.inject);\nctx.world.injects.rows.get(inject);'))).toEqual(
      [],
    );
  });
});

test('what follows the browser’s own language is found: numbers, order and case', () => {
  const web = (text: string) => chosenLocale(file('packages/web/src/a.ts', text)).map((f) => f.line);
  expect(web('n.toLocaleString();\na.localeCompare(b);\nword(a).localeCompare(word(b)) || 0;\ns.toLocaleLowerCase();')).toEqual([
    1, 2, 3, 4,
  ]);
  expect(web('new Intl.NumberFormat();\nnew Date(n).toLocaleTimeString(undefined, { hour: 0 });')).toEqual([1, 2]);
  expect(web("n.toLocaleString('en');\nword(a).localeCompare(word(b), language);\nnew Intl.ListFormat(language, {});")).toEqual([]);
});

describe('packages depend downwards', () => {
  test.each([
    ['engine', 'scenario'],
    ['scenario', 'server'],
    ['web', 'scenario'],
    ['web', 'server'],
    ['server', 'cli'],
  ])('%s may not import %s', (own, other) => {
    const found = packageImports(file(`packages/${own}/src/a.ts`, `import type { X } from '@entente/${other}';`));
    expect(found.map((f) => f.what)).toEqual([`${own} imports ${other}`]);
  });

  test('the server may import scenario, and a file may import its neighbour', () => {
    expect(
      packageImports(file('packages/server/src/http/a.ts', "import { a } from '@entente/scenario';\nimport { b } from '../b.ts';")),
    ).toEqual([]);
  });

  test('the web has the types of what the server passes on from where it is made, and no code', () => {
    const found = (text: string) => packageImports(file('packages/web/src/a.ts', text)).map((f) => f.what);
    expect(found("import type {\n  Choice,\n} from '@entente/documents/reading';\n")).toEqual([]);
    expect(found("import type { RehearsalCard } from '@entente/rehearsal/card';\n")).toEqual([]);
    expect(found("import { MEANINGS } from '@entente/documents/reading';")).toEqual(['web imports documents']);
    expect(found("import type { Meaning } from '@entente/documents';")).toEqual(['web imports documents']);
  });

  test('no file climbs into another package', () => {
    expect(packageImports(file('packages/server/src/a.ts', "import { a } from '../../engine/src/a.ts';"))).toHaveLength(1);
  });
});

describe('no file imports itself by a way round', () => {
  test('a circle of three is named from each of its files, also where only types go round', () => {
    const found = importCircles([
      file('a/one.ts', "import { z } from 'zod';\nimport { two } from './b/two.ts';\n"),
      file('a/b/two.ts', "\nexport { three } from '../three.ts';\n"),
      file('a/three.ts', "import type {\n  One,\n} from './one.ts';\n"),
      file('a/outside.ts', "import { one } from './one.ts';\n"),
    ]);
    expect(found.map((f) => [f.path, f.line, f.what])).toEqual([
      ['a/one.ts', 2, 'a circle of imports: a/one.ts → a/b/two.ts → a/three.ts → a/one.ts'],
      ['a/b/two.ts', 2, 'a circle of imports: a/b/two.ts → a/three.ts → a/one.ts → a/b/two.ts'],
      ['a/three.ts', 1, 'a circle of imports: a/three.ts → a/one.ts → a/b/two.ts → a/three.ts'],
    ]);
  });

  test('two ways to the same file, an import in a text and one by a package’s name are no circle', () => {
    const found = importCircles([
      file('a/one.ts', "import './two.ts';\nimport './three.ts';\n"),
      file('a/two.ts', "import { three } from './three.ts';\nconst text = `\n  import './one.ts';`;\n"),
      file('a/three.ts', "import { one } from '@entente/one';\n"),
    ]);
    expect(found).toEqual([]);
  });
});

describe('files and functions fit a screen', () => {
  test('401 lines are too many, 301 are a warning', () => {
    expect(fileLength(file('a.ts', '\n'.repeat(401)))[0]).toMatchObject({ what: '401 lines' });
    expect(fileLength(file('a.ts', '\n'.repeat(301)))[0]).toMatchObject({ warning: true });
    expect(fileLength(file('a.ts', '\n'.repeat(300)))).toEqual([]);
  });

  test.each(['export function f(a: number): number {', 'const f = (a: number): number => {', '  private f(a: number): number {'])(
    '%s … of 81 lines is too long',
    (head) => {
      const indent = /^\s*/.exec(head)?.[0] ?? '';
      const body = (n: number) => `${head}\n${`${indent}  a;\n`.repeat(n)}${indent}}\n`;
      expect(functionLength(file('a.ts', body(79)))).toMatchObject([{ line: 1, what: 'a function of 81 lines' }]);
      expect(functionLength(file('a.ts', body(78)))).toEqual([]);
    },
  );

  test('a file is named after what it is about', () => {
    expect(emptyNames(file('packages/web/src/utils.ts', ''))).toHaveLength(1);
    expect(emptyNames(file('packages/web/src/common/a.ts', ''))).toHaveLength(1);
    expect(emptyNames(file('packages/web/src/community.ts', ''))).toEqual([]);
  });

  test('a test that leaves out the others is found', () => {
    expect(onlyTests(file('a.test.ts', `test${'.only'}('x', () => {});`))).toHaveLength(1);
  });
});

describe('texts', () => {
  test('a link to a missing file is found, a link to the web and one in a code block are not', () => {
    const text = '[a](missing.md)\n[b](https://example.org)\n[c](../README.md#x)\n```\n[d](nowhere.md)\n```\n';
    const found = links(file('docs/a.md', text), (path) => path === 'README.md');
    expect(found).toMatchObject([{ line: 1, what: 'a link to docs/missing.md, which does not exist' }]);
  });

  test('a picture not yet taken is a warning', () => {
    expect(links(file('README.md', '![x](docs/screens/lobby.en.png)'), () => false)).toMatchObject([{ warning: true }]);
  });

  test('paths of one machine and hosts of registries are found, relative paths are not', () => {
    expect(machinePaths(file('a.md', `see /${'wo'}rk/main or http://regi${'stry'}.local:4873/x`))).toHaveLength(2);
    expect(machinePaths(file('a.md', 'see packages/work/a and ./home/x'))).toEqual([]);
  });

  test('work put off in a comment is found', () => {
    expect(laterNotes(file('a.ts', `\n// ${'TO'}DO: later`))).toMatchObject([{ line: 2 }]);
  });
});

describe('catalogues', () => {
  const pair = (en: unknown, ko: unknown) =>
    catalogues([file('a/text.en.json', JSON.stringify(en)), file('a/text.ko.json', JSON.stringify(ko))]);

  test('the same keys in both languages are good, plural forms may differ', () => {
    expect(pair({ a: { b: 'x' }, n_one: '{{count}} row', n_other: '{{count}} rows' }, { a: { b: '가' }, n_other: '{{count}}행' })).toEqual(
      [],
    );
  });

  test('a missing key, an empty text and another placeholder are found', () => {
    expect(pair({ a: 'x', b: 'y' }, { a: '가' })).toMatchObject([{ path: 'a/text.en.json', what: 'b is missing in a/text.ko.json' }]);
    expect(pair({ a: 'x' }, { a: '' })).toMatchObject([{ path: 'a/text.ko.json', what: 'a is empty' }]);
    expect(pair({ a: '{{name}}' }, { a: '{{nmae}}' })).toMatchObject([{ path: 'a/text.en.json' }]);
  });

  test('a catalogue without its pair is found', () => {
    expect(catalogues([file('text.en.json', '{}')])).toMatchObject([{ what: 'there is no text.ko.json' }]);
  });
});

describe('no screen names a room', () => {
  const web = (path: string, text: string) => file(`packages/web/src/${path}`, text);
  const language = file('packages/engine/src/messages/language.ts', "export type Send = { type: 'SendMessage' };");

  test.each([
    ['screens/seat/Reading.tsx', '../../capabilities/messages/seat/Thread.tsx'],
    ['kit/Names.tsx', '../capabilities/index.ts'],
    ['capabilities/injects/seat/index.ts', '../../messages/seat/lines.ts'],
    ['capabilities/injects/seat/index.ts', '../../../screens/seat/inbox.ts'],
  ])('%s may not import %s', (path, from) => {
    expect(webCapabilities([web(path, `import { x } from '${from}';`)])).toHaveLength(1);
  });

  test.each([
    ['capabilities/injects/seat/index.ts', '../../../kit/seat/part.ts'],
    ['capabilities/injects/seat/index.ts', './deliveries.ts'],
    ['capabilities/injects/index.ts', '../capability.ts'],
    ['screens/seat/inbox.test.ts', '../../capabilities/index.ts'],
    ['main.tsx', './capabilities/index.ts'],
  ])('%s may import %s', (path, from) => {
    expect(webCapabilities([web(path, `import { x } from '${from}';`)])).toEqual([]);
  });

  test('a command or an event stands in its capability, not in a frame', () => {
    const text = "const command = { type: 'SendMessage' };";
    expect(webCapabilities([language, web('screens/seat/Reading.tsx', text)])).toMatchObject([{ what: 'a frame names SendMessage' }]);
    expect(webCapabilities([language, web('capabilities/messages/seat/index.ts', text)])).toEqual([]);
    const schema = file('packages/engine/src/messages/commands.ts', "const Send = z.strictObject({ type: z.literal('SendMessage') });");
    expect(webCapabilities([schema, web('screens/seat/Reading.tsx', text)])).toHaveLength(1);
  });

  test('a frame that was freed leaves the list of those that still name one', () => {
    expect(webCapabilities([language, web('kit/report/model.ts', 'nothing')])).toMatchObject([{ what: 'names no event any more' }]);
  });

  test.each([
    '<select value={x}>',
    '<textarea rows={2} />',
    '<input className="mine" onChange={(e) => set(e)} type="search" />',
    '<input />',
  ])('%s is a field of its own: those of the kit are taken', (text) => {
    expect(webCapabilities([web('capabilities/clock/control/JumpPanel.tsx', text)])).toHaveLength(1);
    expect(webCapabilities([web('kit/form/Choose.tsx', text)])).toEqual([]);
  });

  test('what is ticked and what is a file may stand anywhere', () => {
    const text = '<input type="checkbox" onChange={(e) => set(e)} /><input className="unseen" type="file" />';
    expect(webCapabilities([web('screens/lobby/ImportPage.tsx', text)])).toEqual([]);
  });
});
