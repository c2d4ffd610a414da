// Runs before the first paint: tells the server, by cookie, whether the device is dark, and keeps the page in step with it.
(function () {
  const root = document.documentElement;
  const query = window.matchMedia('(prefers-color-scheme: dark)');
  const read = name => document.cookie.split('; ').find(part => part.startsWith(name + '='))?.slice(name.length + 1);
  const write = (name, value) => {
    const secure = location.protocol === 'https:' ? '; secure' : '';
    document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax${secure}`;
  };
  const known = read('ci-dark');
  const dark = query.matches ? '1' : '0';
  if (known !== dark) write('ci-dark', dark);
  const followsDevice = root.dataset.choice === 'system';
  const isWrong = followsDevice && (root.dataset.theme === 'dark') !== query.matches;
  // Only on the very first visit, and only where cookies stay, else it would never end.
  if (isWrong && read('ci-dark') === dark && known === undefined) location.reload();
  window.crimeInsightDisplay = { read, write, query };
})();
