import { parentPort, workerData } from 'node:worker_threads';
import { rowWriter } from './xlsx/cells.mjs';
import * as parts from './xlsx/parts.mjs';
import { Zip } from './xlsx/zip.mjs';

/*
 * Turns pages of cells into the bytes of a workbook, off the main thread. It is asked page by page (see workbook.ts) and holds
 * no more than the page in hand: memory stays flat however long the list is.
 */

/** A sheet of more XML goes on in another one, as after too many rows: neither ZIP nor Excel takes much more. */
const MOST_SHEET_BYTES = 2 ** 31;
const CONDITION_COLUMNS = [{ width: 26, type: 'text' }, { width: 80, type: 'text' }];

/** @type {import('./workbook.ts').WorkbookSpec} */
const { sheetName, columns, dateFormat, rowsPerSheet } = workerData;

const zip = new Zip((bytes) => parentPort.postMessage({ chunk: bytes }, isWhole(bytes) ? [bytes.buffer] : []));
const writeRow = rowWriter(columns);
/** @type {{ name: string, filter: string | null }[]} */
const sheets = [];
let sheet = null;
let rowsInSheet = 0;
let dataSheets = 0;

/** Bytes that own their memory are handed over rather than copied. */
function isWhole(bytes) {
  return bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength;
}

async function beginSheet() {
  dataSheets += 1;
  rowsInSheet = 0;
  sheets.push({ name: dataSheets === 1 ? sheetName : `${sheetName} ${dataSheets}`, filter: null });
  sheet = zip.entry(`xl/worksheets/sheet${sheets.length}.xml`);
  await sheet.write(parts.sheetHead(columns) + writeRow(columns.map(({ heading }) => heading), 1, true));
}

async function endSheet() {
  const [last, row] = [parts.letters(columns.length - 1), rowsInSheet + 1];
  sheets.at(-1).filter = `$A$1:$${last}$${row}`;
  await sheet.write(parts.sheetFoot(`A1:${last}${row}`));
  await sheet.end();
}

async function write(rows) {
  let xml = '';
  for (const cells of rows) {
    if (rowsInSheet === rowsPerSheet || sheet.size > MOST_SHEET_BYTES) {
      await sheet.write(xml);
      xml = '';
      await endSheet();
      await beginSheet();
    }
    rowsInSheet += 1;
    xml += writeRow(cells, rowsInSheet + 1);
  }
  await sheet.write(xml);
}

/** @param {import('./workbook.ts').Conditions} conditions */
async function writeConditions({ sheetName, headings, rows }) {
  sheets.push({ name: sheetName, filter: null });
  const writeRow = rowWriter(CONDITION_COLUMNS);
  const lines = rows.map((cells, index) => writeRow(cells, index + 2));
  const xml = parts.sheetHead(CONDITION_COLUMNS) + writeRow(headings, 1, true) + lines.join('') + parts.sheetFoot(null);
  await zip.add(`xl/worksheets/sheet${sheets.length}.xml`, xml);
}

async function finish(conditions) {
  await endSheet();
  if (conditions) await writeConditions(conditions);
  await zip.add('xl/styles.xml', parts.styles(dateFormat));
  await zip.add('xl/workbook.xml', parts.workbook(sheets));
  await zip.add('xl/_rels/workbook.xml.rels', parts.workbookRelations(sheets.length));
  await zip.add('_rels/.rels', parts.rootRelations());
  await zip.add('[Content_Types].xml', parts.contentTypes(sheets.length));
  zip.end();
}

/** Takes a page of rows, or without any ends the workbook. */
async function take({ rows, conditions }) {
  if (rows) {
    if (sheet === null) await beginSheet();
    await write(rows);
    parentPort.postMessage({ ready: true });
  } else {
    if (sheet === null) await beginSheet();
    await finish(conditions);
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
