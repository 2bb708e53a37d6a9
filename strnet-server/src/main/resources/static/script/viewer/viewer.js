// The viewer of one film: its state, and what buttons, mouse and keys do with it.
import { fetchFilm, pyramid } from './pixels.js';
import { adjusted, lookupTable, presets } from './window.js';
import { drawFilm, drawMarks } from './drawing.js';
import { distanceWords, spacingWords } from './measure.js';
import { View } from './view.js';

const TOOLS = { pan: 'Dragging moves the film', window: 'Dragging changes window and level', measure: 'Dragging measures; with keys, Enter marks the cross' };

export class Viewer {
  /** A viewer in the section of the page; empty until its film is there. */
  static async open(section) {
    const viewer = new Viewer(section);
    try {
      const film = await fetchFilm(section.dataset.pixels);
      viewer.show(film);
    } catch (error) {
      viewer.note.textContent = `The film cannot be shown: ${error.message}`;
    }
    return viewer;
  }

  constructor(section) {
    const part = id => section.querySelector(`#${id}`);
    Object.assign(this, { section, stage: part('stage'), film: null, tool: 'pan', inverted: false, presetName: 'full' });
    Object.assign(this, { note: part('stage-note'), said: part('said'), zoomWords: part('zoom'), pixelWords: part('reading-of-pixel') });
    Object.assign(this, { windowWords: part('window-words'), sizeWords: part('film-size'), helpBox: part('help') });
    this.canvases = [part('film'), part('marks')];
    this.boxes = { frames: part('frames'), heat: part('heat'), opacity: part('opacity') };
    this.marks = { knees: [], distances: [], frames: true, heat: false, opacity: 0.6, cross: false };
    this.pending = 0;
    this.open = null;
  }

  show(film) {
    this.film = film;
    this.levels = pyramid(film);
    this.presets = presets(film);
    this.window = { ...this.presets.full };
    this.view = new View(film);
    this.note.textContent = '';
    this.sizeWords.textContent = `${film.width} × ${film.height}, ${film.bits} bits; ${spacingWords(film.spacing)}`;
    new ResizeObserver(() => this.resize()).observe(this.stage);
    this.resize();
    this.press('[data-preset]', button => button.dataset.preset === 'full');
  }

  /** Takes the knees of a result; heat-maps are fetched when they are looked at. */
  setKnees(knees) {
    this.marks.knees = knees;
    this.boxes.heat.disabled = !knees.some(knee => knee.heat);
    if (this.boxes.heat.disabled) this.boxes.heat.checked = false;
    this.boxes.frames.disabled = knees.length === 0;
    this.layers();
  }

  resize() {
    const { clientWidth: width, clientHeight: height } = this.stage;
    if (!this.film || !width || !height) return;
    const dots = Math.min(2, window.devicePixelRatio || 1);
    for (const canvas of this.canvases) {
      canvas.width = Math.round(width * dots); canvas.height = Math.round(height * dots);
    }
    this.view.resize(width, height);
    this.draw();
  }

  /** Draws once before the next picture of the screen, however often it is asked. */
  draw(filmToo = true) {
    if (!this.film) return;
    this.filmToo ||= filmToo;
    this.pending ||= requestAnimationFrame(() => {
      this.pending = 0;
      if (this.filmToo) drawFilm(this.canvases[0], this.view, this.levels, lookupTable(this.film.most, this.window, this.inverted));
      this.filmToo = false;
      drawMarks(this.canvases[1], this.view, this.marks);
      this.words();
    });
  }

  words() {
    this.zoomWords.textContent = `${Math.round(100 * this.view.scale)} %`;
    const { from, to } = this.window;
    this.windowWords.textContent = `window ${Math.round(to - from)}, level ${Math.round((from + to) / 2)}${this.inverted ? ', inverted' : ''}`;
  }

  say(words) { this.said.textContent = words; }

  press(selector, pressed) {
    this.section.querySelectorAll(selector).forEach(button => button.setAttribute('aria-pressed', String(pressed(button))));
  }

  zoom(factor, x, y) { if (this.film) { this.view.zoom(factor, x, y); this.draw(); } }
  zoomIn() { this.zoom(1.25); }
  zoomOut() { this.zoom(0.8); }
  move(dx, dy) { if (this.film) { this.view.move(dx, dy); this.draw(); } }
  fit() { if (this.film) { this.view.fit(); this.draw(); this.say('Whole film'); } }
  actual() { if (this.film) { this.view.zoomTo(1 / Math.min(2, window.devicePixelRatio || 1)); this.draw(); this.say('One to one'); } }

