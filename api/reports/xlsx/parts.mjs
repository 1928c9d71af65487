/* The parts of a workbook that stand beside its sheets, in Office Open XML. */

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The styles of cells by their place in `styles`. */
export const STYLE = { plain: 0, heading: 1, instant: 2, text: 3 };

/** @param {number} sheets */
export function contentTypes(sheets) {
  const of = (part, type) => `<Override PartName="${part}" ContentType="${TYPE}.${type}+xml"/>`;
  const each = numbers(sheets).map((n) => of(`/xl/worksheets/sheet${n}.xml`, 'worksheet')).join('');
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>';
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types">${defaults}${of('/xl/workbook.xml', 'sheet.main')}${of('/xl/styles.xml', 'styles')}${each}</Types>`;
}

export function rootRelations() {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
}

/** @param {number} sheets */
export function workbookRelations(sheets) {
  const each = numbers(sheets).map((n) => `<Relationship Id="rId${n}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('');
  const styles = `<Relationship Id="rId${sheets + 1}" Type="${DOCUMENT}/styles" Target="styles.xml"/>`;
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each}${styles}</Relationships>`;
}

/** @param {{ name: string, filter: string | null }[]} sheets `filter`: the cells that can be filtered, such as `$A$1:$C$9` */
export function workbook(sheets) {
  const each = sheets.map(({ name }, index) => `<sheet name="${attribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('');
  const filters = sheets
    .map(({ name, filter }, index) => filter && `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${attribute(name.replaceAll("'", "''"))}'!${filter}</definedName>`)
    .filter(Boolean)
    .join('');
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${each}</sheets>${filters && `<definedNames>${filters}</definedNames>`}</workbook>`;
}

/**
 * The formats that cells refer to by `STYLE`. Text is said to be text, so that what is edited in Excel stays so.
 * @param {string} dateFormat
 */
export function styles(dateFormat) {
  const formats = `<numFmts count="1"><numFmt numFmtId="164" formatCode="${attribute(dateFormat)}"/></numFmts>`;
  const font = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
  const fonts = `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>`;
  const fills = '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>';
  const borders = '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>';
  const xf = (format, fontId) =>
    `<xf numFmtId="${format}" fontId="${fontId}" fillId="0" borderId="0" xfId="0"${format ? ' applyNumberFormat="1"' : ''}${fontId ? ' applyFont="1"' : ''}/>`;
  const cells = `<cellXfs count="4">${xf(0, 0)}${xf(0, 1)}${xf(164, 0)}${xf(49, 0)}</cellXfs>`;
  return `${HEAD}<styleSheet xmlns="${MAIN}">${formats}${fonts}${fills}${borders}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>${cells}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

/**
 * A sheet up to its rows.
 * @param {readonly { width: number, type: string }[]} columns
 */
export function sheetHead(columns) {
  const cols = columns.map(({ width, type }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${styleOf(type)}" customWidth="1"/>`).join('');
  const view = '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>';
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews>${view}</sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${cols}</cols><sheetData>`;
}

/** @param {string | null} filter the cells that can be filtered, such as `A1:C9` */
export function sheetFoot(filter) {
  return `</sheetData>${filter ? `<autoFilter ref="${filter}"/>` : ''}</worksheet>`;
}

/** @param {string} type of a column */
export function styleOf(type) {
  return type === 'instant' ? STYLE.instant : type === 'text' ? STYLE.text : STYLE.plain;
}

/**
 * The letters of a column.
 * @param {number} index from 0
 * @returns {string}
 */
export function letters(index) {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** @param {string} text */
function attribute(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** @param {number} count */
function numbers(count) {
  return Array.from({ length: count }, (_, index) => index + 1);
}
