/** The workspace of a unit that consolidates units of its own, out of the outline that it got from its superior. */
import type { Day } from "../../organisation/index.js";
import { addDays, mergeKinds, PERIOD_KINDS, type Period, readPeriod, sayDay } from "../../periods/index.js";
import type { OutlineFacts } from "../../workbook/read/index.js";

/** Days that the office keeps for its own work between its units' last day and its superior's. */
const OWN_DAYS = 7;

/** Years of a period's id: `2026-nam`, `2026-2028-sk`. */
const YEARS = /^(\d{4})-(?:(\d{4})-)?/u;

export interface OwnPeriod {
  readonly id: string;
  /** Last day of the office's own units: before the superior's, not before the data end. */
  readonly lastDay: Day;
  /** Item of "kỳ báo cáo" in vanthu.yaml. */
  readonly declaration: string;
}

/** A text as YAML takes it on one line, whatever the outline says. */
function scalar(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return /^[\p{L}\d][\p{L}\d .()-]*$/u.test(line) ? line : JSON.stringify(line);
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);

/** `15/5`, `16/12 năm trước`. */
function anchorText(day: Day, year: number): string {
  const [own = 0, month = 0, date = 0] = day.split("-").map(Number);
  const words = { "-1": " năm trước", "0": "", "1": " năm sau" }[String(own - year)] ?? "";
  return `${date}/${month}${words}`;
}

/** The kind's name as the period's name has it, without its years. */
const kindName = (period: string): string => {
  const name = period.replace(/ (?:giai đoạn \d{4} - \d{4}|\d{4})$/u, "");
  return name.charAt(0).toLocaleLowerCase("vi") + name.slice(1);
};

/** The period as the office asks its own units for it: the same data, due earlier. */
export function ownPeriod({ stamp, periodKind, period, window, lastDay }: OutlineFacts): OwnPeriod {
  const [, first = "", second] = YEARS.exec(stamp.period) ?? [];
  const year = Number(second ?? first);
  const usual: Period | undefined = readPeriod(stamp.period, mergeKinds([]));
  const kind = PERIOD_KINDS.find(({ id }) => id === periodKind);
  const own = later(window.to, addDays(lastDay, -OWN_DAYS));
  const opens = usual !== undefined && usual.opens < own ? usual.opens : addDays(window.to, -14);
  const lines = [
    `  - mã: ${scalar(periodKind)}`,
    `    tên: ${scalar(kind?.name ?? kindName(period))}`,
    ...(second === undefined ? [] : ["    nhiều năm: có"]),
    `    mở: ${anchorText(opens, year)}`,
    ...(usual?.window.from === window.from ? [] : [`    số liệu từ: ${anchorText(window.from, Number(first))}`]),
    `    chốt số liệu: ${anchorText(window.to, year)}`,
    `    hạn: chậm nhất ${anchorText(own, year)}`,
  ];
  return { id: stamp.period, lastDay: own, declaration: lines.join("\n") };
}

/** `vanthu.yaml` of the office. */
export function ownWorkspace(facts: OutlineFacts): string {
  const { stamp, unit, sendTo, lastDay } = facts;
  const { declaration } = ownPeriod(facts);
  return `# yaml-language-server: $schema=luoc-do/workspace.schema.json
# Lập theo tệp đề cương nhận từ cấp trên. Dòng bắt đầu bằng # là chú thích. Xem lại trước khi mở kỳ.
hệ thống: Đảng
cơ quan ban hành: ${scalar(unit)}

# Mã của cơ quan mình ở cấp trên: tệp đề cương của cấp trên chỉ được điền khi mang mã này.
mã đơn vị: ${scalar(stamp.unit)}

# Nơi các đơn vị của mình gửi báo cáo về, viết như trong câu. Cấp trên nhận tại: ${scalar(sendTo)}
gửi báo cáo về: ${scalar(unit)}

# Hạn của các đơn vị mình, trước hạn của cấp trên (${sayDay(lastDay)}); sửa được cho đến khi mở kỳ.
kỳ báo cáo:
${declaration}
`;
}

/** `don-vi.yaml` of the office, with units to be replaced by its own. */
export function ownUnits({ unitKind }: OutlineFacts): string {
  return `# yaml-language-server: $schema=luoc-do/units.schema.json
# Các đơn vị của mình. Thay hai đơn vị ví dụ; mã viết thường, không dấu, không đổi, không dùng lại.
# Loại giữ nguyên để đơn vị điền đúng các biểu mà cấp trên yêu cầu ở cơ quan mình.
đơn vị:
  - { mã: cb-mot, loại: ${scalar(unitKind)}, tên: Chi bộ Một }
  - { mã: cb-hai, loại: ${scalar(unitKind)}, tên: Chi bộ Hai }
`;
}
