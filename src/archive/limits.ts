/** Bounds on what a zip from outside may cost. */
export interface ArchiveLimits {
  /** Parts in the zip. */
  readonly parts: number;
  /** Bytes of one unpacked part. */
  readonly part: number;
  /** Bytes of all parts that are unpacked. */
  readonly total: number;
}
