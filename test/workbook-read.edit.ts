/** Edits workbooks as people and other programs do: by changing the XML of their parts. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { addressOf } from "../src/workbook/layout/index.js";
import { areaOf, columnOf, keyOfAddress, rowOf } from "../src/workbook/read/sheet/address.js";

/** What is put into a cell; null empties it. */
export type Put = number | string | boolean | null | { readonly formula: string; readonly value?: number | string };

export type Parts = Record<string, string>;

const escapeXml = (text: string): string =>
  text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;").replace(/"/gu, "&quot;");

/** The parts of a workbook as text; images do not occur in outlines. */
export function unpack(bytes: Uint8Array): Parts {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
  parts["xl/workbook.xml"] = (parts["xl/workbook.xml"] ?? "").replaceAll("&apos;", "'");
  return parts;
}

export function pack(parts: Parts): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])), { level: 1 });
}

export const change = (bytes: Uint8Array, ...edits: readonly ((parts: Parts) => void)[]): Uint8Array => {
  const parts = unpack(bytes);
  for (const edit of edits) edit(parts);
  return pack(parts);
};

/** Name of the part of a sheet. */
export function sheetPart(parts: Parts, sheet: string): string {
  const workbook = parts["xl/workbook.xml"] ?? "";
  const tag = [...workbook.matchAll(/<sheet [^>]*>/gu)].find(([text]) =>
    text.includes(`name="${escapeXml(sheet)}"`),
  )?.[0];
  const id = /r:id="([^"]+)"/u.exec(tag ?? "")?.[1];
  const links = parts["xl/_rels/workbook.xml.rels"] ?? "";
  const link = [...links.matchAll(/<Relationship [^>]*>/gu)].find(([text]) => text.includes(`Id="${id}"`))?.[0];
  const target = /Target="([^"]+)"/u.exec(link ?? "")?.[1];
  if (target === undefined) throw new Error(`no sheet ${sheet}`);
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

const SELF_CLOSED = /<c ([^>]*)\/>/u;

function cellXml(address: string, style: string, put: Put): string {
  const head = `<c r="${address}"${style}`;
  if (put === null) return `${head}/>`;
  if (typeof put === "number") return `${head}><v>${put}</v></c>`;
  if (typeof put === "boolean") return `${head} t="b"><v>${put ? 1 : 0}</v></c>`;
  if (typeof put === "string")
    return `${head} t="inlineStr"><is><t xml:space="preserve">${escapeXml(put)}</t></is></c>`;
  const value = put.value === undefined ? "" : `<v>${escapeXml(String(put.value))}</v>`;
  const type = typeof put.value === "string" ? ' t="str"' : "";
  return `${head}${type}><f>${escapeXml(put.formula)}</f>${value}</c>`;
}

/** Puts values into cells of a sheet. The cells must exist, as all open ones of an outline do, or their row must. */
export const put =
  (sheet: string, cells: Readonly<Record<string, Put>>) =>
  (parts: Parts): void => {
    const part = sheetPart(parts, sheet);
    let xml = parts[part] ?? "";
    for (const [address, value] of Object.entries(cells)) xml = putCell(xml, address, value);
    parts[part] = xml;
  };

function putCell(xml: string, address: string, value: Put): string {
  const at = new RegExp(`<c r="${address}"[^>]*?(?:/>|>.*?</c>)`, "su").exec(xml);
  if (at !== null) {
    const style = / s="\d+"/u.exec(SELF_CLOSED.test(at[0]) ? at[0] : at[0].slice(0, at[0].indexOf(">")))?.[0] ?? "";
    return xml.slice(0, at.index) + cellXml(address, style, value) + xml.slice(at.index + at[0].length);
  }
  const key = keyOfAddress(address) ?? 0;
  const row = new RegExp(`<row r="${rowOf(key)}"[^>]*?(?:/>|>.*?</row>)`, "su").exec(xml);
  if (row === null)
    return xml.replace("</sheetData>", `<row r="${rowOf(key)}">${cellXml(address, "", value)}</row></sheetData>`);
  const open = row[0].endsWith("/>") ? `${row[0].slice(0, -2)}></row>` : row[0];
  const end = open.length - "</row>".length;
  const cells = open.slice(0, end);
  return (
    xml.slice(0, row.index) +
    cells +
    cellXml(address, "", value) +
    open.slice(end) +
    xml.slice(row.index + row[0].length)
  );
}

