import { h } from 'preact';
import { useEffect } from 'preact/hooks';

/** What helps a phone to show the right keys and to fill in what it knows of its owner. A form may say which of it is asked for. */
function help({ type, decimalDigits, validate = {}, properties = {} }) {
  const help = {};
  if (type === 'number') {
    help.autocomplete = 'off';
    // Keys for numbers often lack a minus.
    if (!(validate.min < 0)) {
      help.inputmode = decimalDigits === 0 ? 'numeric' : 'decimal';
    }
  } else if (validate.validationType === 'email') {
    Object.assign(help, { inputmode: 'email', autocomplete: 'email', autocapitalize: 'off' });
  } else if (/^\^http/.test(validate.pattern)) {
    Object.assign(help, { inputmode: 'url', autocapitalize: 'off' });
  }
  return properties.autocomplete ? { ...help, autocomplete: properties.autocomplete } : help;
}

/** A field of form-js, which gives its input no such help. */
export function helped(Field) {
  const Helped = props => {
    useEffect(() => {
      const input = document.getElementById(props.domId);
      Object.entries(help(props.field)).forEach(([name, value]) => input?.setAttribute(name, value));
    }, [props.domId]);
    return h(Field, props);
  };
  Helped.config = Field.config;
  return Helped;
}
