import { execFileSync } from "node:child_process";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { type CalendarOptions, extend, PERIOD_KINDS, periodCalendar, readPeriod } from "../src/periods/index.js";

const OPTIONS: CalendarOptions = {
  kinds: PERIOD_KINDS,
  office: "Ban Tổ chức Tỉnh uỷ Hà Trung",
  sentTo: "Ban Thường vụ Tỉnh uỷ (qua Ban Tổ chức Tỉnh uỷ)",
};

function calendarOf(id: string, changes: Partial<CalendarOptions> = {}, until?: string): string {
  const period = readPeriod(id, PERIOD_KINDS);
  if (period === undefined) throw new Error(`no period ${id}`);
  return periodCalendar(until === undefined ? period : extend(period, until), { ...OPTIONS, ...changes });
}

/** What ical.js, which did not write the file, finds in it. */
function entriesIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const reminders = component.getAllSubcomponents("valarm").map((alarm) => {
      // relative to midnight, where a whole day begins (RFC 5545, 3.8.6.3)
      const at = event.startDate.clone();
      at.isDate = false;
      at.addDuration(alarm.getFirstPropertyValue("trigger") as ICAL.Duration);
      return at.toString();
    });
    return {
      uid: event.uid,
      stamp: String(component.getFirstPropertyValue("dtstamp")),
      sequence: event.sequence,
      day: event.startDate.toString(),
      wholeDay: event.startDate.isDate,
      next: event.endDate.toString(),
      summary: event.summary,
      description: event.description,
      reminders,
    };
  });
}

describe("the calendar of a period", () => {
  it("holds the opening and the last day on time, with reminders 7 days and 1 day before", () => {
    const entries = entriesIn(calendarOf("2026-6t"));
    expect(entries).toMatchObject([
      {
        day: "2026-05-01",
        next: "2026-05-02",
        wholeDay: true,
        summary: "Mở kỳ báo cáo 6 tháng đầu năm 2026",
        reminders: [],
      },
      {
        day: "2026-05-24",
        next: "2026-05-25",
        wholeDay: true,
        summary: "Ngày cuối: báo cáo 6 tháng đầu năm 2026 (trước ngày 25/5/2026)",
        reminders: ["2026-05-17T08:00:00", "2026-05-23T08:00:00"],
      },
    ]);
    expect(entries[1]?.description).toBe(
      "Gửi về Ban Thường vụ Tỉnh uỷ (qua Ban Tổ chức Tỉnh uỷ) trước ngày 25/5/2026. Số liệu từ 16/12/2025 đến 15/5/2026.",
    );
  });

  it("holds a due day for each level of a review", () => {
    const days = entriesIn(calendarOf("2026-2028-sk")).map(({ day }) => day);
    expect(days).toEqual(["2028-08-01", "2028-09-30", "2028-10-29", "2028-11-09", "2028-11-30"]);
  });

  it("gives each entry an id that stays, and a stamp that depends on no clock", () => {
    const entries = entriesIn(calendarOf("2026-6t"));
    expect(entries.map(({ uid }) => uid)).toEqual([
      "2026-6t.mo.ban-to-chuc-tinh-uy-ha-trung@vanthu",
      "2026-6t.han.ban-to-chuc-tinh-uy-ha-trung@vanthu",
    ]);
    expect(new Set(entries.map(({ stamp }) => stamp))).toEqual(new Set(["2026-05-01T00:00:00Z"]));
    const anew = entriesIn(calendarOf("2026-6t", { revision: 2, issued: "2026-05-12" }));
    expect(anew.map(({ uid }) => uid)).toEqual(entries.map(({ uid }) => uid));
    expect(anew[0]).toMatchObject({ sequence: 2, stamp: "2026-05-12T00:00:00Z" });
  });

  it("tells a unit of its own day", () => {
    const unit = { code: "x-my-cat", name: "Đảng uỷ xã Mỹ Cát" };
    const [, due] = entriesIn(calendarOf("2026-6t", { unit }, "2026-05-29"));
    expect(due).toMatchObject({ day: "2026-05-29", uid: "2026-6t.han.ban-to-chuc-tinh-uy-ha-trung.x-my-cat@vanthu" });
    expect(due?.summary).toContain("của Đảng uỷ xã Mỹ Cát (chậm nhất ngày 29/5/2026)");
  });

  it("keeps lines within 75 octets, ends them with CRLF, and breaks no letter", () => {
    const text = calendarOf("2026-2030-tk");
    const lines = text.split("\r\n");
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n\uFFFD]/u);
  });

  it("is the same in other time zones and processes", () => {
    const script = `
      import { PERIOD_KINDS, periodCalendar, readPeriod } from "./src/periods/index.js";
      const period = readPeriod("2026-nam", PERIOD_KINDS);
      process.stdout.write(periodCalendar(period, { kinds: PERIOD_KINDS, office: "Ban A" }));`;
    const run = (zone: string) =>
      execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
        encoding: "utf8",
        env: { ...process.env, TZ: zone },
      });
    expect(run("America/Los_Angeles")).toBe(run("Pacific/Kiritimati"));
  });
});
