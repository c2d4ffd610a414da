// Starts Blazor with endless quiet reconnection: phones drop sockets whenever the app leaves the foreground.
const delays = [0, 300, 1000, 2000, 4000, 8000];
const pauseAfterMs = 120000;
let pauseTimer = 0;
let isPaused = false;

const notice = document.getElementById('reconnect-notice');
const show = state => { if (notice) notice.dataset.state = state; };
const mark = state => { document.documentElement.dataset.circuit = state; };

async function resumeOrReload() {
  try {
    if (await Blazor.resumeCircuit()) { mark('open'); return show('hidden'); }
  } catch { /* the server no longer knows the circuit */ }
  // The address holds the page's state, so loading it again loses nothing; wait until the server answers.
  for (let attempt = 1; ; attempt++) {
    try {
      const answer = await fetch('health/live', { cache: 'no-store' });
      if (answer.ok) return location.reload();
    } catch { /* still away */ }
    show('offline');
    await new Promise(done => setTimeout(done, delays[Math.min(attempt, delays.length - 1)]));
  }
}

document.addEventListener('components-reconnect-state-changed', event => onState(event.detail.state));

function onState(state) {
  if (isPaused) return;
  if (state === 'hide') show('hidden');
  else if (state === 'failed' || state === 'rejected' || state === 'resume-failed') resumeOrReload();
  else if (navigator.onLine === false) show('offline');
  else show('trying');
}

class QuietReconnection {
  #stopped = false;
  onConnectionDown() { this.#stopped = false; mark('away'); this.#run(); }
  onConnectionUp() { this.#stopped = true; mark('open'); show('hidden'); }
  async #run() {
    if (isPaused) return;
    const slow = setTimeout(() => { if (!this.#stopped) show(navigator.onLine === false ? 'offline' : 'trying'); }, 1500);
    for (let attempt = 0; !this.#stopped; attempt++) {
      await new Promise(done => setTimeout(done, delays[Math.min(attempt, delays.length - 1)]));
      if (this.#stopped) break;
      try {
        if (await Blazor.reconnect()) break;
        clearTimeout(slow);
        return resumeOrReload();
      } catch { if (attempt > 3) show('offline'); }
    }
    clearTimeout(slow);
    this.onConnectionUp();
  }
}

try {
  await Blazor.start({ circuit: { reconnectionHandler: new QuietReconnection() } });
} catch {
  // The server went away before the first connection stood.
  await resumeOrReload();
}

// A first connection that never came up has no handler to bring it back: load the page again once the server answers.
setTimeout(() => { if (!isPaused && document.documentElement.dataset.circuit === undefined) resumeOrReload(); }, 30000);

document.addEventListener('visibilitychange', async () => {
  clearTimeout(pauseTimer);
  if (document.visibilityState === 'hidden') {
    pauseTimer = setTimeout(async () => { isPaused = true; await Blazor.pauseCircuit?.(); }, pauseAfterMs);
  } else if (isPaused) {
    isPaused = false;
    await resumeOrReload();
  }
});
