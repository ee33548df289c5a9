import { wrongDay } from './dates.js';
import { isNoNumber } from './number-field.js';
import { say } from './words.js';

/**
 * Says what is wrong as these pages say it. There is nothing to fill in where a box is to be ticked, nor where something else
 * than a number or a day was typed; form-js has one sentence for all. A form may have words of its own for a box or a pattern.
 */
export function sayWhatIsWrong(validator, formFieldRegistry) {
  const validate = validator.validateFieldInstance.bind(validator);
  validator.validateFieldInstance = (instance, value) => {
    const field = formFieldRegistry.get(instance.id);
    if (isNoNumber(field, value)) {
      return [say('form-js.number')];
    }
    const wrong = field?.type === 'datetime' && wrongDay(instance);
    return wrong ? [wrong] : validate(instance, value).map(error => inWordsOf(field, error));
  };
}

function inWordsOf(field, error) {
  const own = field.properties?.message;
  if (field.type === 'checkbox' && error === say('form-js.required')) {
    return own ?? say('form-js.unticked');
  }
  return error === say('form-js.pattern', field.validate?.pattern) ? own ?? error : error;
}
