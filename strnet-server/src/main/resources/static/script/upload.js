// Each file is sent on its own, two at a time; what came of it is told by the server's events.
import { forgeryHeader } from '/script/page.js';

const AT_ONCE = 2;
const drop = document.getElementById('drop');
const input = document.getElementById('files');
const queue = document.getElementById('queue');
const statement = document.getElementById('statement');
const most = Number(drop.dataset.mostBytes);
const waiting = [];
const watched = new Map();
let sending = 0;

function element(name, className, text = '') {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

const size = bytes => (bytes < 1 << 20 ? `${Math.ceil(bytes / 1024)} KiB` : `${(bytes / (1 << 20)).toFixed(1)} MiB`);

/** One line of the list of files. */
class Line {
  constructor(file, fields) {
    this.file = file;
    this.fields = fields;
    this.item = element('li', '');
    this.said = element('span', 'said', `${size(file.size)}, waiting`);
    this.end = element('span', 'end');
    this.item.append(element('span', 'name', file.name), this.end, this.said);
    queue.prepend(this.item);
  }

  say(words, bad = false) {
    this.said.textContent = words;
    this.said.classList.toggle('bad', bad);
    if (bad) document.getElementById('said').textContent = `${this.file.name}: ${words}`;
  }

  progress(share) {
    if (!this.bar) {
      this.bar = element('progress', '');
      this.bar.max = 1;
      this.bar.setAttribute('aria-label', `Sent of ${this.file.name}`);
      this.end.replaceChildren(this.bar);
    }
    this.bar.value = share;
    this.say(share < 1 ? `${size(this.file.size)}, ${Math.round(100 * share)} % sent` : 'Sent, being checked');
  }

  refused(words, again) {
    this.say(words, true);
    const button = element('button', '', 'Try again');
    button.type = 'button';
    button.addEventListener('click', () => { this.bar = null; this.say('waiting'); waiting.push(this); next(); });
    this.end.replaceChildren(element('span', 'tag failed', 'Not taken'), ...(again ? [button] : []));
  }

  taken(result) {
    const done = result.group !== 'waiting';
    const tag = element('span', `tag ${result.group === 'flagged' ? 'refer' : result.group}`, done ? result.words : 'Screening');
    const link = element('a', '', 'Open');
    link.href = `/films/${result.film}`;
    link.setAttribute('aria-label', `Open ${this.file.name}`);
    this.end.replaceChildren(tag, link);
    this.say(result.reason || (done ? `${size(this.file.size)}, screened` : 'Taken, being screened'));
    if (done) {
      watched.delete(result.film);
      document.getElementById('said').textContent = `${this.file.name}: ${result.words}`;
    } else watched.set(result.film, this);
  }
}

function send(line) {
  const request = new XMLHttpRequest();
  const body = new FormData();
  for (const [name, value] of line.fields) body.append(name, value);
  body.append('file', line.file);
  request.open('POST', '/upload');
  for (const [name, value] of Object.entries(forgeryHeader())) request.setRequestHeader(name, value);
  request.setRequestHeader('Accept', 'application/json');
  request.responseType = 'json';
  request.upload.addEventListener('progress', event => line.progress(event.loaded / event.total));
  request.addEventListener('loadend', () => {
    sending--;
    const answer = request.response;
    if (request.status === 201 && answer) line.taken(answer);
    else if (answer?.message) line.refused(answer.message, answer.again);
    else if (request.status === 403 || request.status === 401 || request.responseURL.endsWith('/sign-in')) line.refused('Your session has ended; sign in again and drop the file once more', false);
    else line.refused(request.status === 0 ? 'The connection was lost' : `The server answered ${request.status}`, true);
    next();
  });
  line.progress(0);
  sending++;
  request.send(body);
}

function next() {
  while (sending < AT_ONCE && waiting.length) send(waiting.shift());
}

function take(files) {
  if (!statement.reportValidity()) return;
  const fields = [...new FormData(statement)];
  for (const file of files) {
    const line = new Line(file, fields);
    if (file.size > most) line.refused(`A file has at most ${size(most)}, this has ${size(file.size)}`, false);
    else waiting.push(line);
  }
  next();
}

async function look(film) {
  const answer = await fetch(`/upload/films/${film}`, { headers: { Accept: 'application/json' } });
  if (answer.ok && watched.has(film)) watched.get(film).taken(await answer.json());
}

input.addEventListener('change', () => { take(input.files); input.value = ''; });
statement.addEventListener('submit', event => event.preventDefault());
for (const name of ['dragenter', 'dragover']) {
  addEventListener(name, event => { event.preventDefault(); drop.classList.add('over'); });
}
addEventListener('dragleave', event => { if (!event.relatedTarget) drop.classList.remove('over'); });
addEventListener('drop', event => {
  event.preventDefault();
  drop.classList.remove('over');
  if (event.dataTransfer?.files.length) take(event.dataTransfer.files);
});

const events = new EventSource('/events');
events.addEventListener('film', event => {
  const { film, state } = JSON.parse(event.data);
  if (state === 'DONE' && watched.has(film)) look(film);
});
// An event may be missed while the connection is made anew.
setInterval(() => [...watched.keys()].forEach(look), 3000);
addEventListener('pagehide', () => events.close());
addEventListener('beforeunload', event => { if (sending || waiting.length) event.preventDefault(); });
