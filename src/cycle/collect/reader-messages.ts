/** What the main thread and its readers tell each other. */
import type { FormSets } from "../../workbook/read/index.js";
import type { ReadReturn } from "../returns.js";

export interface ReaderData {
  readonly formSets: FormSets;
}

export interface ReadRequest {
  readonly id: number;
  readonly bytes: Uint8Array;
}

export interface ReadAnswer {
  readonly id: number;
  readonly read: ReadReturn;
}
