import data from './example.json'

/** A training of the example, as `cli/tests/stint/start_page.rs` writes it down. */
export interface ExampleRun {
  /** What was typed. */
  command: string
  /** Names file, parameters and engine; the same key, the same bytes. */
  run_key: string
  model_bytes: number
  model_type: string
  n_train: number
  n_test: number
  /** The class that is searched for is the second. */
  labels: readonly string[]
  accuracy: number
  baseline: number
  interval: { low: number; high: number; level: number }
  verdict: { baseline: { better: boolean }; runner_up: { better: boolean } | null; significant: boolean }
  /** Points from the strictest threshold to the loosest; `threshold` is null where nothing is accepted. */
  roc: { label: string; area: number; points: readonly RocPoint[] }
  /** `counts[true][predicted]` at the usual threshold. */
  counts: readonly (readonly number[])[]
  importance: readonly { feature: string; mean: number; std: number }[]
  /** Every configuration that was tried, best first. */
  trials: readonly { number: number; model_type: string; mean: number | null; state: string }[]
}

export interface RocPoint {
  /** The false positive rate. */
  x: number
  /** The true positive rate. */
  y: number
  threshold: number | null
}

/** Which penguins are male: a search over all columns, and one model that sees the bill alone. */
export const example: { search: ExampleRun; threshold: ExampleRun } = data
