// Forms that a passkey answers: the browser asks the device, and the form carries the answer. They stay hidden where that cannot be.
// Keys belong to a name: at a bare address there are none.
const isNamed = !/^[\d.]+$|^\[/.test(location.hostname);
const canAsk = isNamed && Boolean(globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON);

async function answer(form) {
  const options = JSON.parse(form.dataset.options);
  const credential = form.dataset.passkey === 'create'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  form.querySelector('[name="Passkey.Credential"]').value = JSON.stringify(credential.toJSON());
  form.submit();
}

for (const form of canAsk ? document.querySelectorAll('form[data-passkey]') : []) {
  form.hidden = false;
  form.addEventListener('submit', event => {
    event.preventDefault();
    const error = form.querySelector('[data-error]');
    error.hidden = true;
    answer(form).catch(() => { error.hidden = false; });
  });
}
