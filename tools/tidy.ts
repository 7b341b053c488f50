import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { importCircles } from './tidy/circles.ts';
import type { File, Finding } from './tidy/finding.ts';
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
} from './tidy/source.ts';
import { catalogues, laterNotes, links, machinePaths } from './tidy/texts.ts';
import { webCapabilities } from './tidy/web.ts';

/**
 * `node tools/tidy.ts [FOLDER…]`: the habits of the house that no linter knows.
 * Exit code 1 if something has to change; warnings alone are no failure.
 */
const root = join(import.meta.dirname, '..');
const folders = process.argv.slice(2);
const TEXT = /\.(ts|tsx|mjs|js|json|md|ya?ml|css|html|sh|svg|csv)$|(^|\/)(entente|run|LICENSE)$/;
/** A file larger than this is data, not something people read. */
const LARGEST = 1_000_000;

const files = trackedFiles();
const findings = files.flatMap((file) => [
  ...enginePurity(file),
  ...judgedOnWhatIsSeen(file),
  ...chosenLocale(file),
  ...cutWhileFound(file),
  ...packageImports(file),
  ...fileLength(file),
  ...functionLength(file),
  ...emptyNames(file),
  ...onlyTests(file),
  ...links(file, (path) => existsSync(join(root, path))),
  ...machinePaths(file),
  ...laterNotes(file),
]);
findings.push(...catalogues(files), ...importCircles(files), ...webCapabilities(files));

const shown = findings.filter((f) => folders.length === 0 || folders.some((folder) => f.path.startsWith(folder)));
for (const f of shown.sort(byPlace)) process.stdout.write(`${f.path}:${f.line} ${f.warning ? 'warning: ' : ''}${f.what} – ${f.todo}\n`);
process.exitCode = shown.some((f) => !f.warning) ? 1 : 0;

/** What is under version control or about to be. */
function trackedFiles(): File[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const paths = [...new Set(listed.split('\0').filter((path) => TEXT.test(path)))];
  return paths.flatMap((path) => {
    const full = join(root, path);
    if (!existsSync(full) || statSync(full).size > LARGEST) return [];
    return [{ path, text: readFileSync(full, 'utf8') }];
  });
}

function byPlace(a: Finding, b: Finding): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line;
}
