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

const takesTheLine = (file: string): boolean => /\bsend\b[^=\n]*= useSeat\(\)/.test(readFileSync(join(src, file), 'utf8'));

const looks = globSync('capabilities/*/look/index.ts', { cwd: src });
const files = reached(['screens/control/evaluation/Evaluation.tsx', ...looks]);

it('gives the evaluators’ desk nothing that could send anything', () => {
  expect(looks.length).toBeGreaterThan(5);
  expect(files.has('kit/control/SidePanel.tsx')).toBe(true);
  expect([...files.keys()].filter((file) => SENDS.includes(file))).toEqual([]);
  // Nor does anything take the line itself.
  expect([...files.keys()].filter(takesTheLine)).toEqual([]);
});

it('fetches for them what they send themselves: a note, the answer to a roll-call, and who takes their seat over', () => {
  const later = [...files].flatMap(([file, fetched]) => (file.includes('i18n') ? [] : fetched));
  const sending = later.filter((file) => [...reached([file]).keys()].some((f) => SENDS.includes(f) || takesTheLine(f)));
  expect(sending.sort()).toEqual([
    'capabilities/messages/look/OwnNotes.tsx',
    'capabilities/seats/look/RollAsked.tsx',
    'capabilities/seats/seat/Hands.tsx',
  ]);
});

it('finds what sends in what control is given, or it could not find it here', () => {
  const control = reached(globSync('capabilities/*/control/index.ts', { cwd: src }));
  expect([...control.keys()].filter((file) => SENDS.includes(file)).length).toBeGreaterThan(2);
});
