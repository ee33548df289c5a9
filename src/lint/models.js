/** The models of all programmes, and the picture that stands beside each. */
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { basename, join } = require('node:path');

const processes = join(__dirname, '..', '..', 'processes');

function models() {
  return readdirSync(processes, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((folder) =>
      readdirSync(join(processes, folder.name))
        .filter((file) => file.endsWith('.bpmn'))
        .map((file) => {
          const name = basename(file, '.bpmn');
          const xml = readFileSync(join(processes, folder.name, file), 'utf8');
          return {
            name,
            xml,
            sha256: createHash('sha256').update(xml).digest('hex'),
            picture: join(processes, folder.name, 'pictures', `${name}.svg`),
          };
        }),
    );
}

/** A picture names the SHA-256 of the model it was drawn from. */
function isDrawn(model) {
  return existsSync(model.picture) && readFileSync(model.picture, 'utf8').includes(model.sha256);
}

exports.models = models;
exports.outdated = () => models().filter((model) => !isDrawn(model));
