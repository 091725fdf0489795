/** Days as workbooks count them. */

/** Days from 1899-12-30, the zero of the 1900 system behind its false leap day, to 1904-01-01. */
const DAYS_TO_1904 = 1462;
const DAY = 86_400_000;

/**
 * The ISO day of a serial number.
 *
 * @param date1904 the workbook counts from 1904
 * @returns undefined outside of the years 1900 to 9999
 */
export function dayOfSerial(serial: number, date1904: boolean): string | undefined {
  const days = Math.floor(serial) + (date1904 ? DAYS_TO_1904 : 0);
  if (!(days >= 1 && days <= 2_958_465)) return undefined;
  // Before 1900-03-01 the count is one off: the system believes in 29 February 1900.
  return new Date(Date.UTC(1899, 11, 30) + (days < 60 ? days + 1 : days) * DAY).toISOString().slice(0, 10);
}
