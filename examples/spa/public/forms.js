// Forms that say what is wrong beside the field it is about.

/** Calls `work` with the values; what the API refuses is shown. */
export function onSubmit(form, work) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    clear(form);
    const values = Object.fromEntries(new FormData(form));
    const empty = [...form.querySelectorAll('[required]')].filter((field) => !values[field.name].trim());
    if (empty.length > 0) {
      empty.forEach((field) => fieldError(field, 'Please fill this in.'));
      empty[0].focus();
      return;
    }
    const button = form.querySelector('button');
    button.disabled = true;
    try {
      await work(values);
    } catch (refused) {
      show(form, refused);
    } finally {
      button.disabled = false;
    }
  });
}

/** A notice at the top of `place`: text, and perhaps where to go on. */
export function notice(place, text, link) {
  const target = place.querySelector('.notice');
  target.replaceChildren(text);
  if (link) {
    const go = document.createElement('a');
    go.href = link.href;
    go.textContent = link.text;
    target.append(' ', go);
  }
  target.hidden = false;
}

function show(form, refused) {
  const known = Object.entries(refused.fields ?? {})
    .map(([name, text]) => [form.elements.namedItem(name), text])
    .filter(([field]) => field !== null);
  known.forEach(([field, text]) => fieldError(field, text));
  if (known.length > 0) {
    known[0][0].focus();
    return;
  }
  notice(form, refused.message, refused.continueUrl && {href: refused.continueUrl, text: 'Go on in the browser'});
}

function fieldError(field, text) {
  const error = document.createElement('p');
  error.className = 'field-error';
  error.id = `${field.id}-error`;
  error.textContent = text;
  field.after(error);
  field.setAttribute('aria-invalid', 'true');
  field.dataset.describedBy = field.getAttribute('aria-describedby') ?? '';
  field.setAttribute('aria-describedby', `${error.id} ${field.dataset.describedBy}`.trim());
}

function clear(form) {
  form.querySelector('.notice').hidden = true;
  form.querySelectorAll('.field-error').forEach((error) => error.remove());
  form.querySelectorAll('[aria-invalid]').forEach((field) => {
    field.removeAttribute('aria-invalid');
    if (field.dataset.describedBy) {
      field.setAttribute('aria-describedby', field.dataset.describedBy);
    } else {
      field.removeAttribute('aria-describedby');
    }
  });
}
