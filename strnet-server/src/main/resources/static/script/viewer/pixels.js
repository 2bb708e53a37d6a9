// The film's samples, fetched once at their true depth, and means of them for small sizes.

/** One film: width, height, bits, samples row by row, and the size of a pixel in mm where stated. */
export async function fetchFilm(address) {
  const answer = await fetch(address, { credentials: 'same-origin' });
  if (!answer.ok) {
    let why = '';
    try { why = (await answer.json()).detail ?? ''; } catch { /* No words came with it. */ }
    if (answer.status === 410) why = 'its file is no longer on this server';
    throw new Error([410, 422].includes(answer.status) && why ? why : `the server answered ${answer.status}`);
  }
  const number = name => Number(answer.headers.get(name));
  const bits = number('X-Film-Bits');
  const spacing = answer.headers.get('X-Film-Spacing');
  const [rowMm, columnMm] = spacing ? spacing.split(' ').map(Number) : [];
  const body = await answer.arrayBuffer();
  return {
    width: number('X-Film-Width'),
    height: number('X-Film-Height'),
    bits,
    most: 2 ** bits - 1,
    samples: bits <= 8 ? new Uint8Array(body) : words(body),
    spacing: spacing ? { rowMm, columnMm, source: answer.headers.get('X-Film-Spacing-Source') } : null,
  };
}

/** Two bytes each, the lower first, on machines of either order. */
function words(body) {
  const little = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
  if (little) return new Uint16Array(body);
  const view = new DataView(body);
  return Uint16Array.from({ length: body.byteLength / 2 }, (_, i) => view.getUint16(2 * i, true));
}

/** The film and its halves: each level has means of two by two samples of the one before. */
export function pyramid(film) {
  const levels = [{ width: film.width, height: film.height, samples: film.samples }];
  let last = levels[0];
  while (Math.min(last.width, last.height) >= 512) {
    last = half(last);
    levels.push(last);
  }
  return levels;
}

function half(level) {
  const width = level.width >> 1, height = level.height >> 1, from = level.samples;
  const samples = new from.constructor(width * height);
  for (let y = 0; y < height; y++) {
    let above = 2 * y * level.width, below = above + level.width;
    const row = y * width;
    for (let x = 0; x < width; x++, above += 2, below += 2) {
      samples[row + x] = (from[above] + from[above + 1] + from[below] + from[below + 1] + 2) >> 2;
    }
  }
  return { width, height, samples };
}
