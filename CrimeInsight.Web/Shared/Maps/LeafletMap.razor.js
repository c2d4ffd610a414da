import { drawAreas, drawNames, drawOutlines, showChosen } from '../../js/map/areas.js';

const libraryUrl = new URL('../../lib/leaflet/leaflet.js', import.meta.url).href;
const styleUrl = new URL('../../lib/leaflet/leaflet.css', import.meta.url).href;
const shapes = new Map();
const maps = new WeakMap();
let patternCount = 0;

export async function mount(element, listener, scene) {
  await Promise.all([import(libraryUrl), loadStyle()]);
  if (!element.isConnected) return;
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(element, {
    zoomControl: false, zoomSnap: 0.25, minZoom: scene.minZoom, maxZoom: scene.maxZoom,
    maxBounds: bounds(scene.limits), maxBoundsViscosity: 0.9,
    zoomAnimation: !isStill, fadeAnimation: !isStill, markerZoomAnimation: !isStill, inertia: !isStill,
  });
  map.attributionControl.setPrefix(false);
  for (const [name, order] of [['land', 250], ['quiet', 390], ['areas', 400], ['density', 420], ['borders', 450], ['names', 620], ['here', 640]])
    map.createPane(name).style.zIndex = order;
  for (const name of ['land', 'quiet', 'density', 'borders', 'names', 'here']) map.getPane(name).style.pointerEvents = 'none';
  const view = {
    element, listener, map, isStill, scene: null, layers: {}, tiles: {}, byCode: new Map(), names: L.layerGroup().addTo(map),
    areaRenderer: L.svg({ pane: 'areas', padding: 0.5 }), turn: 0, isOurs: false, credits: '', hatch: `map-hatch-${++patternCount}`,
  };
  view.tell = (method, ...values) => listener.invokeMethodAsync(method, ...values).catch(() => { /* the circuit is away; the address has the state */ });
  view.keepOurs = move => keepOurs(view, move);
  maps.set(element, view);
  addControls(view, scene.words);
  const { start } = scene;
  if (start) {
    map.setView([start.latitude, start.longitude], start.zoom, { animate: false });
    view.fitKey = scene.fit.key;
  } else fit(view, bounds(scene.fit.bounds), scene.fit, false);
  map.on('moveend', () => onMoved(view));
  map.on('zoomend', () => drawNames(view));
  map.on('click', tap => (view.scene?.takesPoint ? view.tell('PointTappedAsync', tap.latlng.lat, tap.latlng.lng) : view.tell('AreaTappedAsync', null)));
  map.on('locationfound', found => showHere(view, found));
  map.on('locationerror', () => view.tell('LocateFailedAsync'));
  view.sizes = new ResizeObserver(() => keepOurs(view, () => map.invalidateSize({ animate: false })));
  view.sizes.observe(element);
  await update(element, scene);
}

export async function update(element, scene) {
  const view = maps.get(element);
  if (!view) return;
  const before = view.scene;
  const turn = ++view.turn;
  view.scene = scene;
  element.setAttribute('aria-label', scene.label);
  drawCredits(view, scene.credits);
  element.classList.toggle('has-base', !!scene.base);
  try {
    const [land, areas] = await Promise.all([read(scene.landUrl), read(scene.areas?.url)]);
    if (view.turn !== turn) return;
    if (before?.landUrl !== scene.landUrl) drawLand(view, land);
    drawAreas(view, areas, before?.areas);
    drawOutlines(view);
    drawNames(view);
    moveTo(view);
    showChosen(view);
    element.dataset.drawn = scene.areas?.url ?? 'none';
  } catch (problem) {
    if (view.turn !== turn) return;
    console.warn(problem);
    view.scene = { ...scene, landUrl: null, areas: null };
    view.tell('ShapesFailedAsync');
  }
  // Last: the map is where it will stay, so no tile is asked for in vain.
  drawTiles(view, 'base', scene.base, 'tilePane');
  drawTiles(view, 'density', scene.density, 'density');
}

export function unmount(element) {
  const view = maps.get(element);
  if (!view) return;
  view.sizes.disconnect();
  view.map.remove();
  maps.delete(element);
}

function loadStyle() {
  if (document.querySelector(`link[href="${styleUrl}"]`)) return Promise.resolve();
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styleUrl });
  const done = new Promise(resolve => { link.onload = link.onerror = resolve; });
  // Before our own sheets, which refine it.
  document.head.prepend(link);
  return done;
}

// Shapes of a level are the same for every scope: read once a page, and by ETag across pages.
function read(url) {
  if (!url) return null;
  if (!shapes.has(url)) {
    const pending = fetch(url, { credentials: 'same-origin' }).then(answer => {
      if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
      return answer.json();
    });
    pending.catch(() => shapes.delete(url));
    shapes.set(url, pending);
  }
  return shapes.get(url);
}

