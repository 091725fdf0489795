/** What a file of an inbox is for, by its name; content decides wherever the name says nothing. */
import { type FileKind, recogniseFile } from "../../archive/file-kind.js";

export type FilePurpose = "workbook" | "report" | "signed" | "zip" | "foreign" | "junk" | "unknown";

const PURPOSES: readonly (readonly [FilePurpose, readonly string[]])[] = [
  ["workbook", ["xlsx", "xlsm", "xltx", "xls", "xlsb", "ods", "et"]],
  ["report", ["docx", "doc", "odt", "rtf", "docm"]],
  ["signed", ["pdf", "jpg", "jpeg", "png", "tif", "tiff", "heic"]],
  ["zip", ["zip"]],
  [
    "foreign",
    ["rar", "7z", "eml", "msg", "mp3", "mp4", "mov", "avi", "exe", "msi", "iso", "pptx", "ppt", "lnk", "ics"],
  ],
];

const BY_SUFFIX: ReadonlyMap<string, FilePurpose> = new Map(
  PURPOSES.flatMap(([purpose, suffixes]) => suffixes.map((suffix) => [suffix, purpose] as const)),
);

/** Left behind by systems and open programs; nobody sent them. */
const JUNK = /^(?:thumbs\.db|desktop\.ini|\.ds_store|~\$.*|\.~lock\..*#|\._.*|.*\.tmp|.*\.part|.*\.crdownload)$/iu;

/** `.xlsx` without its point, lower case. */
export const suffixOf = (name: string): string => /\.([a-z0-9]{1,8})$/iu.exec(name)?.[1]?.toLowerCase() ?? "";

/** What a file is for, by its name. */
export function purposeByName(name: string): FilePurpose {
  if (JUNK.test(name)) return "junk";
  return BY_SUFFIX.get(suffixOf(name)) ?? "unknown";
}

const BY_CONTENT: Readonly<Partial<Record<FileKind, FilePurpose>>> = {
  xls: "workbook",
  encrypted: "workbook",
  word97: "report",
  pdf: "signed",
  image: "signed",
};

const ZIP_PURPOSES: readonly (readonly [RegExp, FilePurpose])[] = [
  [/xl\/workbook\.(?:xml|bin)/u, "workbook"],
  [/word\/document\.xml/u, "report"],
  [/ppt\/presentation\.xml/u, "foreign"],
];

/** What a file without a telling name is for. */
export function purposeByContent(bytes: Uint8Array): FilePurpose {
  const kind = recogniseFile(bytes);
  if (kind !== "zip") return BY_CONTENT[kind] ?? "foreign";
  // names of parts stand in the directory at the end, unpacked
  const directory = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  return ZIP_PURPOSES.find(([parts]) => parts.test(directory))?.[1] ?? "zip";
}

/** Whether a file that should be a signed paper is one. Photographs of one format are recognised by their name only. */
export const isScan = (bytes: Uint8Array, name: string): boolean =>
  ["pdf", "image"].includes(recogniseFile(bytes)) || suffixOf(name) === "heic";

const WORDS: Readonly<Record<string, string>> = {
  rar: "tệp nén RAR hoặc 7z",
  "7z": "tệp nén RAR hoặc 7z",
  eml: "thư điện tử",
  msg: "thư điện tử",
  pptx: "tệp trình chiếu",
  ppt: "tệp trình chiếu",
  mp3: "tệp âm thanh",
  mp4: "tệp phim",
  mov: "tệp phim",
  avi: "tệp phim",
  exe: "chương trình máy tính",
  msi: "chương trình máy tính",
  lnk: "đường dẫn tắt",
  ics: "lịch",
  txt: "tệp văn bản thuần",
  csv: "tệp CSV",
};

/** What a file that is no return is, in words. */
export const foreignWords = (name: string): string => WORDS[suffixOf(name)] ?? "tệp không nhận ra định dạng";
