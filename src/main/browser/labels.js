/**
 * Gives the names beside events, gateways and flows the room they need. A model has as much as its own names took where it was
 * drawn; in another language or font they may be longer, and their boxes grow away from what they belong to.
 */
export function fitLabels(viewer) {
  const elements = viewer.get('elementRegistry');
  const text = viewer.get('textRenderer');
  const graphics = viewer.get('graphicsFactory');
  elements.filter(({ labelTarget }) => labelTarget).forEach(label => {
    const room = text.getExternalLabelBounds(label, label.businessObject.name ?? '');
    Object.assign(label, placed(label, room, label.labelTarget));
    graphics.update('shape', label, elements.getGraphics(label));
  });
}

function placed(before, { width, height }, target) {
  const { left, right, top } = target.waypoints ? nearest(target.waypoints, before) : edges(target);
  const middle = middleOf(before);
  // The text is laid out anew in its box: to the hundredth of a pixel it would not fit.
  const place = { width: width + 2, height, x: middle.x - width / 2 - 1, y: before.y };
  if (middle.x >= right) {
    place.x = before.x;
  } else if (middle.x <= left) {
    place.x = before.x + before.width - width;
  }
  if (target.waypoints ? middle.y <= top : before.y < top) {
    place.y = Math.min(before.y + before.height, top) - height;
  }
  return place;
}

function middleOf({ x, y, width, height }) {
  return { x: x + width / 2, y: y + height / 2 };
}

function edges({ x, y, width, height }) {
  return { left: x, right: x + width, top: y, bottom: y + height };
}

/** The piece of a flow that runs past the label. */
function nearest(waypoints, label) {
  const middle = middleOf(label);
  const pieces = waypoints.slice(1).map((to, at) => {
    const from = waypoints[at];
    return {
      left: Math.min(from.x, to.x),
      right: Math.max(from.x, to.x),
      top: Math.min(from.y, to.y),
      bottom: Math.max(from.y, to.y)
    };
  });
  const away = ({ left, right, top, bottom }) => Math.hypot(
    Math.max(left - middle.x, 0, middle.x - right),
    Math.max(top - middle.y, 0, middle.y - bottom));
  return pieces.reduce((one, other) => (away(other) < away(one) ? other : one));
}
