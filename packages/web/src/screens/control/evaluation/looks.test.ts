import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

const src = join(import.meta.dirname, '../../..');
/** What sends something: whatever reaches one of these can act. */
const SENDS = ['connection/useAct.ts', 'kit/control/Act.tsx', 'kit/control/sending.ts', 'kit/form/useForm.ts'];
/** The real emergency, which everybody may raise. */
const EMERGENCY = 'connection/Emergency.tsx';

/** The files that a file brings at once, and those that it fetches later. Types bring nothing. */
function brought(file: string): { readonly now: string[]; readonly later: string[] } {
  const text = readFileSync(join(src, file), 'utf8').replaceAll(/^(?:import|export) type [^;]*;/gm, '');
  const found = (pattern: RegExp) => [...text.matchAll(pattern)].map((m) => relative(src, join(src, dirname(file), m[1] as string)));
  return { now: found(/^(?:import|export)\b[^;]*?'(\.[^']+\.tsx?)'/gm), later: found(/import\('(\.[^']+)'\)/g) };
}

function reached(from: readonly string[]): Map<string, readonly string[]> {
  const files = new Map<string, readonly string[]>();
  const open = [...from];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (files.has(file) || file === EMERGENCY) continue;
    const { now, later } = brought(file);
    files.set(file, later);
    open.push(...now);
  }
  return files;
}

/** True if it sends by itself, or is what others send by. The connection is not asked: every screen stands on it. */
function sends(file: string): boolean {
  if (SENDS.includes(file)) return true;
  if (file.startsWith('connection/')) return false;
  return /\bsend\b[^=;]*= useSeat\(\)|\.send\(|\bpostTo\(|method: 'POST'/.test(readFileSync(join(src, file), 'utf8'));
}

/** What is fetched later, by those who look or by what they have fetched. */
function fetchedBy(from: readonly string[]): Set<string> {
  const fetched = new Set<string>();
  const open = [...from];
  for (let file = open.pop(); file !== undefined; file = open.pop())
    for (const [by, later] of reached([file]))
      for (const more of by.includes('i18n') ? [] : later)
        if (!fetched.has(more)) {
          fetched.add(more);
          open.push(more);
        }
  return fetched;
}

const looks = globSync('capabilities/*/look/index.ts', { cwd: src });
const desk = ['screens/control/evaluation/Evaluation.tsx', ...looks];
const files = reached(desk);

it('gives the evaluators’ desk nothing that could send anything', () => {
  expect(looks.length).toBeGreaterThan(5);
  expect(files.has('kit/control/SidePanel.tsx')).toBe(true);
  expect([...files.keys()].filter(sends)).toEqual([]);
});

it('fetches for them what they send themselves: a note, the answer to a roll-call, and who takes their seat over', () => {
  const sending = [...fetchedBy(desk)].filter((file) => [...reached([file]).keys()].some(sends));
  expect(sending.sort()).toEqual([
    'capabilities/messages/look/OwnNotes.tsx',
    'capabilities/seats/look/RollAsked.tsx',
    'capabilities/seats/seat/HandOver.tsx',
    'capabilities/seats/seat/Hands.tsx',
  ]);
});

it('finds what sends in what control is given, or it could not find it here', () => {
  const control = reached(globSync('capabilities/*/control/index.ts', { cwd: src }));
  expect([...control.keys()].filter(sends).length).toBeGreaterThan(2);
});
