import { Numberfield, Textfield } from '@bpmn-io/form-js-viewer';
import { h } from 'preact';
import { useState } from 'preact/hooks';

const NUMBER = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/;
const THOUSANDS = /^[+-]?\d{1,3}([.,]\d{3})+$/;

/**
 * What a typed text means: a number as the field keeps it, null for nothing, or the text itself where it is not one number.
 * Thousands may stand apart. "1,000" is a thousand in one country and one in another: it counts only where whole numbers are
 * asked for.
 */
function meant(text, { decimalDigits, serializeToString }) {
  const typed = text.trim().replace(/(\d)\s(?=\d{3}(\D|$))/g, '$1');
  if (typed === '') {
    return null;
  }
  const grouped = THOUSANDS.test(typed) && !(decimalDigits > 2);
  if (!NUMBER.test(typed) && !grouped || grouped && decimalDigits !== 0) {
    return text;
  }
  const number = grouped ? typed.replace(/[.,]/g, '') : typed.replace(',', '.');
  return serializeToString ? number : Number(number);
}

/** Whether a number field has something else in it. */
export function isNoNumber(field, value) {
  return field?.type === 'number' && typeof value === 'string' && Number.isNaN(Number(value));
}

/** Keeps what was typed: the number field of form-js swallows keys, so that "2-3" becomes 23. */
export function NumberAsTyped(props) {
  const { field, value, onChange } = props;
  const [typed, setTyped] = useState('');
  return h(Textfield, {
    ...props,
    value: meant(typed, field) === (value ?? null) ? typed : String(value ?? ''),
    onChange: ({ value: text }) => {
      setTyped(text);
      onChange({ field, value: meant(text, field) });
    }
  });
}

NumberAsTyped.config = {
  ...Numberfield.config,
  sanitizeValue: given => isNoNumber(given.formField, given.value) ? given.value : Numberfield.config.sanitizeValue(given)
};
