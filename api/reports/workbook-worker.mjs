import { once } from 'node:events';
import { Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import Excel from 'exceljs';

/*
 * Turns pages of cells into the bytes of a workbook, off the main thread. It is asked page by page (see workbook.ts) and holds
 * no more than the pages in hand: memory stays flat however long the list is.
 */

/** Rows between two yields to the event loop, without which the compressor never gets a turn. */
const ROWS_PER_TURN = 100;
/** How far rows may be ahead of the compressor. */
const AHEAD_BYTES = 1 << 20;
/** The archive's streams are of a release that has no `writableLength` yet. */
const WRITABLE_STATE = '_writableState';

/** @type {import('./workbook.ts').WorkbookSpec} */
const { sheetName, columns, dateFormat, rowsPerSheet } = workerData;

const out = new Writable({
  write(chunk, _encoding, done) {
    parentPort.postMessage({ chunk });
    done();
  },
});
const book = new Excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });

/** Text is said to be text, so that what is edited in Excel stays so. */
const STYLES = { text: { numFmt: '@' }, number: {}, instant: { numFmt: dateFormat } };
const HEADING = { font: { bold: true } };
/** exceljs looks a style up by its object: one object for every cell of a column, or it works out the same style for each of them. */
const styleOfColumn = columns.map(({ type }) => STYLES[type]);

let sheets = 0;
let rowsInSheet = 0;
let sheet = nextSheet();

function nextSheet() {
  sheets += 1;
  rowsInSheet = 0;
  const made = book.addWorksheet(sheets === 1 ? sheetName : `${sheetName} ${sheets}`, { views: [{ state: 'frozen', ySplit: 1 }] });
  made.columns = columns.map(({ width }, index) => ({ width, style: styleOfColumn[index] }));
  addHeadings(made, columns.map(({ heading }) => heading));
  return made;
}

function endSheet() {
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rowsInSheet + 1, column: columns.length } };
  sheet.commit();
}

function addHeadings(to, headings) {
  const row = to.addRow(headings);
  row.eachCell((cell) => {
    cell.style = HEADING;
  });
  row.commit();
}

async function write(rows) {
  for (const [index, cells] of rows.entries()) {
    if (rowsInSheet === rowsPerSheet) {
      endSheet();
      sheet = nextSheet();
    }
    const row = sheet.addRow(cells.map(speakable));
    row.eachCell((cell, column) => {
      cell.style = styleOfColumn[column - 1];
    });
    row.commit();
    rowsInSheet += 1;
    if (index % ROWS_PER_TURN === ROWS_PER_TURN - 1) await letCompress();
  }
}

/** exceljs waits for nobody: its rows would pile up before the compressor, and memory grow with the list. */
async function letCompress() {
  await nextTurn();
  for (const compressor of sheet.stream.pipes) if (compressor[WRITABLE_STATE].length > AHEAD_BYTES) await once(compressor, 'drain');
}

/** What XML cannot hold goes, and what Excel would take for an escape of its own (`_x0041_`) stays as it was written. */
function speakable(cell) {
  if (typeof cell !== 'string') return cell;
  return cell.replaceAll(/[\uFFFE\uFFFF]|\p{Surrogate}/gu, '').replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** @param {import('./workbook.ts').Conditions} conditions */
function writeConditions({ sheetName: name, headings, rows }) {
  const made = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  made.columns = [{ width: 26 }, { width: 80 }];
  addHeadings(made, headings);
  for (const cells of rows) made.addRow(cells.map(speakable)).commit();
  made.commit();
}

/** Takes a page of rows, or without any ends the workbook. */
async function take({ rows, conditions }) {
  if (rows) {
    await write(rows);
    parentPort.postMessage({ ready: true });
  } else {
    endSheet();
    if (conditions) writeConditions(conditions);
    await book.commit();
    parentPort.postMessage({ done: true });
    parentPort.close();
  }
}

let last = Promise.resolve();

/** One after another, as they come; a failure ends the thread with its error, which whoever waits is told. */
parentPort.on('message', (message) => {
  last = last
    .then(() => take(message))
    .catch((error) => {
      setImmediate(() => {
        throw error;
      });
    });
});
