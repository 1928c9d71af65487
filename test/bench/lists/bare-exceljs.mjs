import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import Excel from 'exceljs';

/*
 * The floor of an export: exceljs's streaming writer in a thread of its own, given the cells, its bytes thrown away. Without a turn
 * for the compressor now and then, its memory would grow with the rows.
 */

const ROWS_PER_TURN = 100;

const { spec, pages, rows } = workerData;
const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
const book = new Excel.stream.xlsx.WorkbookWriter({ stream: nowhere, useStyles: true, useSharedStrings: false });
const sheet = book.addWorksheet(spec.sheetName);
sheet.columns = spec.columns.map(({ heading, width, type }) => ({ header: heading, width, style: type === 'instant' ? { numFmt: spec.dateFormat } : {} }));

const all = pages.flat();
for (let row = 0; row < rows; row += 1) {
  sheet.addRow(all[row % all.length]).commit();
  if (row % ROWS_PER_TURN === 0) await setImmediate();
}
sheet.commit();
await book.commit();
parentPort.postMessage(rows);