  adjustWindow(wider, brighter) {
    if (!this.film) return;
    this.window = adjusted(this.window, wider, brighter, this.film.most);
    this.press('[data-preset]', () => false);
    this.draw();
  }

  preset(name) {
    if (!this.film) return;
    this.window = { ...this.presets[name] };
    this.press('[data-preset]', button => button.dataset.preset === name);
    this.say(`Window: ${name === 'full' ? 'full range' : name === 'soft' ? 'soft tissue' : 'bone'}`);
    this.draw();
  }

  invert() {
    this.inverted = !this.inverted;
    this.press('[data-do="invert"]', () => this.inverted);
    this.say(this.inverted ? 'Inverted' : 'Not inverted');
    this.draw();
  }

  useTool(tool) {
    this.tool = tool;
    this.stage.dataset.tool = tool;
    this.press('[data-tool]', button => button.dataset.tool === tool);
    this.marks.cross = tool === 'measure' && this.stage.matches(':focus-visible');
    this.say(TOOLS[tool]);
    this.draw(false);
  }

  reset() {
    if (!this.film) return;
    this.inverted = false;
    this.press('[data-do="invert"]', () => false);
    this.marks.distances = [];
    this.open = null;
    this.useTool('pan');
    this.view.fit();
    this.preset('full');
    this.say('As it was opened');
  }

  fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.section.requestFullscreen?.().then(() => this.stage.focus());
  }

  help(shown = this.helpBox.hidden) {
    this.helpBox.hidden = !shown;
    this.section.querySelector('[data-do="help"]').setAttribute('aria-expanded', String(shown));
  }

  toggleFrames() { this.boxes.frames.checked = !this.boxes.frames.checked; this.layers(); }
  toggleHeat() { if (!this.boxes.heat.disabled) { this.boxes.heat.checked = !this.boxes.heat.checked; this.layers(); } }

  /** What lies over the film follows its boxes. */
  layers() {
    this.marks.frames = this.boxes.frames.checked;
    this.marks.heat = this.boxes.heat.checked;
    this.marks.opacity = Number(this.boxes.opacity.value) / 100;
    this.boxes.opacity.disabled = !this.marks.heat;
    if (this.marks.heat) this.marks.knees.forEach(knee => this.fetchHeat(knee));
    this.draw(false);
  }

  fetchHeat(knee) {
    if (!knee.heat || knee.asked) return;
    knee.asked = true;
    const picture = new Image();
    picture.addEventListener('load', () => { knee.picture = picture; this.draw(false); });
    picture.src = knee.heat.url;
  }

  pointAt(x, y) {
    if (!this.film) return;
    const [column, row] = this.view.toFilm(x, y).map(Math.floor);
    const inside = x >= 0 && column >= 0 && row >= 0 && column < this.film.width && row < this.film.height;
    this.pixelWords.textContent = inside ? `${column}, ${row}: ${this.film.samples[row * this.film.width + column]}` : '';
  }

  beginDistance(x, y) {
    if (!this.film) return;
    const point = this.view.toFilm(x, y);
    this.open = { from: point, to: point, words: '' };
    this.marks.cross = false;
    this.marks.distances.push(this.open);
  }

  continueDistance(x, y) {
    if (!this.open) return;
    this.open.to = this.view.toFilm(x, y);
    this.open.words = distanceWords(this.open.from, this.open.to, this.film.spacing);
    this.draw(false);
  }

  endDistance() {
    if (!this.open) return;
    const length = Math.hypot(this.open.to[0] - this.open.from[0], this.open.to[1] - this.open.from[1]);
    if (length * this.view.scale < 4) this.marks.distances.pop();
    else this.say(`Distance ${this.open.words}`);
    this.open = null;
    this.draw(false);
  }

  /** The cross in the middle of the stage: begins a distance, then ends it. */
  markCross() {
    if (!this.film || this.tool !== 'measure') return;
    const [x, y] = [this.view.width / 2, this.view.height / 2];
    if (this.open) { this.continueDistance(x, y); this.endDistance(); } else { this.beginDistance(x, y); this.say('First point marked'); }
    this.marks.cross = true;
    this.draw(false);
  }

  dropDistance() {
    this.open = null;
    if (this.marks.distances.pop()) this.say('Distance removed');
    this.draw(false);
  }
}
