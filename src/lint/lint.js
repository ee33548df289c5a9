/** Reads every model under `processes/` with the rules of bpmnlint; a warning counts like an error. */
const { createHash } = require('node:crypto');
const { spawnSync } = require('node:child_process');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

function run(command, args) {
  const done = spawnSync(command, args, { cwd: __dirname, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.error) {
    throw done.error;
  }
  if (done.status !== 0) {
    process.exit(done.status ?? 1);
  }
}

function installLockedPackages() {
  const lock = createHash('sha256').update(readFileSync(join(__dirname, 'package-lock.json'))).digest('hex');
  const installed = join(__dirname, 'node_modules', '.installed');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) {
    return;
  }
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  writeFileSync(installed, lock);
}

installLockedPackages();
run(process.execPath, [join('node_modules', 'bpmnlint', 'bin', 'bpmnlint.js'), '--max-warnings=0', '../../processes/**/*.bpmn']);
