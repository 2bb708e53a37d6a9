// Mouse, pen, touch, wheel and keys of the stage, as calls of the viewer.

const STEP = 40;

/** Connects the stage's events with a viewer. */
export function connect(stage, viewer) {
  pointers(stage, viewer);
  stage.addEventListener('wheel', event => {
    event.preventDefault();
    const [x, y] = place(stage, event);
    viewer.zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), x, y);
  }, { passive: false });
  stage.addEventListener('contextmenu', event => event.preventDefault());
  stage.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key(event, viewer)) event.preventDefault();
  });
}

function place(stage, event) {
  const box = stage.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
}

/** The tool of the left button; the middle one always moves, the right one always windows. */
function toolOf(event, viewer) {
  if (event.button === 1) return 'pan';
  return event.button === 2 ? 'window' : viewer.tool;
}

function pointers(stage, viewer) {
  const down = new Map();
  let tool = '', apart = 0;
  stage.addEventListener('pointerdown', event => {
    if (event.target.closest('.help')) return;
    stage.focus({ preventScroll: true });
    stage.setPointerCapture(event.pointerId);
    const at = place(stage, event);
    down.set(event.pointerId, at);
    if (down.size === 1) {
      tool = toolOf(event, viewer);
      stage.classList.add('dragging');
      if (tool === 'measure') viewer.beginDistance(...at);
    } else if (tool === 'measure') {
      viewer.dropDistance();
      tool = 'pan';
    }
    apart = distance(down);
    event.preventDefault();
  });
  stage.addEventListener('pointermove', event => {
    const [x, y] = place(stage, event);
    viewer.pointAt(x, y);
    const before = down.get(event.pointerId);
    if (!before) return;
    down.set(event.pointerId, [x, y]);
    const dx = x - before[0], dy = y - before[1];
    if (down.size > 1) {
      viewer.move(dx / down.size, dy / down.size);
      viewer.zoom(distance(down) / apart, ...middle(down));
      apart = distance(down);
    } else if (tool === 'pan') viewer.move(dx, dy);
    else if (tool === 'window') viewer.adjustWindow(dx / stage.clientWidth, -dy / stage.clientHeight);
    else viewer.continueDistance(x, y);
  });
  const up = event => {
    if (!down.delete(event.pointerId)) return;
    if (down.size === 0) {
      stage.classList.remove('dragging');
      if (tool === 'measure') viewer.endDistance();
    }
  };
  stage.addEventListener('pointerup', up);
  stage.addEventListener('pointercancel', up);
  stage.addEventListener('pointerleave', () => viewer.pointAt(-1, -1));
}

function distance(down) {
  const [a, b] = [...down.values()];
  return b ? Math.hypot(a[0] - b[0], a[1] - b[1]) || 1 : 1;
}

function middle(down) {
  const [a, b] = [...down.values()];
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Whether a key meant something. */
function key(event, viewer) {
  const arrow = ARROWS[event.key];
  if (arrow) {
    if (event.shiftKey) viewer.adjustWindow(arrow[0] * 0.02, -arrow[1] * 0.01);
    else viewer.move(-arrow[0] * STEP, -arrow[1] * STEP);
    return true;
  }
  const act = {
    '+': () => viewer.zoom(1.25), '=': () => viewer.zoom(1.25), '-': () => viewer.zoom(0.8),
    f: () => viewer.fit(), 0: () => viewer.actual(), i: () => viewer.invert(), r: () => viewer.reset(),
    1: () => viewer.preset('full'), 2: () => viewer.preset('bone'), 3: () => viewer.preset('soft'),
    h: () => viewer.useTool('pan'), w: () => viewer.useTool('window'), m: () => viewer.useTool('measure'),
    k: () => viewer.toggleFrames(), o: () => viewer.toggleHeat(), u: () => viewer.fullScreen(),
    '?': () => viewer.help(), Enter: () => viewer.markCross(),
    Delete: () => viewer.dropDistance(), Backspace: () => viewer.dropDistance(),
    Escape: () => viewer.help(false),
  }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return false;
  act();
  return event.key !== 'Escape';
}
