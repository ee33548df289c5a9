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

/** All that a month may be called: long and short, within a date and alone, in the language of the page and in English. */
const CALLED = MONTHS.map(date => [language, 'en'].flatMap(spoken =>
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

/** What people may type; of numbers alone the day comes first where it can, and the field then shows the month's name. */
function read(typed) {
  const text = typed.trim().toLowerCase();
  let [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (!year) {
    [, day, month, year] = /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]*(\p{L}{3,})[.,]?[\s-]*(\d{4})[\s\p{L}.]{0,4}$/u.exec(text) ?? [];
    if (!year) {
      [, month, day, year] = /^(\p{L}{3,})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(text) ?? [];
    }
    if (year) {
      month = CALLED.findIndex(names => names.some(name => name.startsWith(month))) + 1;
    }
  }
  if (!year) {
    [, day, month, year] = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})\.?$/.exec(text) ?? [];
    if (Number(month) > 12) {
      [day, month] = [month, day];
    }
  }
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  return date.getMonth() === Number(month) - 1 && date.getDate() === Number(day) ? date : undefined;
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
    onReady: (chosen, text, { config, input }) => {
      config.formatDate = inWords;
      config.parseDate = read;
      input.placeholder = say('date.example', inWords(new Date()));
    }
  });
}
