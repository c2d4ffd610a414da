// Sends one file at a time, also while another page of the site is looked at: what is sent belongs to the window, the view to the page.
const libraryUrl = new URL('../../lib/tus-js-client/tus.min.js', import.meta.url).href;
const views = new WeakMap();
const told = new WeakMap(); // what a page said while the library was still on its way
const said = 10; // percent between two words to those who listen
let work = null, shown = null;

const retries = [0, 1000, 2000, 4000, 8000, ...Array(720).fill(10000)];

export async function mount(element, listener, settings) {
  await import(libraryUrl);
  if (!element.isConnected) return;
  const find = name => element.querySelector(`.upload-${name}`);
  const view = { element, listener, settings: told.get(element) ?? settings, find, spoken: -1, stop: new AbortController() };
  const on = (target, event, handle) => target.addEventListener(event, handle, { signal: view.stop.signal });
  views.set(element, view);
  shown = view;
  const drop = find('drop'), input = find('input');
  on(input, 'change', () => { if (input.files.length) choose(view, input.files[0]); input.value = ''; });
  for (const name of ['dragenter', 'dragover']) on(drop, name, event => { event.preventDefault(); drop.classList.add('is-over'); });
  for (const name of ['dragleave', 'drop']) on(drop, name, event => { event.preventDefault(); drop.classList.remove('is-over'); });
  on(drop, 'drop', event => { if (event.dataTransfer.files.length) choose(view, event.dataTransfer.files[0]); });
  on(find('pause'), 'click', pause);
  on(find('resume'), 'click', resume);
  on(find('cancel'), 'click', cancel);
  on(window, 'online', () => { if (work?.state === 'waiting' || work?.state === 'failed') resume(); });
  draw();
}

export function update(element, settings) {
  const view = views.get(element);
  if (view) view.settings = settings;
  else told.set(element, settings);
  element.dataset.unfinished = settings.unfinished.length;
}

export function unmount(element) {
  const view = views.get(element);
  view?.stop.abort();
  views.delete(element);
  if (shown === view) shown = null;
}

function choose(view, file) {
  const { settings } = view, { words } = settings;
  tell(null);
  if (work) return tell(words.busy);
  if (file.size === 0) return tell(words.empty);
  if (file.size > settings.mostBytes) return tell(words.tooLarge);
  const begun = settings.unfinished.find(one => one.name === file.name && one.length === file.size && isSame(one.id, file));
  const upload = new tus.Upload(file, {
    endpoint: settings.url, uploadUrl: begun ? begun.url : null, chunkSize: settings.pieceBytes, retryDelays: retries, storeFingerprintForResuming: false,
    removeFingerprintOnSuccess: true, metadata: { filename: file.name },
    onUploadUrlAvailable: () => { remember(upload.url, file); notify('ChangedAsync'); },
    onProgress: sent => progress(sent),
    onShouldRetry: failure => { const again = isPassing(failure); if (again) { work.state = 'waiting'; draw(); } return again; },
    onSuccess: () => done(upload.url),
    onError: failure => failed(failure),
  });
  work = { file, upload, settings, state: 'sending', sent: 0, marks: [] };
  upload.start();
  draw();
}

function pause() {
  if (!work) return;
  work.state = 'paused';
  work.upload.abort();
  draw();
}

function resume() {
  if (!work) return;
  tell(null);
  work.state = 'sending';
  work.marks = [];
  work.upload.abort().catch(() => {}).then(() => work?.upload.start());
  draw();
}

async function cancel() {
  if (!work) return;
  const { upload } = work;
  work = null;
  draw();
  // Where the link is away the site forgets it in time.
  await upload.abort(true).catch(() => {});
  forget(upload.url);
  notify('ChangedAsync');
}

function done(url) {
  const { settings } = work, id = url.split('/').pop();
  work = null;
  forget(url);
  draw();
  const open = () => { if (shown) location.assign(settings.pageUrl + id); };
  if (shown) shown.listener.invokeMethodAsync('CompletedAsync', id).catch(open);
}

