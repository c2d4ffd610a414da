// The browser asks for a tap of the reader for both, so they begin here and not by way of the server.
const entries = new WeakMap();

async function share(listener) {
  const isPhone = matchMedia('(pointer: coarse)').matches;
  try {
    if (navigator.share && isPhone) {
      await navigator.share({ title: document.title, url: location.href });
      return;
    }
    await navigator.clipboard.writeText(location.href);
    await listener.invokeMethodAsync('CopiedAsync', true);
  } catch (problem) {
    // The reader changed their mind; anything else leaves the address bar.
    if (problem.name !== 'AbortError') await listener.invokeMethodAsync('CopiedAsync', false);
  }
}

export function mount(element, listener) {
  const onClick = event => {
    const tool = event.target.closest('[data-tool]')?.dataset.tool;
    if (tool === 'share') share(listener);
    if (tool === 'print') print();
  };
  entries.set(element, onClick);
  // Any button of the page may print it.
  document.addEventListener('click', onClick);
}

export function unmount(element) {
  if (!element) return;
  document.removeEventListener('click', entries.get(element));
  entries.delete(element);
}
