import { keptAlive, post } from './server.js';

/**
 * Keeps what is being typed: at once in this window, and after a pause on the server, where the same link continues it on
 * another device. Each save names the version it builds on, so a window that was left open overwrites nothing newer.
 */
const PAUSE_HERE = 400;
const PAUSE_SERVER = 1500;
const TRY_AGAIN = 20_000;
const TOO_LONG = 413;

export class Draft {

  /**
   * @param {{url: string, version: number, answers: object | null, savedBy: string, page: string}} server what the server has,
   *   by which page it was saved, and what this page is called; undefined when drafts stay in this window
   * @param {string} opened key of the form as it was opened now
   * @param {() => object} answers what stands in the form now
   * @param {{saved: function, unsaved: function, newer: function, moved: function}} tells what the page shows
   */
  constructor(server = { version: 0, answers: null }, opened, answers, tells) {
    this.url = server.url;
    this.version = server.version;
    this.answers = answers;
    this.tells = tells;
    this.key = `draft ${location.pathname}`;
    this.here = this.read();
    this.saving = null;
    this.stopped = false;
    this.changedSince = false;
    this.page = server.page;
    // A page that was left may not have heard that its last save arrived.
    const newest = this.here !== null && (this.here.version === server.version || this.here.page === server.savedBy);
    if (this.here === null || (this.here.onServer && !newest)) {
      this.begun = server.answers;
      this.here = null;
    } else {
      this.begun = this.here.answers;
      this.behind = !newest;
      this.changedSince = !this.here.onServer;
    }
    // Whoever sends a form again after a reload sends the same form.
    this.formKey = this.here?.formKey ?? opened;
  }

  /** The form stands on the page now; what it makes of its fields by itself is not typed. */
  begins() {
    this.shown = JSON.stringify(this.answers());
    if (this.changedSince && !this.behind) {
      this.soon(PAUSE_SERVER);
    }
  }

  /** Takes note that something may have been typed. */
  typed() {
    clearTimeout(this.hereTimer);
    this.hereTimer = setTimeout(() => this.look(), PAUSE_HERE);
  }

  /** Keeps what stands in the form, if it is not what stood there before. */
  look() {
    clearTimeout(this.hereTimer);
    const answers = JSON.stringify(this.answers());
    if (answers !== this.shown) {
      this.shown = answers;
      this.changedSince = true;
      this.keepHere();
      this.soon(PAUSE_SERVER);
    }
  }

  /** The page is being left. */
  leave() {
    this.look();
    // The first save of an application is answered with its address, which nobody would hear.
    const heard = this.version > 0 || !this.url?.endsWith('/drafts');
    if (this.url && heard && this.changedSince && !this.stopped && !this.saving) {
      keptAlive(this.saveUrl(), JSON.stringify(this.answers()));
    }
  }

  keepHere() {
    this.write({ answers: this.answers(), version: this.version, onServer: false });
  }

  soon(pause) {
    clearTimeout(this.serverTimer);
    if (this.url && !this.stopped) {
      this.serverTimer = setTimeout(() => this.save(), pause);
    }
  }

  async save() {
    if (!this.url || this.saving || this.stopped) {
      return;
    }
    this.changedSince = false;
    const answers = this.answers();
    this.saving = post(this.saveUrl(), JSON.stringify(answers));
    const { status, answer } = await this.saving;
    this.saving = null;
    if (status === 200) {
      this.arrived(answers, answer);
    } else if (status === 409) {
      this.changedSince = true;
      this.stop();
      this.tells.newer(answer);
    } else {
      this.changedSince = true;
      this.tells.unsaved(status === TOO_LONG ? answer.message : undefined);
      this.soon(TRY_AGAIN);
    }
  }

  arrived(answers, { version, location: moved }) {
    this.version = version;
    if (moved) {
      this.remove();
      history.replaceState(null, '', moved);
      this.key = `draft ${moved}`;
      this.url = moved;
      this.tells.moved(moved);
    }
    this.write({ answers: this.changedSince ? this.answers() : answers, version, onServer: !this.changedSince });
    this.tells.saved();
    if (this.changedSince) {
      this.soon(PAUSE_SERVER);
    }
  }

  saveUrl() {
    return `${this.url}?base=${this.version}&page=${this.page}`;
  }

  /** Nothing more is saved by itself: the form is being sent, or there is a newer version to be asked about. */
  stop() {
    this.stopped = true;
    clearTimeout(this.serverTimer);
  }

  /** When no save is on its way any more. */
  async idle() {
    await this.saving;
  }

  /** Saves at once what is not saved yet: whoever opens the page again finds it there. */
  async now() {
    clearTimeout(this.serverTimer);
    this.look();
    await this.idle();
    if (this.changedSince) {
      await this.save();
    }
  }

  goOn() {
    this.stopped = false;
    if (this.changedSince) {
      this.soon(PAUSE_SERVER);
    }
  }

  /** What stands here is what counts, although there is a newer version. */
  keepMine(newer) {
    this.version = newer;
    if (newer === 0) {
      // The draft of an application is gone with its address: it gets another one.
      this.url = this.url.replace(/\/drafts\/[^/]+$/, '/drafts');
    }
    this.changedSince = true;
    this.goOn();
  }

  /** The newer version is what counts. */
  forgetHere() {
    this.stop();
    this.changedSince = false;
    clearTimeout(this.hereTimer);
    this.shown = JSON.stringify(this.answers());
    this.remove();
  }

  /** The form was sent, or is begun afresh. */
  async forget(onServerToo) {
    this.forgetHere();
    if (onServerToo && this.url && this.version > 0) {
      await post(`${this.url}/forget`, '{}');
    }
  }

  read() {
    try {
      return JSON.parse(sessionStorage.getItem(this.key));
    } catch {
      return null;
    }
  }

  write(kept) {
    this.here = { ...kept, page: this.page, formKey: this.formKey };
    try {
      sessionStorage.setItem(this.key, JSON.stringify(this.here));
    } catch {
      // The browser gives little room or none; what is typed is still on the page.
    }
  }

  remove() {
    this.here = null;
    try {
      sessionStorage.removeItem(this.key);
    } catch {
      // Nothing was kept, then.
    }
  }
}
