import { lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { readFiles, type ScenarioFile } from './files/folder.ts';
import { type Checked, parseScenario } from './parse.ts';
import { inOrder, type Problem, problem } from './problem.ts';
import { LIMITS } from './source.ts';

/** What was read of a scenario folder: name (`plays/one.yaml`) → text, and what could not be read. */
export interface Folder {
  readonly files: ReadonlyMap<string, string>;
  /** Files that injects and items may bring, by their path (`files/map.png`). */
  readonly attachments: ReadonlyMap<string, ScenarioFile>;
  readonly problems: readonly Problem[];
}

/** Reads and checks a scenario folder. Never throws: a folder that cannot be read is a problem too. */
export async function loadFolder(dir: string): Promise<Checked> {
  const { files, problems, attachments } = await readScenarioFolder(dir);
  const checked = parseScenario(files, attachments);
  if (problems.length === 0) return checked;
  // A file that is there but cannot be read is not missing as well.
  const others = checked.problems.filter((p) => p.code !== 'file-missing' || !problems.some((q) => q.file === p.file || q.file === dir));
  return { plays: checked.plays, problems: inOrder([...problems, ...others]) };
}

/** Reads a scenario folder: its YAML files and the files that injects bring, within bounds, following no link out of it. */
export async function readScenarioFolder(dir: string): Promise<Folder> {
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  const say = (code: Parameters<typeof problem>[0], file: string, facts = {}) =>
    problems.push(problem(code, { file, line: 1, column: 1 }, [], facts));
  let root: string;
  let names: string[];
  try {
    root = await realpath(dir);
    names = await namesIn(root);
  } catch (e) {
    say('file-unreadable', dir, { reason: reasonOf(e) });
    return { files, problems, attachments: new Map() };
  }
  if (names.length > LIMITS.files) {
    say('too-many-files', dir, { limit: LIMITS.files });
    names = names.slice(0, LIMITS.files);
  }
  for (const name of names) {
    try {
      const path = await realpath(join(root, name));
      if (!path.startsWith(root + sep)) {
        say('link-outside', name);
        continue;
      }
      const about = await lstat(path);
      if (!about.isFile()) say('file-unreadable', name, { reason: 'not a file' });
      else if (about.size > LIMITS.fileBytes) say('file-too-big', name, { limit: LIMITS.fileBytes / 1024 / 1024 });
      else files.set(name, new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)));
    } catch (e) {
      if (e instanceof TypeError) say('not-text', name);
      else say('file-unreadable', name, { reason: reasonOf(e) });
    }
  }
  return { files, problems, attachments: await readFiles(root, say) };
}

const MAIN = ['scenario.yaml', 'items.yaml', 'injects.yaml', 'expects.yaml', 'plans.yaml'];

async function namesIn(root: string): Promise<string[]> {
  const top = await readdir(root);
  const plays = top.includes('plays') ? await readdir(join(root, 'plays')).catch(() => []) : [];
  return [
    ...MAIN.filter((name) => top.includes(name)),
    ...plays
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()
      .map((name) => `plays/${name}`),
  ];
}

/** The system's reason without paths of the machine. */
function reasonOf(e: unknown): string {
  const code = (e as NodeJS.ErrnoException).code;
  return (
    { ENOENT: 'it does not exist', EACCES: 'no permission', ENOTDIR: 'not a folder', ELOOP: 'links in a circle' }[code ?? ''] ??
    code ??
    'unknown'
  );
}