function failed(failure) {
  const code = failure.originalResponse?.getStatus() ?? 0;
  const { words } = work.settings;
  const text = { 401: words.signedOut, 403: words.signedOut, 404: words.gone, 410: words.gone, 413: words.tooLarge, 507: words.diskFull }[code] ?? words.failed;
  if ([404, 410, 413].includes(code)) work = null;
  else work.state = 'failed';
  draw();
  tell(text);
}

// The link, or a site that starts again, comes back; what the site refuses it refuses again.
function isPassing(failure) {
  const code = failure.originalResponse?.getStatus() ?? 0;
  return code === 0 || code === 409 || code === 423 || code === 460 || (code >= 500 && code !== 507);
}

function progress(sent) {
  if (!work) return;
  if (work.state === 'waiting') { work.state = 'sending'; work.marks = []; }
  work.sent = sent;
  const now = performance.now();
  if (work.marks.length === 0 || now - work.marks.at(-1).at > 250) work.marks.push({ at: now, sent });
  while (work.marks.length > 2 && now - work.marks[0].at > 10000) work.marks.shift();
  draw();
}

function draw() {
  const view = shown;
  if (!view) return;
  const { find, settings: { words } } = view;
  find('work').hidden = !work;
  find('drop').hidden = !!work;
  if (!work) { view.spoken = -1; return; }
  const share = work.sent / work.file.size, isStill = work.state === 'paused' || work.state === 'failed';
  find('name').textContent = work.file.name;
  find('bar').value = share;
  find('pause').hidden = isStill;
  find('resume').hidden = !isStill;
  const text = { paused: words.paused, waiting: words.waiting, failed: words.paused }[work.state] ?? pace(words);
  find('state').textContent = text;
  const step = work.state + Math.floor(share * 100 / said);
  if (view.spoken !== step) { view.spoken = step; find('said').textContent = text; }
}

function pace(words) {
  const [first, last] = [work.marks[0], work.marks.at(-1)], sent = size(work.sent, words), all = size(work.file.size, words);
  const speed = first && last.at - first.at > 500 ? (last.sent - first.sent) / (last.at - first.at) * 1000 : 0;
  return speed > 0 ? fill(words.state, sent, all, size(speed, words), time((work.file.size - work.sent) / speed, words)) : fill(words.begun, sent, all);
}

function size(bytes, words) {
  const [unit, text] = bytes >= 1 << 30 ? [1 << 30, words.gigabytes] : bytes >= 1 << 20 ? [1 << 20, words.megabytes] : [1 << 10, words.kilobytes];
  const number = bytes / unit;
  return fill(text, new Intl.NumberFormat('en-IN', { maximumFractionDigits: number < 10 && unit > 1 << 10 ? 1 : 0 }).format(number));
}

function time(seconds, words) {
  if (seconds < 60) return fill(words.seconds, Math.max(1, Math.round(seconds)));
  return seconds < 5400 ? fill(words.minutes, Math.round(seconds / 60)) : fill(words.hours, Math.round(seconds / 3600));
}

const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, index) => values[index]);

function tell(text) {
  const error = shown?.find('error');
  if (!error) return;
  error.hidden = !text;
  error.textContent = text ?? '';
}

function notify(method) {
  shown?.listener.invokeMethodAsync(method).catch(() => { /* the circuit is away; the page asks again when it is back */ });
}

// A file of the same name and size may still be another: when it was last changed tells, on the device that began.
const keyOf = id => `crimeinsight-upload-${id}`;
function remember(url, file) { try { localStorage.setItem(keyOf(url.split('/').pop()), file.lastModified); } catch { /* not allowed */ } }
function forget(url) { try { if (url) localStorage.removeItem(keyOf(url.split('/').pop())); } catch { /* not allowed */ } }
function isSame(id, file) { try { const known = localStorage.getItem(keyOf(id)); return known === null || known === String(file.lastModified); } catch { return true; } }
