import { say } from './words.js';

/** Talks to the server, which answers every request with JSON that holds a sentence for people. */
const page = document.getElementById('form');

/**
 * Posts a body.
 *
 * @param {string} url
 * @param {string | FormData} body
 * @param {(part: number) => void} [progress] told how much has been sent, from 0 to 1
 * @return {Promise<{status: number, answer: object}>} status 0 when the server could not be reached
 */
export async function post(url, body, progress) {
  const first = await attempt(url, body, progress);
  // The session has ended since the page was opened: the page itself still holds good, only its token is old.
  if (first.status === 403 && await freshToken()) {
    return attempt(url, body, progress);
  }
  return first;
}

/** Posts a body while the page is being left; browsers take little then, and nobody hears the answer. */
export function keptAlive(url, body) {
  if (body.length < 60_000) {
    fetch(url, {
      method: 'POST',
      keepalive: true,
      headers: { 'Content-Type': 'application/json', [page.dataset.csrfHeader]: page.dataset.csrfToken },
      body
    }).catch(() => {});
  }
}

function attempt(url, body, progress) {
  return new Promise(resolve => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Accept', 'application/json');
    if (typeof body === 'string') {
      request.setRequestHeader('Content-Type', 'application/json');
    }
    request.setRequestHeader(page.dataset.csrfHeader, page.dataset.csrfToken);
    request.upload.onprogress = event => event.lengthComputable && progress?.(event.loaded / event.total);
    // Whether it was the way there or the way back that failed, nobody can tell here.
    request.onerror = () => resolve({ status: 0, answer: { message: say('no-connection') } });
    request.onload = () => resolve({ status: request.status, answer: read(request.responseText) });
    request.send(body);
  });
}

function read(text) {
  try {
    const answer = JSON.parse(text);
    return answer.message || answer.errors || answer.location || answer.id || 'version' in answer ? answer : { message: say('no-answer') };
  } catch {
    return { message: say('no-answer') };
  }
}

async function freshToken() {
  try {
    const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
    const token = new DOMParser()
      .parseFromString(await response.text(), 'text/html')
      .getElementById('form')?.dataset.csrfToken;
    if (token) {
      page.dataset.csrfToken = token;
    }
    return Boolean(token);
  } catch {
    return false;
  }
}
