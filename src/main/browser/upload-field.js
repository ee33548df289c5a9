import { Text } from '@bpmn-io/form-js-viewer';
import { h } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { post } from './server.js';
import { filled, say } from './words.js';

const MEGABYTE = 1024 * 1024;
const LARGEST = 15 * MEGABYTE;
const ENDINGS = { 'image/jpeg': '.jpg,.jpeg', 'image/png': '.png', 'image/webp': '.webp', 'application/pdf': '.pdf' };

/**
 * The files of one request, by the upload they were added to. They go to the server at once, so that sending the form is
 * quick and a broken file costs nothing else.
 */
export class Uploads {

  constructor({ uploads, files, url }) {
    this.url = url;
    this.places = new Map(uploads.map(upload => [upload.name, {
      ...upload,
      files: files.filter(file => file.upload === upload.name),
      sending: [],
      messages: []
    }]));
    this.listeners = new Set();
  }

  get(name) {
    return this.places.get(name);
  }

  get busy() {
    return [...this.places.values()].some(place => place.sending.length > 0);
  }

  say(name, message) {
    this.change(name, { messages: message ? [message] : [] });
  }

  async add(name, chosen) {
    this.say(name, null);
    for (const file of chosen) {
      await this.send(name, file);
    }
  }

  async send(name, file) {
    const place = this.get(name);
    const refusal = this.refusal(place, file);
    if (refusal) {
      this.complain(name, refusal);
      return;
    }
    const sending = { name: file.name, part: 0 };
    this.change(name, { sending: [...place.sending, sending] });
    const body = new FormData();
    body.append('upload', name);
    body.append('file', file);
    const { status, answer } = await post(this.url, body, part => {
      sending.part = part;
      this.change(name, {});
    });
    this.change(name, { sending: this.get(name).sending.filter(other => other !== sending) });
    if (status === 200) {
      this.change(name, { files: [...this.get(name).files, answer] });
    } else {
      this.complain(name, `${file.name}: ${answer.message}`);
    }
  }

  async remove(name, file) {
    this.say(name, null);
    const { status, answer } = await post(`${this.url}/${file.id}/remove`, '{}');
    if (status === 200) {
      this.change(name, { files: this.get(name).files.filter(other => other.id !== file.id) });
    } else {
      this.complain(name, answer.message);
    }
  }

  refusal(place, file) {
    if (file.size > LARGEST) {
      return say('upload.too-large', file.name, size(file.size), size(LARGEST));
    }
    if (place.files.length + place.sending.length >= place.max) {
      return filled(place.full, [file.name]);
    }
    return null;
  }

  complain(name, message) {
    this.change(name, { messages: [...this.get(name).messages, message] });
  }

  change(name, news) {
    Object.assign(this.get(name), news);
    this.listeners.forEach(listener => listener());
  }
}

export function size(bytes) {
  return bytes < MEGABYTE
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(Math.round(bytes / MEGABYTE * 10) / 10).toLocaleString(document.documentElement.lang)} MB`;
}

/** The form field: the text that asks for files, and below it the files and the button to choose some. */
export function uploadField(uploads) {
  function UploadField(props) {
    const name = props.field.properties.upload;
    const [, redraw] = useState(0);
    useEffect(() => {
      const listener = () => redraw(count => count + 1);
      uploads.listeners.add(listener);
      return () => uploads.listeners.delete(listener);
    }, []);
    const place = uploads.get(name);
    return h('div', { class: 'upload', id: `upload-${name}` }, h(Text, props), place && (!uploads.readOnly || place.files.length > 0) && h(Place, { uploads, place }));
  }
  UploadField.config = { ...Text.config, type: 'upload' };
  return UploadField;
}

function Place({ uploads, place }) {
  const input = `upload-${place.name}-input`;
  const about = `${input}-about`;
  const full = place.files.length >= place.max;
  return h('div', { class: 'upload-place', role: 'group', 'aria-label': place.label },
    place.files.length > 0 && h('ul', { class: 'upload-files' }, place.files.map(file =>
      h('li', { key: file.id },
        file.thumbnail && h('img', { src: file.thumbnail, alt: '', class: 'upload-thumbnail', loading: 'lazy' }),
        h('a', { href: file.href }, file.name), h('span', { class: 'hint' }, size(file.size)),
        !uploads.readOnly && h('button', {
          type: 'button',
          class: 'cdx-button cdx-button--action-destructive cdx-button--weight-quiet',
          'aria-label': say('upload.remove-named', file.name),
          onClick: () => uploads.remove(place.name, file)
        }, say('upload.remove'))))),
    place.sending.map(file => h('p', { class: 'upload-sending', key: file.name },
      h('span', null, file.name), h('progress', { value: file.part, 'aria-label': say('upload.sending', file.name) }))),
    !uploads.readOnly && h('label', { class: `upload-choose cdx-button cdx-button--fake-button cdx-button--fake-button--enabled${full ? ' upload-full' : ''}`, for: input },
      say(place.files.length > 0 ? 'upload.another' : 'upload.choose')),
    !uploads.readOnly && h('input', {
      type: 'file',
      id: input,
      class: 'upload-input',
      multiple: place.max > 1,
      disabled: full,
      accept: place.types.map(type => ENDINGS[type]).join(','),
      'aria-describedby': about,
      onChange: event => {
        const chosen = [...event.target.files];
        event.target.value = '';
        uploads.add(place.name, chosen);
      }
    }),
    !uploads.readOnly && h('p', { class: 'hint', id: about }, place.about),
    h('div', { 'aria-live': 'polite' }, place.messages.map(message =>
      h('p', { class: 'fjs-form-field-error', key: message }, message))));
}
