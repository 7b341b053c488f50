import { dirname, join, normalize } from 'node:path/posix';
import { type File, type Finding, isSource, isTest, lineAt } from './finding.ts';

const WEB = 'packages/web/src/';
/** What all rooms of the engine may be asked to do, and what they tell: `type: 'SendMessage'` in their languages. */
const LANGUAGE = /^packages\/engine\/src\/[^/]+\/language\.ts$/;
/** Frames and what they are built of. The doors (lobby, join) know no room. */
const FRAME = /^(screens|kit|connection|i18n)\//;

/**
 * Files of frames that still name a room’s commands or events, each with what would free it. The list only shrinks.
 */
const STILL_NAMES: Readonly<Record<string, string>> = {
  'kit/control/sending.ts': 'commands with defaults: the engine’s schemas give them',
  'kit/report/model.ts': 'when the clock first started: the room of the clock tells it',
  'kit/report/numbers.ts': 'what stays backstage: rooms say it of their events',
  'screens/control/hand/Taken.tsx': 'who takes a card is the column’s own matter: the room of takings',
};

/**
 * No screen names a room. Frames (`screens/`) and pieces (`kit/`, `connection/`, `i18n/`) import nothing of a
 * capability: `main.tsx` hands them what the list of capabilities gives. A capability imports pieces and itself, neither
 * a screen nor another capability. And no frame has a command or an event by its name.
 */
export function webCapabilities(files: readonly File[]): Finding[] {
  const names = new Set(files.filter((f) => LANGUAGE.test(f.path)).flatMap((f) => [...f.text.matchAll(/type: '(\w+)'/g)].map((m) => m[1])));
  return files.flatMap((file) => {
    const own = file.path.startsWith(WEB) && isSource(file.path) && !isTest(file.path) && !file.path.endsWith('fixture.ts');
    return own ? [...imports(file), ...named(file, names)] : [];
  });
}

function imports({ path, text }: File): Finding[] {
  const from = path.slice(WEB.length);
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].flatMap((m) => {
    const to = normalize(join(dirname(from), m[1] as string));
    const why = refused(from, to);
    return why ? [{ path, line: lineAt(text, m.index), what: `imports ${to}`, todo: why }] : [];
  });
}

function refused(from: string, to: string): string | undefined {
  const mine = roomOf(from);
  const other = roomOf(to);
  if (FRAME.test(from) && to.startsWith('capabilities/')) return 'a frame asks the parts that it was given; main.tsx gives them';
  if (mine && to.startsWith('screens/')) return 'move what both need into kit/';
  if (mine && other && other !== mine) return 'a capability knows no other: move what both need into kit/';
  return undefined;
}

/** `capabilities/sharing/seat/index.ts` → `sharing`; the list and its contract are of no room. */
function roomOf(path: string): string | undefined {
  return /^capabilities\/([^/]+)\//.exec(path)?.[1];
}

function named({ path, text }: File, names: ReadonlySet<string | undefined>): Finding[] {
  const from = path.slice(WEB.length);
  if (!FRAME.test(from) || from in STILL_NAMES) return [];
  return [...text.matchAll(/'([A-Z]\w+)'/g)]
    .filter((m) => names.has(m[1]))
    .map((m) => ({
      path,
      line: lineAt(text, m.index),
      what: `a frame names ${m[1]}`,
      todo: 'let its capability give it, or say in tools/tidy/web.ts what would free it',
    }));
}
