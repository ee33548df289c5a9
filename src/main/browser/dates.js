import flatpickr from 'flatpickr';
import { say } from './words.js';

const language = document.documentElement.lang;
const ENGLISH = language.startsWith('en');

const MONTHS = [...Array(12).keys()].map(month => new Date(2027, month, 15));
const MONDAY = 4; // of January 2027
const DAYS = [...Array(7).keys()].map(day => new Date(2027, 0, MONDAY - 1 + day));

/** A part of each date as the language writes it, such as "grudnia" within a date and "grudzień" alone. */
function named(dates, part, options) {
  const format = new Intl.DateTimeFormat(language, options);
  return dates.map(date => format.formatToParts(date).find(({ type }) => type === part).value);
}

/** All that a month may be called: long and short, within a date and alone, in the languages of the pages, whichever is shown. */
const CALLED = MONTHS.map(date => [language, 'en', 'pl', 'uk', 'sr', 'sr-Latn'].flatMap(spoken =>
  [{ month: 'long' }, { month: 'short' }].flatMap(options => [options, { ...options, day: 'numeric' }])
    .map(options => new Intl.DateTimeFormat(spoken, options).formatToParts(date)
      .find(({ type }) => type === 'month').value.toLowerCase().replace(/\.$/, ''))));

const SHORT = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric' });

/** 3 Jan 2027: half of Europe and America read numbers alone the other way round. */
function inWords(date) {
  return ENGLISH
    ? `${date.getDate()} ${named([date], 'month', { month: 'short', day: 'numeric' })[0]} ${date.getFullYear()}`
    : SHORT.format(date);
}

/**
 * What people may type; of numbers alone the day comes first where it can, and the field then shows the month's name. A year of
 * two digits is one of this century, and may be followed by "r." or "року".
 */
function read(typed) {
  const text = typed.trim().toLowerCase();
  let [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (!year) {
    [, day, month, year] = /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]*(\p{L}{3,})[.,]?[\s-]*(\d{4}|\d{2})[\s\p{L}.]{0,6}$/u.exec(text) ?? [];
    if (!year) {
      [, month, day, year] = /^(\p{L}{3,})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}|\d{2})$/u.exec(text) ?? [];
    }
    if (year) {
      month = CALLED.findIndex(names => names.some(name => name.startsWith(month))) + 1;
    }
  }
  if (!year) {
    [, day, month, year] = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})[\s\p{L}.]{0,6}$/u.exec(text) ?? [];
    if (Number(month) > 12) {
      [day, month] = [month, day];
    }
  }
  const date = new Date(year?.length === 2 ? 2000 + Number(year) : Number(year), Number(month) - 1, Number(day));
  return date.getMonth() === Number(month) - 1 && date.getDate() === Number(day) ? date : undefined;
}

/** What is typed in a field for a day and is none that can be taken: what to say about it. */
function wrong({ _flatpickr: calendar, value }) {
  if (!calendar || value.trim() === '') {
    return undefined;
  }
  const day = read(value);
  if (!day) {
    return say('date.unread', inWords(new Date()));
  }
  return calendar.isEnabled(day, false) ? undefined : say('date.past');
}

/** The same for a field of the form, by its place in it. */
export function wrongDay({ id, indexes }) {
  const row = Object.values(indexes ?? {}).map(index => `_${index}`).join('');
  const input = document.querySelector(`#form [id$="-${id}${row}-date"]`);
  return input ? wrong(input) : undefined;
}

/** A calendar empties its field when it cannot take what was typed: it stays, so that it can be mended. */
function keepTyped(calendar) {
  const setDate = calendar.setDate.bind(calendar);
  calendar.setDate = (...given) => {
    const typed = calendar.input.value;
    const taken = !wrong(calendar.input);
    setDate(...given);
    if (!taken && calendar.selectedDates.length === 0) {
      calendar.input.value = typed;
    }
  };
}

/** Below a field at the edge of the screen nobody would see the calendar. */
function showWhole(calendar) {
  const open = calendar.open.bind(calendar);
  calendar.open = (...given) => {
    open(...given);
    calendar.calendarContainer.scrollIntoView({ block: 'nearest' });
  };
}

/** The viewer gives its calendars the format of the browser's language; each is told otherwise before it shows a day. */
export function writeDatesOut() {
  flatpickr.setDefaults({
    locale: {
      firstDayOfWeek: 1,
      weekdays: { shorthand: named(DAYS, 'weekday', { weekday: 'short' }), longhand: named(DAYS, 'weekday', { weekday: 'long' }) },
      months: { shorthand: named(MONTHS, 'month', { month: 'short' }), longhand: named(MONTHS, 'month', { month: 'long' }) },
      yearAriaLabel: say('date.year'),
      monthAriaLabel: say('date.month'),
      hourAriaLabel: say('date.hour'),
      minuteAriaLabel: say('date.minute')
    },
    onReady: (chosen, text, calendar) => {
      const { config, input } = calendar;
      config.formatDate = inWords;
      config.parseDate = read;
      keepTyped(calendar);
      showWhole(calendar);
      input.placeholder = say('date.example', inWords(new Date()));
    }
  });
}
