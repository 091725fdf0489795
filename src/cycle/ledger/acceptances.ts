/** Sentences of reports that a change of figures made false, and who accepted the new wording. */
import { z } from "zod";
import { type Connection, command, query } from "./connection.js";
import type { LedgerContext } from "./context.js";
import { change, done, type Outcome } from "./outcome.js";

/** A new wording that somebody accepted. */
export interface AcceptanceRequest {
  /** The draft, from the workspace's folder. */
  readonly draft: string;
  /** Paths of the figures whose class has changed. */
  readonly figures: readonly string[];
  /** The sentence as it was, and as it is now. */
  readonly before: string;
  readonly after: string;
  readonly who: string;
}

export interface Acceptance extends AcceptanceRequest {
  readonly id: number;
  /** ISO in UTC. */
  readonly at: string;
}

const Row = z.object({
  id: z.number(),
  draft: z.string(),
  figures: z.string().transform((text) => text.split(" ")),
  before: z.string(),
  after: z.string(),
  who: z.string(),
  at: z.string(),
});

const ALL = query(
  "SELECT id, draft, figures, before_text AS before, after_text AS after, who, at FROM acceptances ORDER BY id",
  [],
  Row,
);
const INSERT = command(
  `INSERT INTO acceptances (draft, figures, before_text, after_text, who, at)
   VALUES (:draft, :figures, :before, :after, :who, :at)`,
  ["draft", "figures", "before", "after", "who", "at"],
);

/** Everything that was accepted, oldest first. */
export const listAcceptances = (connection: Connection): readonly Acceptance[] => ALL.all(connection, {});

/** Notes who accepted new wordings; all of them or none. */
export function recordAcceptances(context: LedgerContext, requests: readonly AcceptanceRequest[]): Promise<Outcome> {
  const { connection, time } = context;
  return change(context, requests[0]?.draft ?? "", () => {
    for (const { figures, ...rest } of requests) {
      INSERT(connection, { ...rest, figures: figures.join(" "), at: time() });
    }
    return done();
  });
}
