import type { BarSeriesOption, CustomSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption, MarkLineComponentOption } from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
// All of it as one file: loading the many that it is made of takes two seconds.
import { init } from 'echarts/dist/echarts.esm.min.mjs';
import { escapeHtml } from './html.ts';

export type Option = ComposeOption<
  BarSeriesOption | CustomSeriesOption | LineSeriesOption | GridComponentOption | MarkLineComponentOption
>;

/** Width and height in CSS pixels, at which text has its natural size. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Colours are variables of the page, so that one drawing serves the light and the dark page. */
export const ink = 'var(--ink)';
export const muted = 'var(--muted)';
export const rule = 'var(--rule)';
export const paper = 'var(--paper)';

export const grid: GridComponentOption = { left: 4, right: 34, top: 22, bottom: 4, outerBoundsMode: 'same' };

/** What is the same in every text is said once; what the eye does not see is left out. */
const fontSize = 12;

/** A shape that was drawn for a value, by the places of its series and of the value in it. */
const drawnValue =
  /(<path [^>]*ecmeta_series_index="(\d+)" ecmeta_data_index="(\d+)" ecmeta_ssr_type="chart"(?! ecmeta_silent)[^>]*>)<\/path>/g;

/** What a browser shows beside the pointer, without a script: the `name` of the value. */
function withTips(svg: string, { series }: Option): string {
  const all = Array.isArray(series) ? series : [series];
  return svg.replace(drawnValue, (shape: string, start: string, place: string, index: string) => {
    const values = all[Number(place)]?.data;
    const value: unknown = Array.isArray(values) ? values[Number(index)] : undefined;
    const tip = typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;
    return typeof tip === 'string' ? `${start}<title>${escapeHtml(tip)}</title></path>` : shape;
  });
}

/**
 * What the renderer writes, as a still page needs it: no ids (they would have to be unique in a page of many drawings,
 * twice for two languages), no hover rules, nothing invisible. Nothing is clipped: axes hold their data.
 */
function still(svg: string): string {
  return svg
    .replace(/<(style|defs)[^>]*>[\s\S]*?<\/\1>\s*/g, '')
    .replace(/ clip-path="[^"]*"| class="zr[^"]*"| ecmeta_\w+="[^"]*"| pointer-events="visible"/g, '')
    .replace(/ xmlns:xlink="[^"]*"| version="1.1"| baseProfile="full"| xml:space="preserve"/g, '')
    .replace(/<rect [^>]*fill="none"><\/rect>\s*|<path [^>]*fill="none"><\/path>\s*/g, (shape) =>
      shape.includes('stroke=') ? shape : '',
    )
    .replaceAll(`style="font-size:${fontSize}px;font-family:inherit;" `, '')
    .replace('<svg ', `<svg font-size="${fontSize}" `)
    .replace(/<\/?g>\s*/g, '')
    .replaceAll('"></path>', '"/>')
    .replace(/\n/g, '');
}

/** A drawing as SVG that depends on its numbers alone; what a value of a series is named stands beside the pointer. */
export function draw(option: Option, { width, height }: Size): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ animation: false, textStyle: { fontFamily: 'inherit', fontSize }, ...option });
  const svg = chart.renderToSVGString({ useViewBox: true });
  chart.dispose();
  return still(withTips(svg, option));
}
