/** The desk's own head and place for the papers that it sends to units. */
import type { Document } from "../../model/document.js";
import type { SigningDate } from "../../model/head.js";
import type { Day } from "../../organisation/register.js";
import type { Workspace } from "../../workspace/workspace.js";

/** Parts of an ISO day. */
export function signingDate(day: Day): SigningDate {
  const [year = 0, month, date] = day.split("-").map(Number);
  return { year, ...(month === undefined ? {} : { month }), ...(date === undefined ? {} : { day: date }) };
}

/** What the papers of an office have in common, as vanthu.yaml says it. */
export function letterhead(office: Workspace): Pick<Document, "family" | "norm" | "issuer" | "place" | "author"> {
  return {
    family: office.family,
    ...(office.norm === undefined ? {} : { norm: office.norm }),
    ...(office.name === undefined
      ? {}
      : {
          issuer: {
            name: [...office.name],
            ...(office.superior === undefined ? {} : { superior: [...office.superior] }),
          },
        }),
    ...(office.place === undefined ? {} : { place: office.place }),
    ...(office.author === undefined ? {} : { author: office.author }),
  };
}
