/**
 * Fills in forms in form-js, and says what it would send and what it finds wrong: `node answers.js FORM-JS CASES RESULTS`, the
 * name of one of our versions of form-js and both lists as JSON. form-js does all but draw the inputs: of those only what they
 * hand over is here, so no browser is needed and a form takes some milliseconds.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { install } from '../../lint/packages.js';

const here = dirname(fileURLToPath(import.meta.url));
const [version, ...files] = process.argv.slice(2);
const [casesFile, resultsFile] = files.map(file => resolve(file));
const INPUTS = ['textfield', 'textarea', 'number', 'checkbox', 'radio', 'select', 'checklist', 'taglist', 'datetime'];
/** So often at most, since answers can make further questions appear. */
const ROUNDS = 3;

install(here);
await openWindow();
const { Form, formFields } = await formJs();
const results = [];
for (const { schema, data, answers } of JSON.parse(readFileSync(casesFile, 'utf8'))) {
  results.push(await fillIn(schema, data, answers));
}
writeFileSync(resultsFile, JSON.stringify(results));
process.exit();

/** form-js wants a window while it is loaded. One drawing follows the other at once, since nobody looks at them. */
async function openWindow() {
  const { Window } = await import('happy-dom');
  globalThis.window = new Window();
  for (const name of Object.getOwnPropertyNames(window).filter(name => !(name in globalThis))) {
    globalThis[name] = window[name];
  }
  globalThis.requestAnimationFrame = setImmediate;
  globalThis.cancelAnimationFrame = clearImmediate;
}

async function formJs() {
  const { build } = await import('esbuild');
  const bundle = join(dirname(resultsFile), `${version}.mjs`);
  await build({
    absWorkingDir: here,
    entryPoints: [version],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    logLevel: 'warning'
  });
  return import(pathToFileURL(bundle));
}

/** Opens a form, answers it, and sends it. */
async function fillIn(schema, data, answers) {
  const container = document.createElement('div');
  const complaints = [];
  const inputs = new Map();
  const form = new Form({ container, debounce: false, additionalModules: [bareInputs(inputs)] });
  form.on('error', ({ error }) => complaints.push(error.message));
  try {
    await form.importSchema(schema, data);
    await drawn();
    let left = answers;
    for (let round = 0; round < ROUNDS && left.length > 0; round++) {
      left = left.filter(answer => !give(form, inputs, answer));
      await drawn();
    }
    const { data: sent, errors } = form.submit();
    return {
      complaints,
      shown: instances(form).map(pathOf),
      sent,
      wrong: instances(form).filter(instance => messagesAt(errors, instance).length > 0).map(pathOf)
    };
  } finally {
    form.destroy();
  }
}

/** Fields as form-js has them, but drawn as nothing; what would be drawn says how to change its value. */
function bareInputs(inputs) {
  return {
    __init__: ['bareInputs'],
    bareInputs: ['factory', ['formFields', registered => {
      formFields.filter(({ config }) => INPUTS.includes(config.type)).forEach(({ config }) => {
        const bare = props => {
          inputs.set(pathOf(props.fieldInstance), props);
          return null;
        };
        bare.config = config;
        registered.register(config.type, bare);
      });
      return inputs;
    }]]
  };
}

/** Effects run one drawing after what caused them, and can cause another. */
async function drawn() {
  for (let i = 0; i < 3; i++) {
    await new Promise(resolve => setTimeout(resolve));
    await new Promise(resolve => setImmediate(resolve));
  }
}

/** Types or chooses one answer; says whether the question was there to answer. */
function give(form, inputs, { key, typed, chosen }) {
  if (!instances(form).some(instance => pathOf(instance) === key)) {
    return false;
  }
  const { field, onChange } = inputs.get(key);
  const value = typed === undefined ? chosen : field.type === 'number' ? number(field, typed) : typed;
  try {
    onChange({ field, value });
  } catch (stumbled) {
    // Some numbers, such as those with a space kept as text, form-js takes and then cannot count: the field stays as it was.
    if (field.type !== 'number') {
      throw stumbled;
    }
  }
  return true;
}

/** What form-js takes a typed text for: a comma for a point, what is no number for nothing. */
function number(field, typed) {
  const text = typed.replaceAll(',', '.');
  const { config } = formFields.find(candidate => candidate.config.type === 'number');
  return config.sanitizeValue({ formField: field, value: text });
}

function instances(form) {
  return form.get('formFieldInstanceRegistry').getAllKeyed();
}

function pathOf({ valuePath }) {
  return valuePath.join('.');
}

function messagesAt(errors, { id, indexes }) {
  const found = [id, ...Object.values(indexes ?? {})].reduce((at, key) => at?.[key], errors);
  return Array.isArray(found) ? found : [];
}
