// Where the film lies on the stage: scale in screen pixels per film pixel, and its upper left corner.

const LARGEST = 32;

export class View {
  constructor(film) {
    this.film = film;
    this.scale = 1; this.left = 0; this.top = 0; this.fitted = true;
    this.width = 1; this.height = 1;
  }

  /** The stage has another size; a fitted film stays fitted, another keeps its centre. */
  resize(width, height) {
    const [x, y] = this.toFilm(this.width / 2, this.height / 2);
    this.width = width; this.height = height;
    if (this.fitted) this.fit(); else this.centre(x, y);
  }

  fitScale() {
    return Math.min(this.width / this.film.width, this.height / this.film.height);
  }

  fit() {
    this.scale = this.fitScale();
    this.centre(this.film.width / 2, this.film.height / 2);
    this.fitted = true;
  }

  centre(x, y) {
    this.left = this.width / 2 - x * this.scale;
    this.top = this.height / 2 - y * this.scale;
  }

  /** Zooms by a factor; the film's point under (x, y) of the stage stays there. */
  zoom(factor, x = this.width / 2, y = this.height / 2) {
    const least = Math.min(1, this.fitScale()) / 2;
    this.zoomTo(Math.min(LARGEST, Math.max(least, this.scale * factor)), x, y);
  }

  zoomTo(scale, x = this.width / 2, y = this.height / 2) {
    const [filmX, filmY] = this.toFilm(x, y);
    this.scale = scale;
    this.left = x - filmX * scale;
    this.top = y - filmY * scale;
    this.fitted = false;
    this.keepInSight();
  }

  move(dx, dy) {
    this.left += dx; this.top += dy;
    this.fitted = false;
    this.keepInSight();
  }

  /** Some of the film always stays on the stage. */
  keepInSight() {
    const edge = 60;
    this.left = Math.min(this.width - edge, Math.max(edge - this.film.width * this.scale, this.left));
    this.top = Math.min(this.height - edge, Math.max(edge - this.film.height * this.scale, this.top));
  }

  toFilm(x, y) { return [(x - this.left) / this.scale, (y - this.top) / this.scale]; }

  toStage(x, y) { return [x * this.scale + this.left, y * this.scale + this.top]; }
}
