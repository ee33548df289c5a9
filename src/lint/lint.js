/** Reads every model under `processes/` with the rules of bpmnlint; a warning counts like an error. Then: is every picture up to date, and can Camunda Modeler read the element templates? */
const { join } = require('node:path');
const { install, run } = require('./packages');
const { outdated } = require('./models');
const { wrong } = require('./templates');

install(__dirname);
run(__dirname, process.execPath, [join('node_modules', 'bpmnlint', 'bin', 'bpmnlint.js'), '--max-warnings=0', '../../processes/**/*.bpmn']);

const old = outdated();
if (old.length > 0) {
  console.error(`No picture, or an older one, of: ${old.map((model) => model.name).join(', ')}.`);
  console.error('Draw it with "node src/lint/pictures.js", look at it, and commit it with the model.');
  process.exit(1);
}

const templates = wrong();
if (templates.length > 0) {
  console.error(`Camunda Modeler cannot read these element templates:\n${templates.join('\n')}`);
  process.exit(1);
}
