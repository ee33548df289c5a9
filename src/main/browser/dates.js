import flatpickr from 'flatpickr';

const MONTHS = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'
];

/** 3 Jan 2027: half of Europe and America read numbers alone the other way round. */
function inWords(date) {
  const month = MONTHS[date.getMonth()];
  return `${date.getDate()} ${month[0].toUpperCase()}${month.slice(1, 3)} ${date.getFullYear()}`;
}

/** What people may type; of numbers alone the day comes first where it can, and the field then shows the month's name. */
function read(typed) {
  const text = typed.trim().toLowerCase();
  let [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (!year) {
    [, day, month, year] = /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]*([a-z]{3,})[.,]?[\s-]*(\d{4})$/.exec(text) ?? [];
    if (!year) {
      [, month, day, year] = /^([a-z]{3,})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(text) ?? [];
    }
    if (year) {
      month = MONTHS.findIndex(name => name.startsWith(month)) + 1;
    }
  }
  if (!year) {
    [, day, month, year] = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})$/.exec(text) ?? [];
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
    locale: { firstDayOfWeek: 1 },
    onReady: (chosen, text, { config, input }) => {
      config.formatDate = inWords;
      config.parseDate = read;
      input.placeholder = `such as ${inWords(new Date())}`;
    }
  });
}