/** Where each row and column goes. */
interface Move {
  readonly row: (row: number) => number;
  readonly column: (column: number) => number;
}

const moved = (address: string, { row, column }: Move): string => {
  const key = keyOfAddress(address) ?? 0;
  return addressOf(row(rowOf(key)), column(columnOf(key)));
};

function moveSheet(parts: Parts, sheet: string, move: Move): void {
  const part = sheetPart(parts, sheet);
  const rows = (parts[part] ?? "")
    .replace(/<row r="(\d+)"/gu, (_, row) => `<row r="${move.row(Number(row))}"`)
    .replace(/<c r="([A-Z]+\d+)"/gu, (_, address) => `<c r="${moved(address, move)}"`)
    .replace(/<mergeCell ref="([^"]+)"/gu, (_, ref: string) => {
      const area = areaOf(ref);
      if (area === undefined) return `<mergeCell ref="${ref}"`;
      const from = addressOf(move.row(area.top), move.column(area.left));
      return `<mergeCell ref="${from}:${addressOf(move.row(area.bottom), move.column(area.right))}"`;
    });
  parts[part] = rows;
  const start = `'${escapeXml(sheet.replaceAll("'", "''"))}'!`;
  parts["xl/workbook.xml"] = (parts["xl/workbook.xml"] ?? "").replace(
    /(<definedName [^>]*>)([^<]*)(<\/definedName>)/gu,
    (whole, open: string, text: string, close: string) => {
      if (!text.startsWith(start)) return whole;
      const reference = text.slice(start.length).replace(/\$([A-Z]+)\$(\d+)/gu, (_, letters, row) => {
        const to = moved(`${letters}${row}`, move);
        return `$${to.replace(/\d+/u, "")}$${to.replace(/[A-Z]+/u, "")}`;
      });
      return open + start + reference + close;
    },
  );
}

/** Inserts rows before a row: names and merged cells move along, as in Excel. */
export const insertRows =
  (sheet: string, before: number, count: number) =>
  (parts: Parts): void =>
    moveSheet(parts, sheet, { row: (row) => (row >= before ? row + count : row), column: (column) => column });

export const insertColumns =
  (sheet: string, before: number, count: number) =>
  (parts: Parts): void =>
    moveSheet(parts, sheet, { row: (row) => row, column: (column) => (column >= before ? column + count : column) });

/** Deletes a column: what stood right of it moves, names of its cells lead nowhere, as in Excel. */
export const deleteColumn =
  (sheet: string, letter: string) =>
  (parts: Parts): void => {
    const gone = columnOf(keyOfAddress(`${letter}1`) ?? 0);
    const part = sheetPart(parts, sheet);
    parts[part] = (parts[part] ?? "").replace(new RegExp(`<c r="${letter}\\d+"[^>]*?(?:/>|>.*?</c>)`, "gsu"), "");
    const cell = new RegExp(`(<definedName [^>]*>)'${escapeXml(sheet)}'!\\$${letter}\\$\\d+(</definedName>)`, "gu");
    parts["xl/workbook.xml"] = (parts["xl/workbook.xml"] ?? "").replace(cell, "$1#REF!$2");
    moveSheet(parts, sheet, { row: (row) => row, column: (column) => (column > gone ? column - 1 : column) });
  };

