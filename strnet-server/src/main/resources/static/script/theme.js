// Runs before the page is drawn, so that it is not drawn in the wrong theme first.
(() => {
  const kept = localStorage.getItem('theme');
  if (kept) document.documentElement.dataset.theme = kept;
})();
