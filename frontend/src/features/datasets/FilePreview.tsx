import { TriangleAlert } from 'lucide-react'
import { useI18n } from '@/i18n/I18nProvider'
import type { CsvPreview, PreviewProblem } from '@/lib/csv/preview'

const SHOWN_ROWS = 4
const SHOWN_COLUMNS = 12

/** The beginning of a file as it will be read, and what looks wrong with it. */
export function FilePreview({ file, preview }: { file: File; preview: CsvPreview | null | undefined }) {
  const { t } = useI18n()
  if (preview === undefined) return <p className="text-muted text-sm">{t.upload.reading}</p>
  if (preview === null) return <p className="text-muted text-sm">{t.upload.unreadablePreview}</p>
  const { columns, rows } = preview
  const hidden = columns.length - SHOWN_COLUMNS
  const shown = rows.slice(0, SHOWN_ROWS)
  return (
    <div className="grid gap-2">
      <Problem file={file} problem={preview.problem} />
      {columns.length > 1 && (
        <>
          <p className="text-muted text-sm">
            {t.upload.firstRows(shown.length, columns.length)}, {t.upload.delimiters[preview.delimiter]}
          </p>
          <section
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
            tabIndex={0}
            aria-label={t.upload.previewLabel(file.name)}
            className="overflow-x-auto rounded-lg border border-line"
          >
            <table className="w-full border-collapse font-mono text-xs">
              <thead>
                <tr className="bg-sunken text-left">
                  {columns.slice(0, SHOWN_COLUMNS).map((name, index) => (
                    <th
                      key={index}
                      scope="col"
                      className="max-w-48 truncate whitespace-nowrap px-2.5 py-1.5 font-medium"
                    >
                      {name}
                    </th>
                  ))}
                  {hidden > 0 && (
                    <th
                      scope="col"
                      className="whitespace-nowrap px-2.5 py-1.5 font-normal font-sans text-muted"
                    >
                      {t.upload.moreColumns(hidden)}
                    </th>
                  )}
                </tr>
              </thead>
              <tbody>
                {shown.map((row, index) => (
                  <tr key={index} className="border-line border-t">
                    {columns.slice(0, SHOWN_COLUMNS).map((name, column) => (
                      <td
                        key={`${name} ${column}`}
                        className="max-w-48 truncate whitespace-nowrap px-2.5 py-1"
                      >
                        {row[column]}
                      </td>
                    ))}
                    {hidden > 0 && <td />}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </div>
  )
}

function Problem({ file, problem }: { file: File; problem: PreviewProblem | undefined }) {
  const { t } = useI18n()
  const reason = file.name.toLowerCase().endsWith('.csv')
    ? problem && reasonOf(t.upload.problems, problem)
    : t.upload.problems['not-csv']
  if (reason === undefined) return null
  return (
    <p className="flex items-start gap-2 text-sm text-warn">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <span>
        {t.upload.probably} {reason}
      </span>
    </p>
  )
}

type Texts = ReturnType<typeof useI18n>['t']['upload']['problems']

function reasonOf(texts: Texts, problem: PreviewProblem): string {
  switch (problem.kind) {
    case 'ragged':
      return texts.ragged(problem.line, problem.cells, problem.expected)
    case 'duplicate-name':
    case 'empty-name':
      return texts[problem.kind](problem.column)
    default:
      return texts[problem.kind]
  }
}
