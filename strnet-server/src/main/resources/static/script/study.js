// The page of one film: the viewer and its buttons, and what stands beside it.
import { Viewer } from './viewer/viewer.js';
import { connect } from './viewer/input.js';

const section = document.querySelector('.viewer');
const opened = Viewer.open(section);

/** The viewer marks the knees of the result that stands beside it. */
async function knees() {
  const viewer = await opened;
  viewer.setKnees(JSON.parse(document.getElementById('findings').dataset.knees || '[]'));
}

opened.then(viewer => {
  connect(viewer.stage, viewer);
  viewer.stage.dataset.tool = viewer.tool;
  section.addEventListener('click', event => {
    const { tool, preset, do: act } = event.target.closest('button')?.dataset ?? {};
    if (tool) viewer.useTool(tool);
    else if (preset) viewer.preset(preset);
    else if (act) viewer[act]();
  });
  Object.values(viewer.boxes).forEach(box => box.addEventListener('input', () => viewer.layers()));
  document.addEventListener('fullscreenchange', () =>
    viewer.press('[data-do="fullScreen"]', () => document.fullscreenElement !== null));
});
knees();

document.body.addEventListener('htmx:beforeSwap', event => {
  // What is refused comes with its reason: it is shown like any other answer.
  if ([409, 410, 422].includes(event.detail.xhr.status)) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});
document.body.addEventListener('htmx:afterSettle', event => {
  if (event.target.id === 'findings') knees();
});