/** Swaps two rows' contents, code and all, while the names stay where they are: sorting. */
export const swapRows =
  (sheet: string, a: number, b: number) =>
  (parts: Parts): void => {
    const workbook = parts["xl/workbook.xml"] ?? "";
    moveSheet(parts, sheet, {
      row: (row) => (row === a ? b : row === b ? a : row),
      column: (column) => column,
    });
    parts["xl/workbook.xml"] = workbook;
    const part = sheetPart(parts, sheet);
    parts[part] = (parts[part] ?? "").replace(/(<sheetData>)(.*)(<\/sheetData>)/su, (_, open, rows: string, close) => {
      const sorted = [...rows.matchAll(/<row r="(\d+)"[^>]*?(?:\/>|>.*?<\/row>)/gsu)].sort(
        (left, right) => Number(left[1]) - Number(right[1]),
      );
      return open + sorted.map(([text]) => text).join("") + close;
    });
  };

export const deleteRow =
  (sheet: string, row: number) =>
  (parts: Parts): void => {
    const part = sheetPart(parts, sheet);
    parts[part] = (parts[part] ?? "").replace(new RegExp(`<row r="${row}"[^>]*?(?:/>|>.*?</row>)`, "su"), "");
    const lost = new RegExp(`('${escapeXml(sheet)}'!)\\$[A-Z]+\\$${row}(?=<)`, "gu");
    parts["xl/workbook.xml"] = (parts["xl/workbook.xml"] ?? "").replace(lost, "#REF!");
  };

export const renameSheet =
  (from: string, to: string) =>
  (parts: Parts): void => {
    parts["xl/workbook.xml"] = (parts["xl/workbook.xml"] ?? "")
      .replace(`name="${escapeXml(from)}"`, `name="${escapeXml(to)}"`)
      .replaceAll(`'${escapeXml(from)}'!`, `'${escapeXml(to)}'!`);
  };

/** Copies a sheet as Excel does, under a name of its own; its defined names stay with the original. */
export const copySheet =
  (sheet: string, to: string) =>
  (parts: Parts): void => {
    parts["xl/worksheets/sheet90.xml"] = parts[sheetPart(parts, sheet)] ?? "";
    const links = "xl/_rels/workbook.xml.rels";
    const link =
      '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet90.xml"/>';
    parts[links] = (parts[links] ?? "").replace("</Relationships>", `${link}</Relationships>`);
    const entry = `<sheet name="${escapeXml(to)}" sheetId="90" r:id="rId90"/></sheets>`;
    parts["xl/workbook.xml"] = (parts["xl/workbook.xml"] ?? "").replace("</sheets>", entry);
  };

export const deleteSheet =
  (sheet: string) =>
  (parts: Parts): void => {
    const part = sheetPart(parts, sheet);
    delete parts[part];
    parts["xl/workbook.xml"] = (parts["xl/workbook.xml"] ?? "")
      .replace(new RegExp(`<sheet [^>]*name="${escapeXml(sheet)}"[^>]*/>`, "u"), "")
      .replace(new RegExp(`'${escapeXml(sheet)}'![^<]*`, "gu"), "#REF!");
  };

/** Drops what stands between two tags of every sheet. */
const dropElement =
  (element: string) =>
  (parts: Parts): void => {
    for (const name of Object.keys(parts)) {
      if (!/worksheets\/sheet/u.test(name)) continue;
      parts[name] = (parts[name] ?? "").replace(
        new RegExp(`<${element}[ >].*?</${element}>|<${element}[^>]*/>`, "gsu"),
        "",
      );
    }
  };

const everySheet = (parts: Parts, edit: (xml: string) => string): void => {
  for (const name of Object.keys(parts)) if (/worksheets\/sheet/u.test(name)) parts[name] = edit(parts[name] ?? "");
};

function sharedStrings(parts: Parts): readonly string[] {
  return [...(parts["xl/sharedStrings.xml"] ?? "").matchAll(/<si>(.*?)<\/si>|<si\/>/gsu)].map(
    ([, inner]) => inner ?? "",
  );
}

