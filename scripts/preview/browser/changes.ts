/**
 * Shows what was saved while the page is open. A style is exchanged under the page, which stays as it is; all else loads the page again:
 * the address names the page, the person and the look, and what the phone stores stays.
 */
export function followChanges(): void {
  new EventSource('/changes').addEventListener('message', ({ data }) => {
    if (data === 'style') exchangeStyle();
    else location.reload();
  });
}

function exchangeStyle(): void {
  const old = document.querySelector('link[href^="/app.css"]');
  const fresh = document.createElement('link');
  fresh.rel = 'stylesheet';
  fresh.href = `/app.css?${Date.now()}`;
  // Not before: the page would stand there bare.
  fresh.addEventListener('load', () => old?.remove());
  old?.after(fresh);
}
