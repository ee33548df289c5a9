/** What is wrong with the element templates for Camunda Modeler, by the schema that it reads them with; nothing when all is well. */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

exports.wrong = function wrong() {
  const { validateAll } = require('@bpmn-io/element-templates-validator');
  const file = join(__dirname, '..', '..', '.camunda', 'element-templates', 'peer-exchange.json');
  return validateAll(JSON.parse(readFileSync(file, 'utf8'))).results
    .filter((template) => !template.valid)
    .map((template) => `${template.object.id}: ${template.errors.map((error) => error.message).join(', ')}`);
};
