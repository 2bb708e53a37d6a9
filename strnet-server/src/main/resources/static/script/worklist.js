// The worklist without reloading: filters and pages are fetched, arrivals shown as they come.
const filter = document.getElementById('filter');
const chosen = new Set();
let shown = location.pathname + location.search;
let fetching = null;
let asking = false;
document.documentElement.classList.add('scripted');

/** Today's times without the date, others with it, as the reader's clock has them. */
function localTimes(list) {
  const today = new Date().toDateString();
  for (const time of list.querySelectorAll('time[datetime]')) {
    const at = new Date(time.dateTime);
    const clock = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
    const day = at.toLocaleDateString('sv-SE');
    time.textContent = at.toDateString() === today ? `today ${clock}` : `${day} ${clock}`;
    time.title = at.toISOString();
  }
}

const films = () => [...document.querySelectorAll('#list input[name=film]')];

/** What is chosen stays so when the list is fetched again. */
function showChosen() {
  const boxes = films();
  for (const box of boxes) {
    box.checked = chosen.has(box.value);
    box.closest('tr').classList.toggle('chosen', box.checked);
  }
  const count = boxes.filter(box => box.checked).length;
  const said = document.getElementById('chosen');
  if (said) said.textContent = count ? `${count} chosen` : '';
  for (const button of document.querySelectorAll('.bulk button')) button.disabled = count === 0;
  const all = document.getElementById('all');
  if (all) {
    all.checked = count > 0 && count === boxes.length;
    all.indeterminate = count > 0 && count < boxes.length;
  }
}

/** Puts a page's list and counts in the place of those that are shown. */
function put(text, markNew) {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const list = page.getElementById('list');
  if (!list) return location.reload();
  const before = new Set([...document.querySelectorAll('tr[data-film]')].map(row => row.dataset.film));
  const focused = document.activeElement?.id;
  document.getElementById('list').replaceWith(list);
  for (const count of page.querySelectorAll('#groups b')) {
    document.getElementById(count.id).textContent = count.textContent;
  }
  if (markNew) {
    for (const row of list.querySelectorAll('tr[data-film]')) {
      row.classList.toggle('arrived', !before.has(row.dataset.film));
    }
  }
  if (focused && list.querySelector(`#${CSS.escape(focused)}`)) document.getElementById(focused).focus();
  localTimes(list);
  showChosen();
}

async function load(address, { push = false, markNew = false } = {}) {
  if (asking && !push) return changed();
  fetching?.abort();
  asking = push;
  fetching = new AbortController();
  try {
    const answer = await fetch(address, { signal: fetching.signal, headers: { Accept: 'text/html' } });
    if (answer.redirected && new URL(answer.url).pathname === '/sign-in') return location.reload();
    if (!answer.ok) { asking = false; return; }
    const text = await answer.text();
    if (push) {
      shown = address;
      history.pushState(null, '', address);
      chosen.clear();
    }
    put(text, markNew);
    asking = false;
  } catch (fault) {
    if (fault.name === 'AbortError') return;
    asking = false;
    live('off', 'No connection');
  }
}

/** The address of what the form asks for; what is empty is left out. */
function asked() {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(filter)) if (value) query.set(name, value);
  for (const name of ['sort', 'order']) {
    const value = document.querySelector(`#list input[name=${name}]`)?.value;
    if (value && !(name === 'sort' && value === 'arrived') && !(name === 'order' && value === 'desc')) query.set(name, value);
  }
  if (query.has('order') && !query.has('sort')) query.set('sort', 'arrived');
  return query.size ? `/?${query}` : '/';
}

let typing = 0;
const askSoon = wait => {
  clearTimeout(typing);
  typing = setTimeout(() => filter.checkValidity() && load(asked(), { push: true }), wait);
};
filter.addEventListener('submit', event => { event.preventDefault(); askSoon(0); });
filter.addEventListener('change', event => { if (event.target.id !== 'text') askSoon(0); });
filter.addEventListener('input', event => { if (event.target.id === 'text') askSoon(250); });
addEventListener('popstate', () => location.reload());

document.querySelector('.worklist').addEventListener('click', event => {
  const link = event.target.closest('.sort, .pages a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  load(link.getAttribute('href'), { push: true }).then(() => {
    if (link.matches('.pages a')) document.getElementById('list').scrollIntoView({ block: 'start' });
  });
});

document.addEventListener('change', event => {
  const box = event.target;
  if (box.id === 'all') films().forEach(film => (box.checked ? chosen.add(film.value) : chosen.delete(film.value)));
  else if (box.name === 'film') box.checked ? chosen.add(box.value) : chosen.delete(box.value);
  else return;
  showChosen();
});

document.addEventListener('submit', async event => {
  if (event.target.id !== 'list') return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(event.target, event.submitter));
  chosen.clear();
  const answer = await fetch(event.target.action, { method: 'POST', body });
  if (answer.ok) put(await answer.text(), false);
});

// Up and down go from film to film.
document.addEventListener('keydown', event => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !document.activeElement?.classList.contains('film')) return;
  const links = [...document.querySelectorAll('#list .film')];
  links[links.indexOf(document.activeElement) + step]?.focus();
  event.preventDefault();
});

function live(state, words) {
  document.getElementById('live').className = `live ${state}`;
  document.getElementById('live-words').textContent = words;
}

let soon = 0;
function changed() {
  soon ||= setTimeout(() => { soon = 0; load(shown, { markNew: true }); }, 300);
}
const events = new EventSource('/events');
let cut = false;
events.addEventListener('open', () => { live('on', 'Live'); if (cut) changed(); cut = false; });
events.addEventListener('error', () => { cut = true; live('off', 'Connecting again'); });
events.addEventListener('film', changed);
addEventListener('pagehide', () => events.close());

localTimes(document);
showChosen();
