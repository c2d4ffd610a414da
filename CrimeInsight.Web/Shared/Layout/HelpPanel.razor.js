// The keys of every page that open and close its help.
let onKey;

export function mount(id) {
  onKey = event => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isWriting = event.target.closest?.('input, textarea, select, [contenteditable="true"]');
    if (event.key !== 'F1' && (event.key !== '?' || isWriting)) return;
    event.preventDefault();
    document.getElementById(id)?.togglePopover();
  };
  document.addEventListener('keydown', onKey);
}

export function unmount() {
  document.removeEventListener('keydown', onKey);
}
