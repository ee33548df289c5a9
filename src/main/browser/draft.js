/**
 * Keeps what is being typed in this tab, so that a reload, the back button or an expired page loses nothing. It is gone
 * when the tab is closed or the form is sent.
 */
const key = `draft ${location.pathname}`;
const wait = 400;

let timer;
let latest = null;

/** Keeps what the function says, once typing pauses. */
export function remember(answers) {
  clearTimeout(timer);
  latest = answers;
  timer = setTimeout(keepNow, wait);
}

/** Keeps at once what would be kept soon, because the page is being left. */
export function keepNow() {
  if (latest !== null) {
    keep(latest());
  }
}

export function keep(answers) {
  clearTimeout(timer);
  latest = null;
  try {
    sessionStorage.setItem(key, JSON.stringify(answers));
  } catch {
    // The browser gives little room or none; what is typed is still on the page.
  }
}

/**
 * The key of the form this draft was begun in: whoever sends it again after a reload sends the same form.
 *
 * @param {string} opened key of the form as it was opened now
 * @return {string}
 */
export function formKey(opened) {
  try {
    const begun = recall() === null ? null : sessionStorage.getItem(`key of ${key}`);
    sessionStorage.setItem(`key of ${key}`, begun ?? opened);
    return begun ?? opened;
  } catch {
    return opened;
  }
}

export function recall() {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

export function forget() {
  clearTimeout(timer);
  latest = null;
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept, then.
  }
}
