import { createForm, Textfield } from '@bpmn-io/form-js-viewer';
import { sayWhatIsWrong } from './checks.js';
import { writeDatesOut } from './dates.js';
import { Draft } from './draft.js';
import { helped } from './helped-field.js';
import { NumberAsTyped } from './number-field.js';
import { post } from './server.js';
import { Uploads, uploadField } from './upload-field.js';
import { say, sayInstead, translate } from './words.js';

/** Shows the page's form, and sends it. What the page knows stands in the element "form-content" as JSON. */
const root = document.getElementById('form');
const page = JSON.parse(document.getElementById('form-content').textContent);
const summary = document.getElementById('summary');
const sendButton = document.getElementById('send');
const restored = document.getElementById('restored');
const savedLine = document.getElementById('saved');

const uploads = new Uploads({ uploads: page.uploads, files: page.files, url: page.filesUrl });
uploads.readOnly = page.readOnly;

/**
 * The page has its own heading, below which those of the form come next, its own button, places for files, and room for every
 * row.
 */
function fitting(component) {
  const fitted = { ...component };
  if (component.type === 'dynamiclist') {
    fitted.disableCollapse = true;
    fitted.allowAddRemove = component.allowAddRemove && !page.readOnly;
  }
  if (component.type === 'text' && component.text) {
    fitted.text = component.text.replace(/^###(?= )/gm, '##');
  }
  if (component.type === 'text' && component.properties?.upload && uploads.get(component.properties.upload)) {
    fitted.type = 'upload';
  }
  if (component.validate?.minLength > 1 && !page.readOnly && !tellsLength(component)) {
    fitted.description = [component.description, say('length-needed', component.validate.minLength)].filter(Boolean).join(' ');
  }
  if (component.components) {
    fitted.components = component.components.filter(inner => inner.type !== 'button').map(fitting);
  }
  return fitted;
}

/** Whether a field says itself how much is to be written, or works out what it says. */
function tellsLength({ description = '', validate }) {
  return description.startsWith('=') || description.includes(validate.minLength);
}

/** The page has a heading of its own above the form, so that of the form goes. */
function withoutTitle(schema) {
  const [first, ...others] = schema.components;
  return first?.type === 'text'
    ? { ...schema, components: [{ ...first, text: first.text.replace(/^#+ .*\n*/, '') }, ...others] }
    : schema;
}

writeDatesOut();
const draft = page.readOnly ? null : new Draft(page.draft, page.once, answers, { saved, unsaved, newer, moved });
const typed = draft?.begun ?? null;
const form = await createForm({
  container: root,
  schema: fitting(withoutTitle(page.schema)),
  data: { ...page.data, ...typed },
  properties: { readOnly: page.readOnly },
  // With a pause before a field hands over what was typed, a date chosen just before in the same row wiped it out.
  debounce: false,
  additionalModules: [
    { translate: ['value', translate] },
    {
      __init__: ['uploads', ['validator', 'formFieldRegistry', sayWhatIsWrong]],
      uploads: ['factory', ['formFields', formFields => {
        formFields.register('upload', uploadField(uploads));
        formFields.register('number', helped(NumberAsTyped));
        formFields.register('textfield', helped(Textfield));
        return uploads;
      }]]
    }
  ]
});
root.removeAttribute('aria-busy');
sayInstead(root);

if (!page.readOnly) {
  root.addEventListener('focusout', ({ target }) => setTimeout(() => checkDay(target)));
  restored.hidden = typed === null;
  draft.begins();
  form.on('field.updated', () => draft.typed());
  addEventListener('pagehide', () => {
    document.activeElement?.blur();
    draft.leave();
  });
  document.getElementById('afresh').addEventListener('click', async () => {
    await draft.forget(true);
    location.reload();
  });
  document.getElementById('take-newer').addEventListener('click', () => {
    draft.forgetHere();
    location.reload();
  });
  sendButton.disabled = false;
  sendButton.addEventListener('click', () => {
    if (sendButton.getAttribute('aria-disabled') !== 'true') {
      send();
    }
  });
  if (location.pathname === page.draft?.url) {
    moved(page.draft.url);
  }
  if (draft.behind) {
    draft.stop();
    newer({ message: say('newer-draft'), newer: page.draft.version });
  }
}

/** What was typed instead of a day changes no answer, so form-js would not look at it again. */
function checkDay(input) {
  const instance = '_flatpickr' in input && instances().find(one => elementOf(one) === input);
  if (instance) {
    form.get('viewerCommands').updateFieldInstanceValidation(instance, instance.value);
  }
}

function saved() {
  const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
  savedLine.textContent = say('saved', time);
}

function unsaved(why = say('unsaved')) {
  savedLine.textContent = why;
}

/** There is a newer version, or none any more because the form was sent elsewhere: nothing is decided without being asked. */
function newer({ message, newer: version }) {
  const changed = document.getElementById('changed');
  const keep = document.getElementById('keep-mine');
  changed.querySelector('p').textContent = message;
  keep.onclick = () => {
    changed.hidden = true;
    draft.keepMine(version);
  };
  document.getElementById('take-newer').textContent = say(version > 0 ? 'show-newer' : 'open-again');
  savedLine.textContent = '';
  changed.hidden = false;
  changed.focus();
}

/** The draft has an address of its own now, which is the only key to it; in other languages, too, it goes on there. */
function moved(path) {
  const address = new URL(path, location.href).href;
  const [link, mail] = document.querySelectorAll('#continue a');
  link.href = address;
  link.textContent = address;
  mail.href = `mailto:?subject=${encodeURIComponent(document.title)}&body=${encodeURIComponent(address)}`;
  document.getElementById('continue').hidden = false;
  document.querySelectorAll('.languages a').forEach(other => { other.pathname = path; });
}

/** Where the form goes, with what keeps it from being taken twice or from an older window. */
function sendTo() {
  const asked = new URLSearchParams();
  if (page.draft) {
    asked.set('draft', draft.version);
    asked.set('page', page.draft.page);
  }
  if (page.version) {
    asked.set('form', page.version);
  }
  if (page.once) {
    asked.set('once', draft.formKey);
    const secret = draft.url.match(/drafts\/([^/]+)$/)?.[1];
    if (secret) {
      asked.set('secret', secret);
    }
  }
  return `${page.post}?${asked}`;
}

function answers() {
  return form._getSubmitData();
}

/** Fields hand over what was typed when they lose the focus, and say what is wrong one drawing later. */
async function settled() {
  document.activeElement?.blur();
  await new Promise(resolve => setTimeout(resolve, 60));
}

async function send() {
  busy(true);
  try {
    await settled();
    const { data, errors } = form.submit();
    await settled();
    const wrong = shownErrors(errors);
    if (wrong.length > 0) {
      complain(say('look-again'), wrong);
      return;
    }
    if (uploads.busy) {
      complain(say('file-on-its-way'), []);
      return;
    }
    draft.look();
    draft.stop();
    await draft.idle();
    const { status, answer } = await post(sendTo(), JSON.stringify(data));
    if (status === 200) {
      await draft.forget(false);
      location.assign(answer.location);
      return;
    }
    if (answer.newer !== undefined) {
      newer(answer);
      return;
    }
    draft.goOn();
    if (answer.errors) {
      show(answer.errors);
    } else {
      complain(answer.message, [], further(answer));
    }
  } finally {
    busy(false);
  }
}

function busy(now) {
  sendButton.setAttribute('aria-disabled', now);
  sendButton.textContent = now ? say('sending') : page.button;
}

/** What the form itself finds wrong; a half-filled date counts although form-js lets it pass. */
function shownErrors(errors) {
  const wrong = instances()
    .filter(instance => messagesAt(errors, instance).length > 0)
    .map(instance => ({ label: labelOf(instance), message: messagesAt(errors, instance)[0], at: elementOf(instance) }));
  if (wrong.length === 0) {
    root.querySelectorAll('.fjs-form-field > .fjs-form-field-error').forEach(error => wrong.push({
      label: error.parentElement.querySelector('label')?.textContent.replace(/\*$/, '') ?? '',
      message: error.textContent,
      at: error.parentElement.querySelector('input, select, textarea')
    }));
  }
  return wrong;
}

/** What the server found wrong, at the fields it names; the rest only in the summary. */
function show(refused) {
  const errors = {};
  const wrong = refused.map(({ field, label, message }) => {
    const instance = instances().find(candidate => candidate.valuePath.join('.') === path(field));
    if (instance) {
      put(errors, [instance.id, ...Object.values(instance.indexes ?? {})], message);
      return { message, at: elementOf(instance) };
    }
    if (uploads.get(field)) {
      uploads.say(field, message);
      return { message, at: document.getElementById(`upload-${field}-input`) };
    }
    return { label, message };
  });
  form._setState({ errors });
  complain(say('look-again'), wrong);
}

function put(errors, keys, message) {
  const last = keys.length - 1;
  const place = keys.slice(0, last).reduce((at, key) => (at[key] ??= {}), errors);
  place[keys[last]] = [...(place[keys[last]] ?? []), message];
}

/** The fields that are shown, in the order of the page. */
function instances() {
  const order = controls();
  return form.get('formFieldInstanceRegistry').getAllKeyed()
    .map(instance => [order.indexOf(elementOf(instance)), instance])
    .sort(([one], [other]) => one - other)
    .map(([, instance]) => instance);
}

function controls() {
  return [...root.querySelectorAll('input, select, textarea, button, [tabindex]')];
}

function messagesAt(errors, { id, indexes }) {
  const found = [id, ...Object.values(indexes ?? {})].reduce((at, key) => at?.[key], errors);
  return Array.isArray(found) ? found.filter(message => typeof message === 'string') : [];
}

function labelOf({ id, indexes }) {
  const label = elementOf({ id, indexes })?.closest('.fjs-form-field')?.querySelector('label, .fjs-form-field-label');
  return label?.textContent.replace(/\*$/, '') ?? '';
}

function elementOf({ id, indexes }) {
  const prefix = ['fjs-form', form._id, id].join('-') + Object.values(indexes ?? {}).map(index => `_${index}`).join('');
  return controls()
    .find(element => element.id === prefix || element.id.startsWith(`${prefix}-`));
}

/** days[0].date → days.0.date */
function path(field) {
  return field.replace(/\[(\d+)\]/g, '.$1');
}

/** Where it goes on when what was sent was not taken: another page than this one has room for nothing that was typed here. */
function further({ location: sent, again }) {
  const link = (href, words) => Object.assign(document.createElement('a'), { href, textContent: say(words) });
  if (sent) {
    return [Object.assign(document.createElement('p'), { textContent: say('copy-typed') }), link(sent, 'see-sent')];
  }
  if (again) {
    const reload = link('', 'open-again');
    reload.addEventListener('click', async event => {
      event.preventDefault();
      await draft.now();
      location.reload();
    });
    return [reload];
  }
  return [];
}

/**
 * Says what keeps the form from being sent. With one thing that is wrong it goes on there; of several the list is read first,
 * and leads to each.
 */
function complain(sentence, wrong, further = []) {
  const heading = Object.assign(document.createElement('p'), { textContent: sentence });
  const list = document.createElement('ul');
  list.append(...wrong.map(inList));
  const content = summary.querySelector('.cdx-message__content');
  content.replaceChildren(heading, ...(wrong.length > 0 ? [list] : []), ...further);
  summary.hidden = false;
  const only = wrong.length === 1 ? wrong[0].at : undefined;
  (only ?? summary).focus();
  if (!only) {
    summary.scrollIntoView({ block: 'start' });
  }
}

function inList({ label, message, at }) {
  const item = document.createElement('li');
  const said = label && !message.includes(label) ? `${label} – ${message}` : message;
  if (at) {
    const link = Object.assign(document.createElement('a'), { href: `#${at.id}`, textContent: said });
    link.addEventListener('click', event => {
      event.preventDefault();
      at.focus();
    });
    item.append(link);
    leaveWhenMended(item, at);
  } else {
    item.textContent = said;
  }
  return item;
}

/** What is right now is no longer in the list, and an empty list says nothing. Errors are drawn a moment after they are known. */
function leaveWhenMended(item, at) {
  let shown = false;
  const look = () => {
    const wrong = at.isConnected && at.closest('.fjs-form-field, .upload').querySelector('.fjs-form-field-error') !== null;
    if (shown && !wrong) {
      observer.disconnect();
      summary.hidden ||= item.parentElement?.childElementCount === 1 && item.isConnected;
      item.remove();
    }
    shown ||= wrong;
  };
  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true });
  look();
}
