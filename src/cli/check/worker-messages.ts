/** What the main thread and the threads that check files say to each other. */
import type { Environment } from "../environment.js";
import type { Outcome } from "../outcome.js";
import type { CheckedFile, FileWishes } from "./check-file.js";

/** Of the environment, what can be handed to a thread. */
export interface CheckerData {
  readonly wishes: FileWishes;
  readonly cwd: string;
  readonly runner: Environment["runner"];
  readonly env: Environment["env"];
}

export interface CheckRequest {
  readonly id: number;
  /** Absolute. */
  readonly path: string;
}

export interface CheckAnswer {
  readonly id: number;
  readonly checked: Outcome<CheckedFile>;
}
