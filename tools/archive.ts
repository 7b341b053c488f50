import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { rolldown } from 'rolldown';

/**
 * `npm run archive`: everything that a room needs in one file, for a machine with nothing installed and no network:
 * Node, one file of program, the web app, the scenarios and a start script. Gives `dist/entente-VERSION-linux-x64.tar.gz`;
 * another folder than `dist` may be named. `--quick` packs it less tightly, in half the time.
 */
const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const PLATFORM = 'linux-x64';
const name = `entente-${version}-${PLATFORM}`;
const [to] = process.argv.slice(2).filter((a) => a !== '--quick');
const dist = resolve(to ?? join(root, 'dist'));
const folder = join(dist, name);

const START = `#!/bin/sh
# Entente from a portable archive: needs nothing but what lies beside this file.
set -u
case $0 in
  */*) home=\${0%/*} ;;
  *) home=. ;;
esac
home=$(CDPATH='' cd -- "$home" && pwd -P) || exit 3
[ $# -gt 0 ] || set -- serve
ENTENTE_HOME=$home exec "$home/lib/node" "$home/lib/entente.mjs" "$@"
`;

const node = join(root, 'node_modules', `node-${PLATFORM}`, 'bin', 'node');
if (!existsSync(node)) stop(`There is no Node for ${PLATFORM} in node_modules. Build the archive on such a machine.`);
const web = join(root, 'packages/web/dist');
if (!existsSync(join(web, 'index.html'))) stop('The web app has not been built. Run: npm run build');

rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, 'lib'), { recursive: true });
await bundle('packages/cli/src/main.ts', join(folder, 'lib/entente.mjs'));
// What works beside the server: it is looked for under this name.
await bundle('packages/server/src/aside/worker.ts', join(folder, 'lib/aside.mjs'));
await bundle('packages/rehearsal/src/workers/worker.ts', join(folder, 'lib/rehearsal.mjs'));
copyFileSync(node, join(folder, 'lib/node'));
chmodSync(join(folder, 'lib/node'), 0o755);
cpSync(web, join(folder, 'web'), { recursive: true });
cpSync(join(root, 'scenarios'), join(folder, 'scenarios'), { recursive: true });
for (const file of ['LICENSE', 'docs/room.md'])
  if (existsSync(join(root, file))) copyFileSync(join(root, file), join(folder, file.split('/').at(-1) as string));
writeFileSync(join(folder, 'LICENSES-OF-OTHERS.txt'), licences());
writeFileSync(join(folder, 'entente'), START, { mode: 0o755 });

const archive = join(dist, `${name}.tar.gz`);
const quick = process.argv.includes('--quick');
const packed = spawnSync(
  'tar',
  ['--owner=0', '--group=0', '--sort=name', `--use-compress-program=gzip ${quick ? '-1' : '-6'}`, '-cf', archive, '-C', dist, name],
  {
    stdio: ['ignore', 'inherit', 'inherit'],
  },
);
if (packed.status !== 0) stop('The archive could not be packed (see above).');
rmSync(folder, { recursive: true, force: true });
console.log(`${archive}  ${(statSync(archive).size / 1e6).toFixed(1)} MB`);

/** A program with all that it imports, in one file. */
async function bundle(program: string, file: string): Promise<void> {
  const build = await rolldown({
    input: join(root, program),
    platform: 'node',
    // Faster encoders that `ws` takes if they are installed; it does without.
    external: [/^node:/, 'bufferutil', 'utf-8-validate'],
    logLevel: 'warn',
  });
  await build.write({ file, format: 'esm', codeSplitting: false, comments: { legal: true } });
  await build.close();
}

/** What the packages within ask to be told with them. */
function licences(): string {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string; dev?: boolean; license?: string }>;
  };
  const theirs = Object.entries(packages).filter(([path, p]) => path.includes('node_modules/') && p.version !== undefined && !p.dev);
  const texts = theirs.flatMap(([path, p]) => {
    const at = join(root, path);
    if (!existsSync(at)) return [];
    const file = readdirSync(at).find((f) => /^(licen[cs]e|copying)/i.test(f));
    const text = file === undefined ? '' : readFileSync(join(at, file), 'utf8').trim();
    return [`${path.split('node_modules/').at(-1)} ${p.version} (${p.license ?? 'see below'})\n\n${text}\n`];
  });
  return texts.join(`\n${'-'.repeat(72)}\n\n`);
}

function stop(text: string): never {
  console.error(text);
  process.exit(3);
}
