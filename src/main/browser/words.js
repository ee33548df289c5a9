const NEEDED = 'Please fill this in.';
const UNTICKED = 'Please tick this box.';

/** What form-js says by itself, in the words of these pages. */
const words = {
  'Field is required.': NEEDED,
  'Field must match pattern {value}.': 'This does not have the expected form ({value}).',
  'Field must have minimum value of {value}.': 'This must be at least {value}.',
  'Field must have maximum value of {value}.': 'This must be at most {value}.',
  'Field must have minimum length of {value}.': 'Please write at least {value} characters.',
  'Field must have maximum length of {value}.': 'Please write at most {value} characters.',
  'Field must be a valid email.': 'Please write an e-mail address such as name@example.org.',
  'Field must be a valid international phone number. (e.g. +4930664040900)':
    'Please write the number with its country code, such as +48221234567.',
  'Value is not a number.': 'Please write a number.',
  'Value is expected to be an integer.': 'Please write a whole number.',
  'Date and time must both be entered.': 'Please give both the date and the time.',
  'Add new': 'Add another'
};

export function translate(template, replacements = {}) {
  return (words[template] ?? template).replace(/{([^}]+)}/g, (_, key) => replacements[key] ?? `{${key}}`);
}

/** There is nothing to fill in where a box is to be ticked; form-js has one sentence for both. */
export function askForTicks(validator, formFieldRegistry) {
  const validate = validator.validateFieldInstance.bind(validator);
  validator.validateFieldInstance = (instance, value) => {
    const errors = validate(instance, value);
    return formFieldRegistry.get(instance.id)?.type === 'checkbox'
      ? errors.map(error => error === NEEDED ? UNTICKED : error)
      : errors;
  };
}