/** Traits of other programs. What they emulate is named, not claimed to be the program's output. */
export const TRAITS = {
  /** Google Sheets and many libraries: texts in the cells. */
  inlineStrings: (parts: Parts): void => {
    const strings = sharedStrings(parts);
    everySheet(parts, (xml) =>
      xml.replace(
        /<c ([^>]*?)t="s"([^>]*)><v>(\d+)<\/v><\/c>/gu,
        (_, before, after, index) => `<c ${before}t="inlineStr"${after}><is>${strings[Number(index)]}</is></c>`,
      ),
    );
    delete parts["xl/sharedStrings.xml"];
    const links = "xl/_rels/workbook.xml.rels";
    parts[links] = (parts[links] ?? "").replace(/<Relationship [^>]*sharedStrings[^>]*\/>/u, "");
  },
  /** Libraries that do not calculate. */
  noResults: (parts: Parts): void =>
    everySheet(parts, (xml) => xml.replace(/(<\/f>|<f>[^<]*<\/f>|<f [^>]*\/>)<v>[^<]*<\/v>/gu, "$1")),
  /** Results left from another time. */
  staleResults: (parts: Parts): void =>
    everySheet(parts, (xml) =>
      xml.replace(
        /<c r="([A-Z]+\d+)"((?: s="\d+")?)[^>]*><f>([^<]*)<\/f>(?:<v>[^<]*<\/v>|<v\/>)?<\/c>/gu,
        '<c r="$1"$2><f>$3</f><v>987654</v></c>',
      ),
    ),
  /** WPS, Google Sheets: validation gone or pasted over. */
  noValidation: dropElement("dataValidations"),
  noConditionalFormats: dropElement("conditionalFormatting"),
  noProtection: dropElement("sheetProtection"),
  /** Converters that lose defined names. */
  noNames: (parts: Parts): void => {
    parts["xl/workbook.xml"] = (parts["xl/workbook.xml"] ?? "").replace(/<definedNames>.*<\/definedNames>/su, "");
  },
  /** Old Mac editions. */
  date1904: (parts: Parts): void => {
    parts["xl/workbook.xml"] = (parts["xl/workbook.xml"] ?? "").replace(
      /<workbookPr[^>]*\/>/u,
      '<workbookPr date1904="1"/>',
    );
  },
  /** Libraries that put a prefix before every element. */
  prefixed: (parts: Parts): void => {
    for (const name of Object.keys(parts)) {
      if (!/^xl\/(?:workbook|styles|sharedStrings|worksheets\/sheet\d+)\.xml$/u.test(name)) continue;
      parts[name] = (parts[name] ?? "")
        .replace(/<(\/?)([A-Za-z])/gu, "<$1x:$2")
        .replace('xmlns="http', 'xmlns:x="http');
    }
  },
  /** Excel's own way of writing alike formulas: the text once, the others by index. */
  sharedFormulas: (parts: Parts): void => {
    let index = 0;
    everySheet(parts, (xml) => {
      const first = new Map<string, number>();
      return xml.replace(
        /<c r="([A-Z]+)(\d+)"([^>]*)><f>([^<]*)<\/f>/gu,
        (whole, letters, row, rest, formula: string) => {
          if (!/^[A-Z]{1,2}\d+$|IFERROR\([A-Z]+\d+\*100/u.test(formula)) return whole;
          const shape = formula.replace(
            /(?<![\w.])([A-Z]{1,2})(\d+)\b/gu,
            (_, column, at) => `${column}[${Number(at) - Number(row)}]`,
          );
          const known = first.get(shape);
          const start = `<c r="${letters}${row}"${rest}>`;
          if (known !== undefined) return `${start}<f t="shared" si="${known}"/>`;
          first.set(shape, index);
          return `${start}<f t="shared" ref="${letters}${row}:${letters}${Number(row) + 20}" si="${index++}">${formula}</f>`;
        },
      );
    });
    if (index === 0) throw new Error("no formula to share");
  },
  /** Strict Open XML, as Excel saves it on demand. */
  strict: (parts: Parts): void => {
    for (const name of Object.keys(parts)) {
      parts[name] = (parts[name] ?? "")
        .replaceAll(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        .replaceAll(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "http://purl.oclc.org/ooxml/spreadsheetml/main",
        );
    }
    const links = "xl/_rels/workbook.xml.rels";
    parts[links] = (parts[links] ?? "").replaceAll('Target="', 'Target="/xl/').replaceAll("/xl//xl/", "/xl/");
  },
} as const;
