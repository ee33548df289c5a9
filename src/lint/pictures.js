/** Draws, in Chromium, a picture of every model that has none or has changed since it was drawn. */
const { spawnSync } = require('node:child_process');
const { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { dirname, join } = require('node:path');
const { install } = require('./packages');
const { outdated } = require('./models');

install(__dirname);

const viewer = readFileSync(join(__dirname, 'node_modules', 'bpmn-js', 'dist', 'bpmn-viewer.production.min.js'), 'utf8');
const chromium = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (program) => program && existsSync(program),
);
if (!chromium) {
  console.error('No Chromium was found. Install the package chromium, or name the program in the environment variable CHROMIUM.');
  process.exit(1);
}

const inScript = (text) => text.replaceAll('</', '<\\/');

function page(model) {
  return `<!doctype html><meta charset="utf-8"><div id="canvas" style="width:1600px;height:1200px"></div>
<script>${inScript(viewer)}</script>
<script>
  const bpmn = new BpmnJS({ container: '#canvas' });
  bpmn.importXML(${inScript(JSON.stringify(model.xml))})
    .then(() => bpmn.saveSVG())
    .then(({ svg }) => { document.body.textContent = 'drawn' + btoa(unescape(encodeURIComponent(svg))) + 'drawn'; })
    .catch((wrong) => { document.body.textContent = 'wrong' + wrong.message; });
</script>`;
}

function draw(model) {
  const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  try {
    const file = join(folder, 'page.html');
    writeFileSync(file, page(model));
    const { stdout } = spawnSync(
      chromium,
      ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`, '--virtual-time-budget=4000', '--dump-dom', `file://${file}`],
      { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    const [, encoded] = stdout.match(/drawn([A-Za-z0-9+/=]+)drawn/) ?? [];
    if (!encoded) {
      throw new Error(`${model.name} could not be drawn: ${stdout.match(/wrong([^<]*)/)?.[1] ?? 'Chromium said nothing'}`);
    }
    const svg = Buffer.from(encoded, 'base64').toString('utf8');
    mkdirSync(dirname(model.picture), { recursive: true });
    const shown = svg.replaceAll(/<(rect|polyline|path|circle)[^>]*class="djs-hit[^>]*\/>/g, '').replaceAll(/<rect class="djs-outline[^>]*\/>/g, '');
    writeFileSync(model.picture, shown.replace('<svg ', `<!-- drawn from the model with SHA-256 ${model.sha256} -->\n<svg style="background:#fff" `));
    console.log(`drew ${model.name}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

outdated().forEach(draw);
