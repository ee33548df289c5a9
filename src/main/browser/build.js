/**
 * Builds what the participants' pages load: `node build.js OUT`. Does nothing when OUT already holds the bundle of these
 * sources, so that it costs a blink on every build.
 */
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2]);
const stamp = join(out, 'form.stamp');

/** Delivered as its makers wrote it, with its licence beside it. */
const unchanged = {
  'codex.css': '@wikimedia/codex/dist/codex.style.css',
  'codex-tokens.css': '@wikimedia/codex-design-tokens/dist/theme-wikimedia-ui-root.css',
  'codex-LICENSE.txt': '@wikimedia/codex/LICENSE',
  'bpmn-js-LICENSE.txt': 'bpmn-js/LICENSE',
  'form-js-LICENSE.txt': '@bpmn-io/form-js-viewer/LICENSE'
};

function digest(files) {
  const hash = createHash('sha256');
  files.forEach(file => hash.update(file).update(readFileSync(join(here, file))));
  return hash.digest('hex');
}

function installLockedPackages() {
  const lock = digest(['package-lock.json']);
  const installed = join(here, 'node_modules', '.installed');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) {
    return;
  }
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32'
  });
  if (npm.status !== 0) {
    throw new Error(`"npm ci" in ${here} failed; the pages need Node.js 20 or newer, npm and its registry.`, {
      cause: npm.error
    });
  }
  writeFileSync(installed, lock);
}

const sources = readdirSync(here).filter(file => /\.(js|css|json)$/.test(file)).sort();
const wanted = digest(sources);
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  installLockedPackages();
  const { build } = await import('esbuild');
  mkdirSync(out, { recursive: true });
  await build({
    absWorkingDir: here,
    entryPoints: ['form.js', 'form.css', 'picture.js', 'picture.css'],
    outdir: out,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022', 'firefox102', 'safari15.4'],
    legalComments: 'eof',
    logLevel: 'warning'
  });
  Object.entries(unchanged).forEach(([name, from]) => copyFileSync(join(here, 'node_modules', from), join(out, name)));
  writeFileSync(stamp, wanted);
}
