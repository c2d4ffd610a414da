let listener;

export function mount(device) {
  const { query, write } = window.crimeInsightDisplay;
  listener = event => {
    write('ci-dark', event.matches ? '1' : '0');
    device.invokeMethodAsync('DeviceChangedAsync', event.matches).catch(() => { /* the circuit is away; the cookie has it */ });
  };
  query.addEventListener('change', listener);
  document.documentElement.dataset.circuit = 'open';
}

export function update(theme, isDark, textScalePercent) {
  const root = document.documentElement;
  root.dataset.choice = theme;
  root.dataset.theme = isDark ? 'dark' : 'light';
  root.style.fontSize = `${textScalePercent}%`;
  window.crimeInsightDisplay.write('ci-theme', theme);
  window.crimeInsightDisplay.write('ci-text', textScalePercent);
}

export function unmount() {
  window.crimeInsightDisplay.query.removeEventListener('change', listener);
}
