// Draws the part of the film that is seen, at the size that is seen: as quick for a hundred million
// pixels as for one.

const COLOURS = { refer: '#ffb27d', not_flagged: '#8fd6b1' };
const scratch = document.createElement('canvas');

/** Draws the film through a table of grey values. */
export function drawFilm(canvas, view, levels, table) {
  const context = canvas.getContext('2d', { alpha: false });
  const dots = canvas.width / view.width;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = '#000';
  context.fillRect(0, 0, canvas.width, canvas.height);
  // The level whose samples are nearest to one per dot of the screen, not coarser.
  const wanted = Math.floor(Math.log2(1 / Math.min(1, view.scale * dots)));
  const index = Math.min(levels.length - 1, wanted);
  const level = levels[index], step = view.film.width / level.width, down = view.film.height / level.height;
  const [x0, y0] = view.toFilm(0, 0), [x1, y1] = view.toFilm(view.width, view.height);
  const left = Math.max(0, Math.floor(x0 / step)), top = Math.max(0, Math.floor(y0 / down));
  const right = Math.min(level.width, Math.ceil(x1 / step)), bottom = Math.min(level.height, Math.ceil(y1 / down));
  const width = right - left, height = bottom - top;
  if (width < 1 || height < 1) return;
  scratch.width = width; scratch.height = height;
  const part = scratch.getContext('2d', { alpha: false });
  const picture = part.createImageData(width, height);
  const out = new Uint32Array(picture.data.buffer);
  for (let y = 0, i = 0; y < height; y++) {
    let at = (top + y) * level.width + left;
    for (let x = 0; x < width; x++) out[i++] = table[level.samples[at++]];
  }
  part.putImageData(picture, 0, 0);
  context.setTransform(dots, 0, 0, dots, 0, 0);
  context.imageSmoothingEnabled = view.scale * dots < 3;
  context.imageSmoothingQuality = 'high';
  const [sx, sy] = view.toStage(left * step, top * down);
  context.drawImage(scratch, sx, sy, width * step * view.scale, height * down * view.scale);
}

/** Draws what lies over the film: heat-maps, frames of knees, distances, the cross. */
export function drawMarks(canvas, view, marks) {
  const context = canvas.getContext('2d');
  const dots = canvas.width / view.width;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(dots, 0, 0, dots, 0, 0);
  context.lineJoin = 'round';
  if (marks.heat) marks.knees.forEach(knee => drawHeat(context, view, knee, marks.opacity));
  if (marks.frames) marks.knees.forEach(knee => drawFrame(context, view, knee));
  marks.distances.forEach(distance => drawDistance(context, view, distance));
  if (marks.cross) drawCross(context, view);
}

function drawHeat(context, view, knee, opacity) {
  if (!knee.picture) return;
  const [x, y] = view.toStage(knee.heat.left, knee.heat.top);
  const side = knee.heat.side * view.scale;
  context.save();
  context.globalAlpha = opacity;
  context.imageSmoothingQuality = 'high';
  context.drawImage(knee.picture, x, y, side, side);
  context.restore();
}

function drawFrame(context, view, knee) {
  const side = 1.3 * knee.width * view.film.width;
  const [x, y] = view.toStage(knee.cx * view.film.width - side / 2, knee.cy * view.film.height - side / 2);
  const size = side * view.scale, corner = Math.min(size / 4, 28);
  const colour = COLOURS[knee.decision] ?? '#e8edf2';
  const path = new Path2D();
  for (const [cx, cy, dx, dy] of [[x, y, 1, 1], [x + size, y, -1, 1], [x, y + size, 1, -1], [x + size, y + size, -1, -1]]) {
    path.moveTo(cx + dx * corner, cy); path.lineTo(cx, cy); path.lineTo(cx, cy + dy * corner);
  }
  outlined(context, path, colour, 2);
  const [lineX, lineY] = view.toStage((knee.cx - knee.width / 2) * view.film.width, knee.cy * view.film.height);
  const plateau = knee.width * view.film.width * view.scale;
  const ticks = new Path2D();
  for (const end of [lineX, lineX + plateau]) { ticks.moveTo(end, lineY - 5); ticks.lineTo(end, lineY + 5); }
  outlined(context, ticks, colour, 1.5);
  label(context, knee.name, x + 4, y - 6, colour);
}

function drawDistance(context, view, { from, to, words }) {
  const [x0, y0] = view.toStage(...from), [x1, y1] = view.toStage(...to);
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const [nx, ny] = [(y0 - y1) / length * 6, (x1 - x0) / length * 6];
  const path = new Path2D();
  path.moveTo(x0, y0); path.lineTo(x1, y1);
  for (const [x, y] of [[x0, y0], [x1, y1]]) { path.moveTo(x - nx, y - ny); path.lineTo(x + nx, y + ny); }
  outlined(context, path, '#ffe45c', 1.5);
  label(context, words, Math.max(x0, x1) + 10, (x0 > x1 ? y0 : y1) - 8, '#ffe45c');
}

function drawCross(context, view) {
  const path = new Path2D();
  const x = view.width / 2, y = view.height / 2;
  path.moveTo(x - 14, y); path.lineTo(x - 3, y); path.moveTo(x + 3, y); path.lineTo(x + 14, y);
  path.moveTo(x, y - 14); path.lineTo(x, y - 3); path.moveTo(x, y + 3); path.lineTo(x, y + 14);
  outlined(context, path, '#ffe45c', 1.5);
}

/** Legible on bright bone and on black alike. */
function outlined(context, path, colour, width) {
  context.lineWidth = width + 2; context.strokeStyle = 'rgb(0 0 0 / 65%)'; context.stroke(path);
  context.lineWidth = width; context.strokeStyle = colour; context.stroke(path);
}

function label(context, words, x, y, colour) {
  context.font = '600 13px system-ui, "DejaVu Sans", sans-serif';
  context.lineWidth = 4;
  context.strokeStyle = 'rgb(0 0 0 / 75%)'; context.strokeText(words, x, y);
  context.fillStyle = colour; context.fillText(words, x, y);
}
