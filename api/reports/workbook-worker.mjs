import { setImmediate } from 'node:timers/promises';
import { Writable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import Excel from 'exceljs';

/*
 * Turns pages of cells into the bytes of a workbook, off the main thread. It is asked page by page (see workbook.ts) and holds
 * no more than the page in hand: memory stays flat however long the list is.
 */

/** Rows between two yields to the event loop, without which the compressor never gets a turn. */
const ROWS_PER_TURN = 25;

/** @type {import('./workbook.ts').WorkbookSpec} */
const { sheetName, columns, dateFormat, rowsPerSheet } = workerData;

const out = new Writable({
  write(chunk, _encoding, done) {
    parentPort.postMessage({ chunk });
    done();
  },
});
const book = new Excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });

let sheets = 0;
let rowsInSheet = 0;
let sheet = nextSheet();

function nextSheet() {
  sheets += 1;
  rowsInSheet = 0;
  const made = book.addWorksheet(sheets === 1 ? sheetName : `${sheetName} ${sheets}`, { views: [{ state: 'frozen', ySplit: 1 }] });
  made.columns = columns.map(({ heading, width, type }) => ({ header: heading, width, style: type === 'instant' ? { numFmt: dateFormat } : {} }));
  made.getRow(1).font = { bold: true };
  made.getRow(1).commit();
  made.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  return made;
}

async function write(rows) {
  for (const [index, cells] of rows.entries()) {
    if (rowsInSheet === rowsPerSheet) {
      sheet.commit();
      sheet = nextSheet();
    }
    sheet.addRow(cells).commit();
    rowsInSheet += 1;
    if (index % ROWS_PER_TURN === ROWS_PER_TURN - 1) await setImmediate();
  }
}

/** Takes a page of rows, or without any ends the workbook. */
async function take({ rows }) {
  if (rows) {
    await write(rows);
    parentPort.postMessage({ ready: true });
  } else {
    sheet.commit();
    await book.commit();
    parentPort.postMessage({ done: true });
    parentPort.close();
  }
}

parentPort.on('message', (message) => void take(message));
