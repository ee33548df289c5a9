/** Every sequence flow of every model must have been taken by some test: reads what the tests of this build have left. */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const report = readFileSync(join(__dirname, '..', '..', 'target', 'path-coverage.txt'), 'utf8');
const gaps = report.split('\n').filter((line) => line.includes('; never: '));
if (gaps.length > 0) {
  console.error('No test takes these flows. Write a scenario for each, or take the flow out of the model:');
  gaps.forEach((gap) => console.error(gap));
  process.exit(1);
}
