// The marks of `npm run marks` as a table in Markdown, and which of them are over their budgets.

/** What each mark is called, in what it is counted, and how much it may be; by the beginning of its name. */
const KINDS = {
  table: { title: 'rows in memory → table painted', unit: 'ms', budget: 300 },
  'address → all rows': { title: 'address → all rows painted', unit: 'ms' },
  filter: { title: 'key → filtered rows painted', unit: 'ms', budget: 100 },
  sort: { title: 'click → sorted rows painted', unit: 'ms', budget: 250 },
  scatter: { title: 'click → 10,000 points painted', unit: 'ms', budget: 100 },
  scroll: { title: 'a frame while the table scrolls', unit: 'ms', percentile: 0.95 },
  nodes: { title: 'nodes in the document', unit: '', budget: 1_500 },
}

/** The value below which so large a share of the values is. */
export function quantile(values, share) {
  const ordered = values.toSorted((a, b) => a - b)
  return ordered[Math.min(ordered.length - 1, Math.floor(share * ordered.length))]
}

/** The rows of the table: for each mark its values in short, its budget, and whether it is over it. */
export function rowsOf(marks) {
  return [...marks].map(([name, values]) => {
    const [kind, detail] = name.split(': ')
    const { title, unit, budget, percentile } = KINDS[kind]
    const median = quantile(values, 0.5)
    return {
      title: [title, detail && `\`${detail}\``].filter(Boolean).join(', '),
      median,
      low: Math.min(...values),
      high: percentile ? quantile(values, percentile) : Math.max(...values),
      highName: percentile ? `${100 * percentile} %` : 'max',
      count: values.length,
      unit,
      budget,
      over: budget !== undefined && median > budget,
    }
  })
}

/** Prints the table, and names what is over its budget; answers how many are. */
export function printMarks(marks) {
  const rows = rowsOf(marks)
  console.log('| | median | min | max | values | budget |')
  console.log('|---|---:|---:|---:|---:|---:|')
  for (const row of rows) {
    const write = (value) => `${Math.round(value)}${row.unit && ` ${row.unit}`}`
    const high = row.highName === 'max' ? write(row.high) : `${row.highName}: ${write(row.high)}`
    const budget = row.budget === undefined ? '–' : `${row.over ? '**over** ' : ''}${write(row.budget)}`
    console.log(
      `| ${row.title} | ${write(row.median)} | ${write(row.low)} | ${high} | ${row.count} | ${budget} |`,
    )
  }
  const over = rows.filter((row) => row.over)
  for (const { title } of over) console.error(`over its budget: ${title}`)
  return over.length
}
