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
