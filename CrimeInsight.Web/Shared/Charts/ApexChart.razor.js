// Draws what it is given. The only thing decided here is how a number is written, by the patterns it is given.
const charts = new WeakMap();
// Pixels: the value axis beside the plot, a letter of a label in any of our scripts, the space between two labels.
const labelMargin = 60, letterWidth = 8, labelGap = 16;

// On paper a chart is as wide as the page, whatever the screen was.
const drawn = new Set();
const forEachPicture = change => drawn.forEach(element => { const picture = element.querySelector('svg'); if (picture) change(picture); });
addEventListener('beforeprint', () => forEachPicture(picture => picture.setAttribute('viewBox', `0 0 ${picture.clientWidth} ${picture.clientHeight}`)));
addEventListener('afterprint', () => forEachPicture(picture => picture.removeAttribute('viewBox')));

const grouped = (value, decimals) => new Intl.NumberFormat('en-IN', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value);
const short = value => new Intl.NumberFormat('en-IN', { maximumFractionDigits: 1 }).format(value);

function exact(numbers) {
  return value => typeof value === 'number' && isFinite(value) ? grouped(value, numbers.decimals) + numbers.suffix : numbers.missing;
}

function onAxis(numbers) {
  return value => {
    if (typeof value !== 'number') return value;
    const size = Math.abs(value);
    if (size >= 1e7) return numbers.crore.replace('{0}', short(value / 1e7));
    if (size >= 1e5) return numbers.lakh.replace('{0}', short(value / 1e5));
    return short(value) + numbers.suffix;
  };
}

// As many labels as find room beside each other: a narrow phone takes fewer than the chart asks for.
function thin(axis, series, element) {
  const longest = Math.max(0, ...(series[0]?.data ?? []).map(point => String(point.x).length));
  const room = Math.floor((element.clientWidth - labelMargin) / (longest * letterWidth + labelGap));
  if (axis.tickAmount && longest) axis.tickAmount = Math.max(1, Math.min(axis.tickAmount, room - 2));
}

function complete(json, patterns, listener, element) {
  const options = JSON.parse(json);
  const numbers = JSON.parse(patterns);
  options.chart.nonce = document.querySelector('script[nonce]')?.nonce;
  options.tooltip.y = { formatter: exact(numbers) };
  // A lying bar has its values on the x axis; a heatmap has none on either.
  const valueAxis = options.plotOptions?.bar?.horizontal ? options.xaxis : options.yaxis;
  if (options.chart.type !== 'heatmap') valueAxis.labels.formatter = onAxis(numbers);
  if (!options.plotOptions?.bar?.horizontal) thin(options.xaxis, options.series, element);
  if (listener) {
    options.chart.events = {
      dataPointSelection: (_event, _chart, at) => listener.invokeMethodAsync('SelectedAsync', at.seriesIndex, at.dataPointIndex),
    };
  }
  return options;
}

export async function mount(element, json, patterns, listener) {
  const { default: ApexCharts } = await import('../../lib/apexcharts/apexcharts.esm.js');
  if (!element?.isConnected) return;
  const chart = new ApexCharts(element, complete(json, patterns, listener, element));
  charts.set(element, { chart, listener });
  drawn.add(element);
  await chart.render();
}

export async function update(element, json, patterns) {
  const entry = charts.get(element);
  await entry?.chart.updateOptions(complete(json, patterns, entry.listener, element), false, false);
}

export function unmount(element) {
  charts.get(element)?.chart.destroy();
  charts.delete(element);
  drawn.delete(element);
}
