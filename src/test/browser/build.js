/** Bundles both versions of form-js for the tests: `node build.js OUT`. */
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from '../../lint/packages.js';

const here = dirname(fileURLToPath(import.meta.url));

install(here);
const { build } = await import('esbuild');
await build({
  absWorkingDir: here,
  entryPoints: ['forms.js'],
  outdir: resolve(process.argv[2]),
  bundle: true,
  format: 'iife',
  logLevel: 'warning'
});
