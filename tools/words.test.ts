import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Words that officials would not write, each with the one that stands instead: agreed by hand, kept out of every text that people read. */
const NOT_KOREAN: readonly (readonly [RegExp, string])[] = [
  [/통제부|총괄 ?통제|통제총괄/, '통제단, 통제단장'],
  [/실제 비상|NO DUFF/, '실제상황'],
  [/직책 맡기|직책을 맡/, '이 직책으로 입장'],
  [/대신 말하/, '명의 선택 발신'],
  [/즉석 상황/, '돌발 상황'],
  [/기다리는 일이 없습니다/, '조치할 사항이 없습니다'],
  [/이행했음/, '이행 처리'],
  [/보낸 것/, '발신함'],
  [/알 필요가 있는 범위/, '업무상 필요한 인원에 한함'],
  [/고객 기관/, '업무 상대 기관'],
  [/자리에 있음/, '정위치'],
  [/무엇을 누가 언제/, '누가 언제 무엇을'],
  [/참여 링크/, '참가 링크'],
];
/** Words that scenarios may use in their own sense: a road is controlled, a state of emergency declared. */
const NOT_ON_SCREENS: readonly (readonly [RegExp, string])[] = [
  [/통제(?!단|관)/, '통제단, 통제관'],
  [/되살리|되살림/, '복원'],
  [/주요 조건 (설정|충족)/, '이정표'],
  [/소멸/, '시한 경과'],
  [/출석 (확인|응답)/, '인원 점검'],
  [/선포/, '선언'],
  [/단추/, '버튼'],
  [/로그아웃/, '접속 종료'],
  [/전문 \{/, '메시지'],
];
const NOT_ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/\babout in\b/, 'in about'],
  [/can be printed once/i, 'Shown only once'],
  [/^Leave it$/, 'Dismiss'],
  [/^Whose word$/, 'Whose consent'],
];

/** Of messages and requests. What the press asks is 질의. */
const NOT_OF_THE_PRESS: readonly (readonly [RegExp, string])[] = [[/질의/, '문의']];

const house = join(import.meta.dirname, '..');
const below = (folder: string, name: RegExp): string[] =>
  readdirSync(join(house, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => name.test(path) && !/node_modules|\bdist\b/.test(path))
    .map((path) => join(folder, path));

/** Every string within a catalogue. */
function texts(value: unknown): string[] {
  return typeof value === 'string' ? [value] : Object.values(value as object).flatMap(texts);
}
const catalogues = (language: string) =>
  [...below('packages/web/src', new RegExp(`text\\.${language}\\.json$`)), `packages/cli/src/text.${language}.json`].map((path) => ({
    path,
    texts: texts(JSON.parse(readFileSync(join(house, path), 'utf8'))),
  }));
/** Source files and documents line by line, those lines alone that hold Korean. */
const lines = (path: string) => ({
  path,
  texts: readFileSync(join(house, path), 'utf8')
    .split('\n')
    .filter((line) => /[가-힣]/.test(line)),
});
const found = (from: { path: string; texts: string[] }[], words: readonly (readonly [RegExp, string])[]) =>
  from.flatMap(({ path, texts }) =>
    texts.flatMap((text) => words.filter(([word]) => word.test(text)).map(([, instead]) => `${path}: “${text}” → ${instead}`)),
  );

const korean = catalogues('ko');
const checks = ['items', 'meaning', 'form'].map((part) => lines(`packages/scenario/src/catalogue-${part}.ts`));
const others = [
  ...below('packages/documents/src/msel', /(?<!recipient-words|columns|vocabulary|\.test)\.ts$/),
  ...below('scenarios', /\.(yaml|md)$/),
  'packages/engine/src/labels/tlp.ts',
  'docs/glossary.md',
  'README.md',
].map(lines);

it('no Korean text says what an official would not write', () => {
  expect(korean.length).toBeGreaterThan(10);
  expect(found([...korean, ...checks], [...NOT_KOREAN, ...NOT_ON_SCREENS])).toEqual([]);
  const others = korean.filter(({ path }) => !path.includes('capabilities/statements/'));
  expect(found([...others, ...checks], NOT_OF_THE_PRESS)).toEqual([]);
});

it('nor do scenarios, their plays, and what is said of a sheet', () => {
  expect(others.length).toBeGreaterThan(20);
  expect(found(others, NOT_KOREAN)).toEqual([]);
});

it('no English text says what was agreed to be said otherwise', () => {
  expect(found(catalogues('en'), NOT_ENGLISH)).toEqual([]);
});

it('what is sought would be found', () => {
  expect(found([{ path: 'a', texts: ['총괄 통제에 알림'] }], NOT_KOREAN)).toEqual(['a: “총괄 통제에 알림” → 통제단, 통제단장']);
  expect(found([{ path: 'a', texts: ['통제에 문의', '통제단에 문의'] }], NOT_ON_SCREENS)).toEqual(['a: “통제에 문의” → 통제단, 통제관']);
});
