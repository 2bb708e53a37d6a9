// What every page has: the theme's switch, and the token that guards requests against forgery.
const root = document.documentElement;
const dark = () =>
  root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;

document.getElementById('theme')?.addEventListener('click', () => {
  root.dataset.theme = dark() ? 'light' : 'dark';
  localStorage.setItem('theme', root.dataset.theme);
});

/** Name and value of the header that every request with an effect carries. */
export function forgeryHeader() {
  const header = document.querySelector('meta[name="_csrf_header"]')?.content;
  const token = document.querySelector('meta[name="_csrf"]')?.content;
  return header ? { [header]: token } : {};
}

document.body.addEventListener('htmx:configRequest', event => {
  Object.assign(event.detail.headers, forgeryHeader());
});
