import Papa from 'papaparse'

/** What may stand between cells. The same list as in the engine. */
export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

const SAMPLE_ROWS = 200

/**
 * The character under which most rows are as wide as the header; among equals the one that gives more columns. A comma
 * when none gives two columns. The engine's rule, so that the preview shows what the upload will be read as.
 */
export function guessDelimiter(text: string): Delimiter {
  let best = { agreement: 0, columns: 0, delimiter: ',' as Delimiter }
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: SAMPLE_ROWS, skipEmptyLines: true })
    const columns = data[0]?.length ?? 0
    const agreement = data.filter((row) => row.length === columns).length / Math.max(data.length, 1)
    const better = agreement > best.agreement || (agreement === best.agreement && columns > best.columns)
    if (columns >= 2 && better) best = { agreement, columns, delimiter }
  }
  return best.delimiter
}