function bounds(box) {
  return box ? L.latLngBounds([box.south, box.west], [box.north, box.east]) : null;
}

function drawTiles(view, name, now, pane) {
  if (view.tiles[name] === now?.url) return;
  view.tiles[name] = now?.url;
  const old = view.layers[name];
  view.layers[name] = now ? L.tileLayer(now.url + (L.Browser.retina ? now.sharpQuery ?? '' : ''), {
    pane, maxNativeZoom: now.maxZoom, maxZoom: 22, className: `map-tiles-${name}`, updateWhenZooming: false, keepBuffer: 1,
  }).addTo(view.map) : null;
  if (!old) return;
  // The old picture stays until the new one is there.
  const next = view.layers[name];
  if (next) next.once('load', () => old.remove());
  else old.remove();
}

function drawCredits(view, credits) {
  const html = credits.map(credit => {
    const node = Object.assign(document.createElement(credit.url ? 'a' : 'span'), { textContent: credit.text });
    if (credit.url) Object.assign(node, { href: credit.url, target: '_blank', rel: 'noopener' });
    return node.outerHTML;
  }).join(' · ');
  if (html === view.credits) return;
  view.map.attributionControl.removeAttribution(view.credits).addAttribution(html);
  view.credits = html;
}

function drawLand(view, data) {
  view.layers.land?.remove();
  view.layers.borders?.remove();
  if (!data) return;
  const common = { interactive: false, smoothFactor: 0.8 };
  view.layers.land = L.geoJSON(data, { ...common, pane: 'land', renderer: L.svg({ pane: 'land', padding: 0.5 }), style: { className: 'map-land', weight: 0, fillOpacity: 1 } }).addTo(view.map);
  view.layers.borders = L.geoJSON(data, { ...common, pane: 'borders', renderer: L.svg({ pane: 'borders', padding: 0.5 }), style: { className: 'map-border', fill: false } }).addTo(view.map);
}

function moveTo(view) {
  const target = view.scene.fit;
  if (target.key === view.fitKey) return;
  const isFirst = view.fitKey === undefined;
  view.fitKey = target.key;
  const box = L.latLngBounds([]);
  for (const code of target.codes) {
    const layer = view.byCode.get(code);
    if (layer) box.extend(layer.getBounds?.() ?? layer.getLatLng());
  }
  fit(view, box.isValid() ? box : bounds(target.bounds), target, !isFirst);
}

// Clear of the tools above and the legend below, which only a map that fills the page has on a phone.
function room(view) {
  const isNarrow = matchMedia('(max-width: 959.98px)').matches;
  return isNarrow && view.element.closest('.page-full') ? { paddingTopLeft: [8, 120], paddingBottomRight: [8, 104] } : { paddingTopLeft: [12, 12], paddingBottomRight: [12, 24] };
}

function fit(view, box, target, animate) {
  if (!box) return;
  keepOurs(view, () => view.map.fitBounds(box, { animate: animate && !view.isStill, ...room(view), maxZoom: target.maxZoom }));
}

// Moves of ours are not the reader's: only theirs are remembered.
function keepOurs(view, move) {
  view.isOurs = true;
  move();
  clearTimeout(view.oursTimer);
  view.oursTimer = setTimeout(() => { view.isOurs = false; }, 600);
}

function onMoved(view) {
  if (view.isOurs) return;
  clearTimeout(view.movedTimer);
  view.movedTimer = setTimeout(() => {
    const { lat, lng } = view.map.getCenter();
    view.tell('ViewChangedAsync', { latitude: lat, longitude: lng, zoom: view.map.getZoom() });
  }, 400);
}

function addControls(view, words) {
  L.control.zoom({ position: 'bottomright', zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(view.map);
  const control = L.control({ position: 'bottomright' });
  control.onAdd = () => {
    const bar = L.DomUtil.create('div', 'leaflet-bar map-locate');
    const button = L.DomUtil.create('button', '', bar);
    Object.assign(button, { type: 'button', title: words.locate });
    button.setAttribute('aria-label', words.locate);
    L.DomEvent.disableClickPropagation(bar);
    button.addEventListener('click', () => { bar.classList.add('is-busy'); view.map.locate({ enableHighAccuracy: true, timeout: 15000, maximumAge: 30000 }); });
    view.map.on('locationfound locationerror', () => bar.classList.remove('is-busy'));
    return bar;
  };
  control.addTo(view.map);
}

function showHere(view, { latlng, accuracy }) {
  view.layers.here?.remove();
  const common = { pane: 'here', interactive: false };
  view.layers.here = L.featureGroup([
    L.circle(latlng, { ...common, radius: accuracy, className: 'map-here-range', weight: 1 }),
    L.circleMarker(latlng, { ...common, radius: 7, className: 'map-here', weight: 3, fillOpacity: 1 }),
  ]).addTo(view.map);
  view.map.setView(latlng, Math.max(view.map.getZoom(), 13), { animate: !view.isStill });
}
