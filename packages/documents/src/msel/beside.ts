import { said } from '../error.ts';
import type { Tool } from '../sheet/sheet.ts';
import type { Column } from './column.ts';
import { plainHeader } from './header-words.ts';
import { type Verdict, verdict } from './judge.ts';
import type { Profile } from './profile.ts';
import { type Meaning, SURE } from './reading.ts';

type Step = (all: readonly Column[]) => ReadonlyMap<Column, Verdict>;

/** What columns mean beside each other: each step sees what the one before has made of them. */
export function besideEachOther(drafts: readonly Column[], tool: Tool | undefined): Column[] {
  let all = [...drafts];
  for (const step of [copies, staffDetails(tool), numbers, times, marks, names, titles, texts]) {
    const changes = step(all);
    all = all.map((c) => ({ ...c, ...changes.get(c) }));
  }
  return all;
}

const has = (all: readonly Column[], meaning: Meaning): boolean => all.some((c) => c.meaning === meaning && c.profile.filled > 0);
/** Columns of which neither header nor map says anything. */
const open = (all: readonly Column[]): Column[] => all.filter((c) => c.unknown && !c.given);
const one = (column: Column | undefined, what: Verdict): Map<Column, Verdict> => new Map(column ? [[column, what]] : []);
const NOTHING: ReadonlyMap<Column, Verdict> = new Map();

/** A column “Info” gets a copy where its names are those of the recipients. */
const copies: Step = (all) => {
  const [to] = all.filter((c) => c.meaning === 'to').toSorted((a, b) => a.rank - b.rank);
  const known = new Set(to ? namesIn(to) : []);
  const because = said(`Its names stand in column ${to?.letter} too.`, `${to?.letter} 열에도 있는 이름들이기 때문입니다.`);
  const found = all.filter(
    (c) => c.suggestion === 'info' && !c.given && c.confidence < SURE && namesIn(c).length > 0 && namesIn(c).every((n) => known.has(n)),
  );
  return new Map(found.map((c) => [c, verdict('info', 0.85, because)]));
};

const staffDetails =
  (tool: Tool | undefined): Step =>
  (all) => {
    const because = said('In Crucible the details are the exercise staff’s.', 'Crucible의 세부 내용은 운영 요원용이기 때문입니다.');
    const found = tool === 'crucible' ? all.filter((c) => plainHeader(c.header) === 'details' && !c.given) : [];
    return new Map(found.map((c) => [c, verdict('notes', 0.9, because)]));
  };

const numbers: Step = (all) => {
  if (has(all, 'number')) return NOTHING;
  const found = open(all).find(({ profile: p }) => p.filled > 1 && p.codes >= 0.9 && p.distinct === 1 && p.times < 0.5);
  return one(found, verdict('number', 0.82, said('It holds numbers, none twice.', '겹치지 않는 번호가 들어 있기 때문입니다.')));
};

const times: Step = (all) => {
  if (has(all, 'time')) return NOTHING;
  const found = open(all).find(({ profile: p }) => p.filled > 1 && p.times >= 0.8);
  return one(
    found,
    verdict('time', 0.7, said('It holds times, and no other column does.', '시각이 들어 있고, 다른 시각 열이 없기 때문입니다.')),
  );
};

/** A column for each recipient, with a cross where he gets it. */
const marks: Step = (all) => {
  if (has(all, 'to')) return NOTHING;
  const found = open(all).filter(({ header, profile: p }) => header !== '' && header.length <= 60 && p.filled > 0 && p.ticks >= 0.95);
  if (found.length < 2) return NOTHING;
  const because = said(
    'It holds marks only, and its header may be a recipient’s name.',
    '표시만 들어 있고 머리글이 수신자 이름일 수 있기 때문입니다.',
  );
  return new Map(found.map((c) => [c, verdict('marked', 0.7, because)]));
};

const names: Step = (all) => {
  if (has(all, 'to') || has(all, 'marked') || all.some((c) => c.suggestion === 'to' || c.suggestion === 'marked')) return NOTHING;
  const found = open(all).find((c) => c.meaning === 'notes' && likeNames(c.profile));
  const because = said(
    'It holds names that repeat, and no other column names recipients.',
    '되풀이되는 이름이 들어 있고, 다른 수신 열이 없기 때문입니다.',
  );
  return one(found, verdict('to', 0.45, because));
};

const SHORT = /^(event|incident|key event|event incident|inject|상황|사건|situation)$/;

/** “Event” beside “Description”: the short one is the title. */
const titles: Step = (all) => {
  if (has(all, 'title')) return NOTHING;
  const spoken = all.filter((c) => c.meaning === 'text' && c.profile.filled > 0);
  const found = spoken.find(
    (c) =>
      !c.given &&
      SHORT.test(plainHeader(c.header)) &&
      c.profile.long === 0 &&
      spoken.some((other) => other.profile.average > c.profile.average * 1.5),
  );
  const because = said('Its texts are short, and another column holds the long ones.', '글이 짧고, 긴 글은 다른 열에 있기 때문입니다.');
  return one(found, verdict('title', 0.85, because));
};

const texts: Step = (all) => {
  if (has(all, 'text') || has(all, 'title')) return NOTHING;
  const [found] = all
    .filter((c) => (c.unknown || c.suggestion === 'text') && !c.given && c.profile.long > 0.3)
    .toSorted((a, b) => b.profile.average - a.profile.average);
  return one(found, verdict('text', 0.6, said('It holds the longest texts.', '가장 긴 글이 들어 있기 때문입니다.')));
};

const namesIn = (c: Column): string[] =>
  [...c.profile.values]
    .flatMap((v) => v.split(/[,;\n/()]/))
    .map((v) => v.trim().toLowerCase())
    .filter(Boolean);

const likeNames = (p: Profile): boolean =>
  p.filled > 1 && p.codes < 0.5 && p.times < 0.2 && p.long === 0 && p.average < 40 && p.average > 1 && p.states < 0.5 && p.marks < 0.5;
