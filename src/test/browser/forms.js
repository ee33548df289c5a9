/** Shows forms in either version of form-js, and tells the test what became of them. */
import { Form as TasklistForm } from 'tasklist-form-js';
import { Form as PagesForm } from 'pages-form-js';

const versions = { tasklist: TasklistForm, pages: PagesForm };
const DISPLAYS = ['text', 'table'];

/** Opens a form, looks at it, sends it, and looks at it again. */
window.show = async (version, schema, data) => {
  const { form, complaints } = await open(version, schema, data);
  try {
    const before = errorBoxes(form);
    const fields = instances(form).map(instance => ({
      key: instance.valuePath.join('.'),
      label: labelOf(form, instance)
    }));
    const { data: sent, errors } = form.submit();
    await drawn();
    return {
      complaints,
      fields,
      displays: Object.fromEntries(DISPLAYS.map(type =>
        [type, form._container.querySelectorAll(`.fjs-form-field-${type}`).length])),
      before,
      sent,
      wrong: instances(form)
        .filter(instance => messagesAt(errors, instance).length > 0)
        .map(instance => instance.valuePath.join('.')),
      after: errorBoxes(form)
    };
  } finally {
    form.destroy();
  }
};

/**
 * Opens a form as Tasklist does, gives one field a wrong value, then other fields values that hide it. Tasklist's button is
 * grey while the errors of the latest "changed" event name any field.
 */
window.changeMind = async (schema, data, key, wrong, others) => {
  const { form, complaints } = await open('tasklist', schema, data);
  let errors = {};
  form.on('changed', state => {
    errors = state.errors;
  });
  try {
    await put(form, key, wrong);
    for (const [other, value] of Object.entries(others)) {
      await put(form, other, value);
    }
    return { complaints, grey: Object.keys(errors).length > 0, hidden: instanceOf(form, key) === undefined };
  } finally {
    form.destroy();
  }
};

async function open(version, schema, data) {
  const container = document.createElement('div');
  document.body.replaceChildren(container);
  const complaints = [];
  const form = new versions[version]({ container });
  form.on('error', ({ error }) => complaints.push(error.message));
  const { warnings } = await form.importSchema(withRoom(schema), data);
  warnings.forEach(warning => complaints.push(warning.message));
  await drawn();
  return { form, complaints };
}

/** As on the pages, which show every row of a list; otherwise the versions fold long lists in different ways. */
function withRoom(component) {
  return {
    ...component,
    ...(component.type === 'dynamiclist' && { disableCollapse: true }),
    ...(component.components && { components: component.components.map(withRoom) })
  };
}

/** Fields register, and errors appear, one or two drawings after what caused them. */
async function drawn() {
  for (let i = 0; i < 2; i++) {
    await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
  }
}

async function put(form, key, value) {
  const instance = instanceOf(form, key);
  if (instance) {
    form._update({ fieldInstance: instance, value });
    await drawn();
  }
}

function instances(form) {
  return form.get('formFieldInstanceRegistry').getAllKeyed();
}

function instanceOf(form, key) {
  return instances(form).find(instance => instance.valuePath.join('.') === key);
}

/** The label of the field's element; null when the page has no such element. */
function labelOf(form, { id, indexes }) {
  const domId = ['fjs-form', form._id, id].join('-') + Object.values(indexes ?? {}).map(index => `_${index}`).join('');
  const element = [...form._container.querySelectorAll('input, select, textarea, [role=group]')]
    .find(candidate => candidate.id === domId || candidate.id.startsWith(`${domId}-`));
  const label = element?.closest('.fjs-form-field')?.querySelector('label');
  return label ? label.textContent.replace(/\*$/, '').trim() : null;
}

function errorBoxes(form) {
  return [...form._container.querySelectorAll('.fjs-form-field-error')].map(box => box.textContent);
}

function messagesAt(errors, { id, indexes }) {
  const found = [id, ...Object.values(indexes ?? {})].reduce((at, key) => at?.[key], errors);
  return Array.isArray(found) ? found : [];
}
