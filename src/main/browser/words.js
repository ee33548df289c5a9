/** What the page says, in its language: the server gives the sentences with the form. */
const { words } = JSON.parse(document.getElementById('form-content').textContent);

/** A sentence by its name (without "script."), its holes {0}, {1} filled in order. */
export function say(name, ...parts) {
  return filled(words[name], parts);
}

/** The same for a sentence that is at hand. */
export function filled(sentence, parts) {
  return sentence.replace(/{(\d+)}/g, (hole, at) => parts[at] ?? hole);
}

/** What form-js says by itself, by the name of what these pages say instead, and what it gives to fill in. */
const OF_FORM_JS = {
  'Field is required.': ['required'],
  'Field must match pattern {value}.': ['pattern', 'value'],
  'Field must have minimum value of {value}.': ['min', 'value'],
  'Field must have maximum value of {value}.': ['max', 'value'],
  'Field must have minimum length of {value}.': ['min-length', 'value'],
  'Field must have maximum length of {value}.': ['max-length', 'value'],
  'Field must be a valid email.': ['email'],
  'Field must be a valid international phone number. (e.g. +4930664040900)': ['phone'],
  'Value is not a number.': ['number'],
  'Value is expected to be an integer.': ['integer'],
  'Value is expected to have at most 1 decimal digit.': ['one-decimal'],
  'Value is expected to have at most {value} decimal digits.': ['decimals', 'value'],
  'Please select a valid value, the two nearest valid values are {previousValue} and {nextValue}.':
    ['step', 'previousValue', 'nextValue'],
  'Date and time must both be entered.': ['date-and-time'],
  'Add new': ['add'],
  'Expand all ({value})': ['expand', 'value'],
  'Collapse': ['collapse'],
  'Increment': ['increment'],
  'Decrement': ['decrement'],
  'Search': ['search'],
  'Skip to search': ['skip-to-search'],
  'Remove tag': ['remove-tag'],
  'No results': ['no-results'],
  'All values selected': ['all-selected'],
  'Nothing to show.': ['nothing'],
  'No content to show.': ['nothing'],
  '{page} of {total}': ['page-of', 'page', 'total'],
  'Previous page': ['previous-page'],
  'Next page': ['next-page'],
  'Click to sort by {value} ascending': ['sort-up', 'value'],
  'Click to sort by {value} descending': ['sort-down', 'value'],
  'Click to remove sorting': ['unsorted']
};

export function translate(template, replacements = {}) {
  const [name, ...holes] = OF_FORM_JS[template] ?? [];
  return name
    ? say(`form-js.${name}`, ...holes.map(hole => replacements[hole]))
    : template.replace(/{([^}]+)}/g, (_, key) => replacements[key] ?? `{${key}}`);
}

/** What form-js says in English, whatever the language: what removes a row, and a list from which nothing is chosen. */
export function sayInstead(root) {
  const instead = () => {
    root.querySelectorAll('[aria-label^="Remove list item"]').forEach(button =>
      button.setAttribute('aria-label', say('remove-row', button.getAttribute('aria-label').replace(/\D+/, ''))));
    root.querySelectorAll('.fjs-select-placeholder').forEach(({ firstChild: text }) => {
      // The node stays, as form-js writes into it again.
      if (text?.data === 'Select' && text.data !== say('choose')) {
        text.data = say('choose');
      }
    });
  };
  new MutationObserver(instead).observe(root, { childList: true, characterData: true, subtree: true });
  instead();
}
