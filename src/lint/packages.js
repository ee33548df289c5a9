/** The npm packages of a folder, installed from its lock file when they are not there yet. */
const { createHash } = require('node:crypto');
const { spawnSync } = require('node:child_process');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

exports.run = function run(folder, command, args) {
  const done = spawnSync(command, args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.error) {
    throw done.error;
  }
  if (done.status !== 0) {
    process.exit(done.status ?? 1);
  }
};

exports.install = function install(folder) {
  const lock = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json'))).digest('hex');
  const installed = join(folder, 'node_modules', '.installed');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) {
    return;
  }
  exports.run(folder, 'npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  writeFileSync(installed, lock);
};
