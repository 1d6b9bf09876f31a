/** Charts are stored and given back; nothing here draws them. */
import { maskWithColours, withColours } from '../colours.ts';
import { writeMasked } from '../field-mask.ts';
import { invalidArgument } from '../google-error.ts';
import { sheetById } from '../grid-range.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { Sheet, Spreadsheet } from '../model.ts';
import { freshId } from '../new-spreadsheet.ts';
import { assertTabEditable } from '../protection.ts';
import { handler } from './handler.ts';
import { requiredMask } from './mask.ts';
import { addTab } from './tabs.ts';

const DEFAULT_WIDTH = 600;
const DEFAULT_HEIGHT = 371;

function findChart({ sheets }: Spreadsheet, id: unknown) {
  for (const sheet of sheets) {
    const charts = sheet.charts ?? [];
    const index = charts.findIndex(({ chartId }) => chartId === id);
    if (index >= 0) return { sheet, charts, index, chart: charts[index] ?? {} };
  }
  throw invalidArgument(`No embedded object with id: ${id}`);
}

interface Position extends JsonObject {
  overlayPosition?: JsonObject;
}

/** The tab of a position; a chart on a sheet of its own gets a new tab. */
function sheetAt(spreadsheet: Spreadsheet, position: Position): { sheet: Sheet; position: JsonObject } {
  if (position.newSheet === true) {
    const sheet = addTab(spreadsheet, { sheetType: 'OBJECT' });
    return { sheet, position: { sheetId: sheet.properties.sheetId } };
  }
  const overlay = position.overlayPosition ?? {};
  const anchor = isObject(overlay.anchorCell) ? overlay.anchorCell : {};
  const sheet = sheetById(spreadsheet, anchor.sheetId as number | undefined);
  const { rowCount, columnCount } = sheet.properties.gridProperties;
  const { rowIndex = 0, columnIndex = 0 } = anchor as { rowIndex?: number; columnIndex?: number };
  if (rowIndex >= rowCount) throw invalidArgument(`rowIndex[${rowIndex}] is after last row in grid[${rowCount}]`);
  if (columnIndex >= columnCount) {
    throw invalidArgument(`columnIndex[${columnIndex}] is after last column in grid[${columnCount}]`);
  }
  const sized = { widthPixels: DEFAULT_WIDTH, heightPixels: DEFAULT_HEIGHT, ...overlay };
  return { sheet, position: { overlayPosition: sized } };
}

interface AddChart {
  chart?: JsonObject;
}

export const addChart = handler<AddChart>(({ spreadsheet, caller }, { chart = {} }) => {
  const { sheet, position } = sheetAt(spreadsheet, (chart.position ?? {}) as Position);
  assertTabEditable(spreadsheet, caller, sheet);
  const added: JsonObject = {
    chartId: (chart.chartId as number | undefined) ?? freshId(new Set()),
    ...(chart.spec === undefined ? {} : { spec: chart.spec }),
    position,
    ...(chart.border === undefined ? {} : { border: chart.border }),
  };
  sheet.charts = [...(sheet.charts ?? []), added];
  return { chart: structuredClone(added) };
});

interface UpdateChartSpec {
  chartId?: number;
  spec?: JsonObject;
}

export const updateChartSpec = handler<UpdateChartSpec>(({ spreadsheet, caller }, { chartId, spec = {} }) => {
  const { sheet, charts, index, chart } = findChart(spreadsheet, chartId);
  assertTabEditable(spreadsheet, caller, sheet);
  sheet.charts = charts.with(index, { ...chart, spec });
});

function drop(sheet: Sheet, charts: JsonObject[], index: number): void {
  const left = charts.toSpliced(index, 1);
  if (left.length > 0) sheet.charts = left;
  else delete sheet.charts;
}

export const deleteEmbeddedObject = handler<{ objectId?: number }>(({ spreadsheet, caller }, { objectId }) => {
  const { sheet, charts, index } = findChart(spreadsheet, objectId);
  assertTabEditable(spreadsheet, caller, sheet);
  drop(sheet, charts, index);
});

interface UpdateBorder {
  objectId?: number;
  border?: JsonObject;
  fields?: string;
}

export const updateEmbeddedObjectBorder = handler<UpdateBorder>(
  ({ spreadsheet, caller }, { objectId, border = {}, fields }) => {
    const { sheet, charts, index, chart } = findChart(spreadsheet, objectId);
    assertTabEditable(spreadsheet, caller, sheet);
    const mask = maskWithColours(requiredMask(fields, 'EmbeddedObjectBorder'));
    const { border: old, ...rest } = chart;
    const written = writeMasked((old ?? {}) as JsonObject, withColours(border), mask);
    sheet.charts = charts.with(index, Object.keys(written).length > 0 ? { ...rest, border: written } : rest);
  },
);

interface UpdatePosition {
  objectId?: number;
  newPosition?: Position;
  fields?: string;
}

export const updateEmbeddedObjectPosition = handler<UpdatePosition>(
  ({ spreadsheet, caller }, { objectId, newPosition = {}, fields }) => {
    const { sheet, charts, index, chart } = findChart(spreadsheet, objectId);
    assertTabEditable(spreadsheet, caller, sheet);
    const old = (chart.position ?? {}) as Position;
    const isNewTab = newPosition.newSheet === true;
    const overlayPosition = isNewTab
      ? {}
      : writeMasked(
          old.overlayPosition ?? {},
          newPosition.overlayPosition ?? {},
          requiredMask(fields, 'OverlayPosition'),
        );
    const target = sheetAt(spreadsheet, isNewTab ? newPosition : { overlayPosition });
    drop(sheet, charts, index);
    target.sheet.charts = [...(target.sheet.charts ?? []), { ...chart, position: target.position }];
    return { position: structuredClone(target.position) };
  },
);
