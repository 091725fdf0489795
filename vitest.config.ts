import { defineConfig } from "vitest/config";

// on a busy machine the first outlines of a process take far longer than what tests have by default
const common = { environment: "node", testTimeout: 180_000, hookTimeout: 180_000 } as const;

/** `unit` needs Node only; `interop` also LibreOffice, poppler, qpdf and Chromium. */
export default defineConfig({
  test: {
    projects: [
      {
        // one module graph for all files of a process: tests put back what they fake, and loading is most of the time
        test: {
          ...common,
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/interop/**"],
          isolate: false,
          maxWorkers: "100%",
        },
      },
      {
        test: {
          ...common,
          name: "interop",
          include: ["test/interop/**/*.interop.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
