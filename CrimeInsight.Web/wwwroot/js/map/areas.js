// Areas and points of the map: drawing, names, keyboard. Used by LeafletMap.razor.js alone.
const directions = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

export function drawAreas(view, data, before) {
  const areas = view.scene.areas;
  const wanted = new Map((areas?.items ?? []).map(item => [item.code, item]));
  if (areas?.key !== before?.key) {
    view.layers.areas?.remove();
    view.byCode.clear();
    view.layers.areas = areas ? L.featureGroup([...quietOf(view, areas), ...shapesOf(view, data, wanted), ...pointsOf(view, areas.items)]).addTo(view.map) : null;
    for (const layer of view.byCode.values()) prepare(view, layer);
  }
  addHatch(view);
  for (const [code, layer] of view.byCode) if (wanted.has(code)) paint(view, layer, wanted.get(code));
  if (![...view.byCode.values()].some(layer => layer.getElement()?.tabIndex === 0)) setStop(view, view.scene.selected);
}

// Lines around parts of the map, above the areas; a dot shows where a small one lies when it is seen from far.
export function drawOutlines(view) {
  view.layers.outlines?.remove();
  view.layers.dots?.remove();
  const { outlines, selected } = view.scene;
  const dots = outlines.filter(item => item.dot).map(item => L.circleMarker(L.latLngBounds(item.ring.map(point => [point.latitude, point.longitude])).getCenter(), {
    pane: 'areas', renderer: view.areaRenderer, interactive: false, stroke: false, radius: item.dot, fillColor: item.colour, fillOpacity: 0.75,
  }));
  view.layers.dots = dots.length ? L.featureGroup(dots).addTo(view.map) : null;
  view.layers.outlines = outlines.length ? L.featureGroup(outlines.map(item => outlineOf(view, item, item.code === selected))).addTo(view.map) : null;
  view.layers.outlines?.eachLayer(layer => { if (layer.item.isQuiet) return; prepare(view, layer); layer.getElement()?.setAttribute('aria-label', `${layer.item.name}: ${layer.item.text}`); });
}

function outlineOf(view, item, isChosen) {
  const style = {
    pane: 'areas', renderer: view.areaRenderer, className: `map-outline${item.isQuiet ? ' is-quiet' : ''}${isChosen ? ' is-chosen' : ''}`, interactive: !item.isQuiet,
    color: item.colour, weight: item.isQuiet ? 1.5 : 2.5, fillColor: item.colour, fillOpacity: item.fill,
  };
  const layer = item.centre ? L.circle([item.centre.latitude, item.centre.longitude], { ...style, radius: item.radiusMetres }) : L.polygon(item.ring.map(point => [point.latitude, point.longitude]), style);
  return Object.assign(layer, { code: item.code, item });
}

// On phones the details cover the lower part: move what was tapped out from under them.
export function showChosen(view) {
  const { selected } = view.scene;
  const layer = view.byCode.get(selected);
  layer?.bringToFront();
  if (view.chosen === selected) return;
  // Closing the details by keyboard leaves the focus nowhere: give it back to the area.
  if (!selected && document.activeElement === document.body) view.byCode.get(view.chosen)?.getElement()?.focus({ preventScroll: true });
  view.chosen = selected;
  const isNarrow = matchMedia('(max-width: 959.98px)').matches;
  if (layer) view.keepOurs(() => view.map.panInside(centre(layer), { animate: !view.isStill, paddingTopLeft: [40, 120], paddingBottomRight: isNarrow ? [40, view.element.clientHeight * 0.64] : [400, 40] }));
}

function shapesOf(view, data, wanted) {
  const layers = [];
  for (const feature of data?.features ?? []) {
    const code = feature.properties.code;
    if (!wanted.has(code)) continue;
    L.geoJSON(feature, { pane: 'areas', renderer: view.areaRenderer, smoothFactor: 0.6, style: { className: 'map-area', weight: 1 } })
      .eachLayer(layer => { view.byCode.set(code, Object.assign(layer, { code, feature })); layers.push(layer); });
  }
  return layers;
}

// Drawn in one picture, not as elements.
function quietOf(view, areas) {
  const quiet = areas.items.filter(item => item.isQuiet);
  if (!quiet.length) return [];
  view.quietRenderer ??= L.canvas({ pane: 'quiet', padding: 0.3 });
  return quiet.map(item => L.circleMarker([item.point.latitude, item.point.longitude], {
    pane: 'quiet', renderer: view.quietRenderer, interactive: false, stroke: false, radius: item.radius, fillColor: areas.styles[item.style].fill, fillOpacity: 0.9,
  }));
}

function pointsOf(view, items) {
  return items.filter(item => item.point && !item.isQuiet).map(item => {
    const layer = L.circleMarker([item.point.latitude, item.point.longitude], { pane: 'areas', renderer: view.areaRenderer, className: 'map-area map-point', weight: 1.5, radius: item.radius });
    view.byCode.set(item.code, Object.assign(layer, { code: item.code }));
    return layer;
  });
}

function prepare(view, layer) {
  layer.on('click', event => { L.DomEvent.stopPropagation(event); view.tell('AreaTappedAsync', layer.code); });
  if (matchMedia('(hover: hover)').matches) layer.bindTooltip(() => tip(layer.item), { sticky: true, direction: 'top', opacity: 1, className: 'map-tip', offset: [0, -6] });
  const path = layer.getElement();
  if (!path) return;
  path.setAttribute('role', 'button');
  path.setAttribute('tabindex', '-1');
  path.addEventListener('keydown', event => onKey(view, layer, event));
}

