import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { fitLabels } from './labels.js';

/** Draws the way of a case, with its place in it. What the page knows stands in the element "picture-content" as JSON. */
const STEP = 1.3;
const READABLE = 0.8;
const MARGIN = 24;

const page = JSON.parse(document.getElementById('picture-content').textContent);
const around = document.getElementById('picture');
const container = document.getElementById('canvas');
around.hidden = false;

// The wheel goes on scrolling the page: who wants the picture larger has buttons.
const viewer = new NavigatedViewer({ container, zoomScroll: { enabled: false } });
await viewer.importXML(page.xml);
fitLabels(viewer);

const canvas = viewer.get('canvas');
const elements = viewer.get('elementRegistry');
const overlays = viewer.get('overlays');

function drawn(ids) {
  return ids.map(id => elements.get(id)).filter(element => element);
}

function mark(element, name, words) {
  canvas.addMarker(element, name);
  const label = document.createElement('span');
  label.className = `mark ${name}`;
  label.textContent = words;
  overlays.add(element, { position: { top: -11, left: 4 }, html: label, show: { minZoom: 0.4 } });
}

drawn(page.passed).forEach(element => canvas.addMarker(element, 'passed'));
drawn(page.here).forEach(element => mark(element, 'here', container.dataset.here));
drawn(Object.keys(page.ways)).forEach(element => canvas.addMarker(element, 'leads'));
viewer.on('element.click', ({ element }) => {
  const way = page.ways[element.id];
  if (way) {
    location.search = new URLSearchParams({ way });
  }
});

const svg = container.querySelector('svg');
svg.setAttribute('role', 'img');
svg.setAttribute('aria-label', container.dataset.name);
svg.setAttribute('aria-describedby', 'words');

function whole() {
  canvas.zoom('fit-viewport', 'auto');
}

/** As much as fits of where the case is, at a size at which names can be read. */
function here() {
  const places = drawn(page.here);
  if (places.length === 0) {
    return whole();
  }
  const left = Math.min(...places.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...places.map(({ y }) => y)) - MARGIN;
  const right = Math.max(...places.map(({ x, width }) => x + width)) + MARGIN;
  const bottom = Math.max(...places.map(({ y, height }) => y + height)) + MARGIN;
  const { width, height } = canvas.getContainer().getBoundingClientRect();
  const scale = Math.max(READABLE / 2, Math.min(1, width / (right - left), height / (bottom - top)));
  canvas.viewbox({
    x: (left + right - width / scale) / 2,
    y: (top + bottom - height / scale) / 2,
    width: width / scale,
    height: height / scale
  });
}

const does = {
  in: () => canvas.zoom(canvas.zoom() * STEP, 'auto'),
  out: () => canvas.zoom(canvas.zoom() / STEP, 'auto'),
  whole,
  here
};
around.addEventListener('click', ({ target }) => does[target.dataset.do]?.());

/** Fingers move the picture, too; bpmn-js listens to the mouse only. */
let finger = null;
container.addEventListener('pointerdown', event => {
  finger = event.pointerType === 'touch' ? event : null;
});
container.addEventListener('pointermove', event => {
  if (finger?.pointerId === event.pointerId) {
    canvas.scroll({ dx: event.clientX - finger.clientX, dy: event.clientY - finger.clientY });
    finger = event;
  }
});
['pointerup', 'pointercancel'].forEach(end => container.addEventListener(end, () => { finger = null; }));

whole();
if (canvas.zoom() < READABLE) {
  here();
}
