/**
 * Writes fixtures/phan-bo-chi-tieu.xlsx: the allocation of two targets to 24 units and five years,
 * with merged header cells, a row of column numbers, one subtotal for each area and a grand total.
 * The sums are computed here and stored as values, so that the sheet and its rows cannot disagree.
 *
 *   npx tsx scripts/make-phan-bo.ts
 */
import { writeFile } from "node:fs/promises";
import ExcelJS from "exceljs";
import { unzipSync, zipSync } from "fflate";

const YEARS = [2026, 2027, 2028, 2029, 2030] as const;
/** Indicators by year: members to admit, organisations to found. */
type Allocation = readonly [members: readonly number[], organisations: readonly number[]];
interface Unit {
  readonly name: string;
  readonly allocation: Allocation;
}
interface Area {
  readonly name: string;
  readonly units: readonly Unit[];
}

const unit = (name: string, members: readonly number[], organisations: readonly number[]): Unit => ({
  name,
  allocation: [members, organisations],
});

const AREAS: readonly Area[] = [
  {
    name: "Khu vực trung tâm",
    units: [
      unit("Phường Sông Kim", [18, 18, 18, 19, 19], [1, 1, 1, 1, 1]),
      unit("Phường Tân Lĩnh", [16, 17, 17, 17, 17], [1, 1, 1, 1, 1]),
      unit("Phường Đồng Vọng", [14, 14, 14, 14, 14], [1, 0, 1, 1, 0]),
      unit("Phường Bến Trạm", [12, 12, 13, 13, 13], [0, 1, 1, 0, 1]),
      unit("Phường Cầu Ngói", [11, 11, 11, 11, 12], [1, 0, 1, 0, 1]),
      unit("Phường Lạc Viên", [10, 10, 10, 10, 10], [0, 1, 0, 1, 0]),
      unit("Phường Thanh Trạch", [9, 9, 9, 9, 9], [0, 1, 0, 1, 0]),
    ],
  },
  {
    name: "Khu vực ven biển",
    units: [
      unit("Xã Hải Thuận", [13, 13, 13, 14, 14], [1, 1, 0, 1, 1]),
      unit("Xã Cửa Vạn", [12, 12, 12, 12, 12], [1, 0, 1, 0, 1]),
      unit("Xã Triều Dương", [9, 9, 9, 9, 9], [0, 1, 0, 1, 0]),
      unit("Xã Mỹ Cát", [7, 7, 7, 7, 7], [0, 0, 1, 0, 1]),
      unit("Xã Vĩnh Lạch", [6, 6, 6, 6, 6], [0, 1, 0, 0, 0]),
      unit("Xã An Sa", [5, 5, 5, 5, 5], [0, 0, 1, 0, 0]),
    ],
  },
  {
    name: "Khu vực trung du, miền núi",
    units: [
      unit("Xã Phú Khê", [9, 9, 9, 9, 9], [1, 0, 1, 0, 1]),
      unit("Xã Khe Sến", [6, 6, 6, 6, 6], [0, 1, 0, 0, 1]),
      unit("Xã Đá Dựng", [5, 5, 5, 5, 5], [0, 0, 1, 0, 0]),
      unit("Xã Mường Lam", [4, 4, 4, 4, 4], [0, 0, 0, 1, 0]),
      unit("Xã Thượng Ngàn", [4, 4, 4, 4, 4], [0, 1, 0, 0, 0]),
      unit("Xã Suối Tía", [3, 3, 3, 3, 3], [0, 0, 0, 1, 0]),
    ],
  },
  {
    name: "Đảng bộ khác trực thuộc Tỉnh uỷ",
    units: [
      unit("Đảng bộ Các khu công nghiệp tỉnh", [54, 54, 54, 54, 54], [4, 5, 5, 5, 5]),
      unit("Đảng bộ Uỷ ban nhân dân tỉnh", [12, 12, 12, 12, 12], [0, 0, 1, 0, 0]),
      unit("Đảng bộ Cảng Cửa Vạn", [6, 6, 6, 6, 6], [0, 0, 0, 0, 0]),
      unit("Đảng bộ Trường Đại học Hà Trung", [4, 4, 4, 4, 4], [0, 0, 0, 0, 0]),
      unit("Đảng bộ Bệnh viện Đa khoa tỉnh", [3, 3, 3, 3, 3], [0, 0, 0, 0, 0]),
    ],
  },
];

const ROMAN = ["I", "II", "III", "IV", "V"];
const TARGETS = { membersEachYear: 250, organisations: 70 };

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const add = (rows: readonly (readonly number[])[]): number[] =>
  YEARS.map((_, year) => sum(rows.map((row) => row[year] ?? 0)));
const total = (allocations: readonly Allocation[]): Allocation => [
  add(allocations.map(([members]) => members)),
  add(allocations.map(([, organisations]) => organisations)),
];
const cells = ([members, organisations]: Allocation): number[] => [
  ...members,
  sum(members),
  ...organisations,
  sum(organisations),
];

const units = AREAS.flatMap((area) => area.units);
const province = total(units.map(({ allocation }) => allocation));
if (units.length !== 24) throw new Error(`24 units expected, ${units.length} found`);
if (province[0].some((members) => members < TARGETS.membersEachYear)) throw new Error(`members: ${province[0].join()}`);
if (sum(province[1]) < TARGETS.organisations) throw new Error(`organisations: ${sum(province[1])}`);

const workbook = new ExcelJS.Workbook();
const stamp = new Date(Date.UTC(2026, 5, 29));
workbook.creator = "Ban Tổ chức Tỉnh uỷ";
workbook.created = stamp;
workbook.modified = stamp;
const sheet = workbook.addWorksheet("Phân bổ");

const years = YEARS.map((year) => `Năm ${year}`);
sheet.addRow(["TT", "Đơn vị", "Kết nạp đảng viên", ...Array(5).fill(null), "Thành lập tổ chức đảng"]);
sheet.addRow([null, null, ...years, "Cộng", ...years, "Cộng"]);
sheet.addRow(Array.from({ length: 14 }, (_, column) => `(${column + 1})`));
for (const range of ["A1:A2", "B1:B2", "C1:H1", "I1:N1"]) sheet.mergeCells(range);

let ordinal = 0;
AREAS.forEach((area, index) => {
  const subtotal = total(area.units.map(({ allocation }) => allocation));
  sheet.addRow([ROMAN[index], area.name, ...cells(subtotal)]).font = { bold: true };
  for (const { name, allocation } of area.units) {
    ordinal += 1;
    sheet.addRow([ordinal, name, ...cells(allocation)]);
  }
});
const last = sheet.addRow(["Tổng cộng", null, ...cells(province)]);
last.font = { bold: true };
sheet.mergeCells(last.number, 1, last.number, 2);
sheet.getColumn(2).width = 34;
sheet.eachRow((row) => {
  row.eachCell((cell) => {
    if (typeof cell.value === "number") cell.numFmt = "#,##0";
  });
});

// exceljs stamps the time of writing on every zip entry; a fixed one keeps the file byte-identical.
const parts = unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer()));
const target = new URL("../fixtures/phan-bo-chi-tieu.xlsx", import.meta.url);
await writeFile(target, zipSync(parts, { mtime: new Date(1980, 0, 1) }));
console.log(
  `members ${province[0].join(" + ")} = ${sum(province[0])}; organisations ${province[1].join(" + ")} = ${sum(province[1])}`,
);
