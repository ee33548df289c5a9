/**
 * Every sequence flow of every model must have been taken by some test: reads what the tests of this build have noted and
 * reports it in `target/path-coverage.txt`. With the argument "begin" it takes away what an earlier build has left. The engine
 * says nothing when a flow leaves an event-based gateway; the flow behind its event tells.
 */
const { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { models } = require('./models');

const target = join(__dirname, '..', '..', 'target');
const noted = join(target, 'path-coverage');

function taken() {
  const files = existsSync(noted) ? readdirSync(noted) : [];
  return new Set(files.flatMap((file) => readFileSync(join(noted, file), 'utf8').split('\n')));
}

function found(pattern, xml) {
  return [...xml.matchAll(pattern)].map((match) => match.slice(1));
}

function line(model, all) {
  const silent = new Set(found(/<bpmn:eventBasedGateway id="([^"]+)"/g, model.xml).flat());
  const flows = found(/<bpmn:sequenceFlow id="([^"]+)"[^>]* sourceRef="([^"]+)"/g, model.xml).filter(([, source]) => !silent.has(source));
  const never = flows.map(([flow]) => flow).filter((flow) => !all.has(`${model.name} ${flow}`));
  const figures = `${model.name}: ${flows.length - never.length} of ${flows.length} flows taken`;
  return never.length === 0 ? figures : `${figures}; never: ${never.join(', ')}`;
}

if (process.argv[2] === 'begin') {
  rmSync(noted, { recursive: true, force: true });
} else {
  const all = taken();
  const report = models().map((model) => line(model, all));
  writeFileSync(join(target, 'path-coverage.txt'), report.join('\n') + '\n');
  console.log(report.join('\n'));
  if (report.some((model) => model.includes('; never: '))) {
    console.error('No test takes the flows above that were never taken. Write a scenario for each, or take the flow out of the model.');
    process.exit(1);
  }
}
