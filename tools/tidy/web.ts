import { dirname, join, normalize } from 'node:path/posix';
import { type File, type Finding, isSource, isTest, lineAt } from './finding.ts';

const WEB = 'packages/web/src/';
/** What all rooms of the engine may be asked to do, and what they tell: `type: z.literal('SendMessage')` and `type: 'MessageSent'`. */
const LANGUAGE = /^packages\/engine\/src\/[^/]+\/(?:language|commands)\.ts$/;
/** Frames and what they are built of. The doors (lobby, join) know no room. */
const FRAME = /^(screens|kit|connection|i18n)\//;

/**
 * Files of frames that still name a room’s commands or events, each with what would free it. The list only shrinks.
 */
const STILL_NAMES: Readonly<Record<string, string>> = {
  'connection/SeatProvider.tsx': 'to take, hand over and leave a seat begins and ends a session',
  'connection/SeatStore.ts': 'as above',
  'screens/join/Join.tsx': 'as above',
  'screens/join/TakeSeat.tsx': 'as above',
  'kit/RaiseEmergency.tsx': 'said from every screen: emergency could give each bar its button',
  'kit/report/model.ts': 'when the clock first started: the room of the clock tells it',
  'kit/control/HandActs.tsx': 'who dismisses a card is the column’s own matter: the room of takings',
  'screens/control/hand/Taken.tsx': 'who takes a card, as above',
};

/**
 * No screen names a room. Frames (`screens/`) and pieces (`kit/`, `connection/`, `i18n/`) import nothing of a
 * capability: `main.tsx` hands them what the list of capabilities gives. A capability imports pieces and itself, neither
 * a screen nor another capability. And no frame has a command or an event by its name. Fields are those of `kit/`: one
 * dialect of forms.
 */
export function webCapabilities(files: readonly File[]): Finding[] {
  const names = new Set(
    files
      .filter((f) => LANGUAGE.test(f.path))
      .flatMap((f) => [...f.text.matchAll(/(?:type: |type: z\.literal\()'(\w+)'/g)].map((m) => m[1])),
  );
  return files.flatMap((file) => {
    const own = file.path.startsWith(WEB) && isSource(file.path) && !isTest(file.path) && !file.path.endsWith('fixture.ts');
    return own ? [...imports(file), ...named(file, names), ...ownFields(file)] : [];
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
  if (!FRAME.test(from)) return [];
  const found = [...text.matchAll(/'([A-Z]\w+)'/g)].filter((m) => names.has(m[1]));
  if (from in STILL_NAMES)
    return found.length > 0 ? [] : [{ path, line: 1, what: 'names no event any more', todo: 'take it off the list in tools/tidy/web.ts' }];
  return found.map((m) => ({
    path,
    line: lineAt(text, m.index),
    what: `a frame names ${m[1]}`,
    todo: 'let its capability give it, or say in tools/tidy/web.ts what would free it',
  }));
}

/** What is ticked or is a file looks alike by itself; everything else that is typed or chosen is a field of the kit. */
function ownFields({ path, text }: File): Finding[] {
  if (path.startsWith(`${WEB}kit/`)) return [];
  return [...text.matchAll(/<(input|select|textarea)\b((?:[^>]|=>)*)/g)]
    .filter((m) => m[1] !== 'input' || !/type="(?:checkbox|radio|file)"/.test(m[2] as string))
    .map((m) => ({
      path,
      line: lineAt(text, m.index),
      what: `a field of its own: <${m[1]}>`,
      todo: 'take TextField, Choose or SearchField of kit/form',
    }));
}