// Text only: names come from data.
function tip(item) {
  const box = document.createElement('div');
  box.append(Object.assign(document.createElement('b'), { textContent: item.name }), Object.assign(document.createElement('span'), { textContent: item.text }));
  return box;
}

function paint(view, layer, item) {
  const { styles } = view.scene.areas;
  const style = styles[item.style];
  const path = layer.getElement();
  const isChosen = item.code === view.scene.selected;
  layer.item = item;
  if (item.radius && layer.getRadius() !== item.radius) layer.setRadius(item.radius);
  layer.setStyle({ fillColor: style.isHatched ? `url(#${view.hatch})` : style.fill, fillOpacity: view.scene.base ? 0.78 : 1 });
  path?.classList.toggle('is-chosen', isChosen);
  path?.setAttribute('aria-label', `${item.name}: ${item.text}`);
  path?.setAttribute('aria-pressed', isChosen ? 'true' : 'false');
  if (isChosen) setStop(view, item.code);
}

function addHatch(view) {
  const svg = view.map.getPane('areas').querySelector('svg');
  if (!svg || svg.querySelector('defs')) return;
  svg.insertAdjacentHTML('afterbegin', `<defs><pattern id="${view.hatch}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="map-hatch-ground" width="6" height="6"/><rect class="map-hatch-line" width="2" height="6"/></pattern></defs>`);
}

// One area at a time takes part in the tab order; arrow keys move between neighbours.
function setStop(view, code) {
  const layer = view.byCode.get(code) ?? view.byCode.values().next().value;
  for (const other of view.byCode.values()) other.getElement()?.setAttribute('tabindex', other === layer ? '0' : '-1');
}

function onKey(view, layer, event) {
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    event.stopPropagation();
    view.tell('AreaTappedAsync', layer.code);
    return;
  }
  const direction = directions[event.key];
  if (!direction) return;
  event.preventDefault();
  event.stopPropagation();
  const next = neighbour(view, layer, direction);
  if (!next) return;
  setStop(view, next.code);
  next.getElement().focus();
}

function neighbour(view, layer, [dx, dy]) {
  const from = view.map.latLngToLayerPoint(centre(layer));
  let best = null;
  let least = Infinity;
  for (const other of view.byCode.values()) {
    if (other === layer) continue;
    const step = view.map.latLngToLayerPoint(centre(other)).subtract(from);
    const ahead = step.x * dx + step.y * dy;
    const aside = Math.abs(step.x * dy) + Math.abs(step.y * dx);
    const cost = ahead + 2.5 * aside;
    if (ahead > 0 && aside <= 2 * ahead && cost < least) [best, least] = [other, cost];
  }
  return best;
}

// Middle of the largest polygon: islands do not pull the name into the sea.
function centre(layer) {
  if (layer.middle) return layer.middle;
  if (!layer.getLatLngs) return layer.getLatLng();
  let [x, y, most, ring] = [0, 0, 0, null];
  for (const polygon of layer.getLatLngs().map(part => (part[0].lat === undefined ? part[0] : part))) {
    let [sum, sumX, sumY] = [0, 0, 0];
    polygon.forEach((to, i) => {
      const from = polygon.at(i - 1);
      const cross = from.lng * to.lat - to.lng * from.lat;
      [sum, sumX, sumY] = [sum + cross, sumX + (from.lng + to.lng) * cross, sumY + (from.lat + to.lat) * cross];
    });
    if (Math.abs(sum) > most) [most, ring, x, y] = [Math.abs(sum), polygon, sumX / (3 * sum), sumY / (3 * sum)];
  }
  layer.extent = ring ? L.latLngBounds(ring) : layer.getBounds();
  return (layer.middle = ring ? L.latLng(y, x) : layer.extent.getCenter());
}

// Relative luminance below which light text reads better.
function isDark(colour) {
  const [red, green, blue] = (/^#(..)(..)(..)$/.exec(colour) ?? []).slice(1).map(part => (parseInt(part, 16) / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.22;
}

// Names where there is room for them, larger areas first, none over another.
export function drawNames(view) {
  view.names.clearLayers();
  const taken = [];
  const rooms = [...view.byCode.values()].filter(layer => layer.feature && layer.item).map(layer => {
    const middle = view.map.latLngToContainerPoint(centre(layer));
    const width = view.map.latLngToContainerPoint(layer.extent.getNorthEast()).x - view.map.latLngToContainerPoint(layer.extent.getSouthWest()).x;
    return { layer, middle, width };
  });
  for (const { layer, middle, width } of rooms.sort((one, other) => other.width - one.width)) {
    const half = layer.item.name.length * 3.4;
    const box = L.bounds(middle.subtract([half, 8]), middle.add([half, 8]));
    if (2 * half > width * 0.92 || taken.some(other => other.intersects(box))) continue;
    taken.push(box);
    const html = Object.assign(document.createElement('span'), { textContent: layer.item.name });
    view.names.addLayer(L.marker(centre(layer), { icon: L.divIcon({ className: isDark(layer.options.fillColor) ? 'map-name is-on-dark' : 'map-name', html, iconSize: [0, 0] }), pane: 'names', interactive: false, keyboard: false }));
  }
}
