import { type Block, readMarkdown, type Span } from './markdown'

/** A model card as a document. Its title is left out: the window says it. */
export function CardDocument({ text }: { text: string }) {
  const blocks = readMarkdown(text).filter((block) => block.kind !== 'heading' || block.level > 1)
  return (
    <div className="grid min-w-0 gap-3">
      {blocks.map((block, index) => (
        <CardBlock key={index} block={block} />
      ))}
    </div>
  )
}

function CardBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h3 className="mt-2 font-semibold">
          <Spans spans={block.spans} />
        </h3>
      )
    case 'paragraph':
      return (
        <p className="break-words">
          <Spans spans={block.spans} />
        </p>
      )
    case 'list':
      return (
        <ul className="grid list-disc gap-1 pl-5">
          {block.items.map((item, index) => (
            <li key={index} className="break-words">
              <Spans spans={item} />
            </li>
          ))}
        </ul>
      )
    case 'code':
      return (
        <pre className="overflow-x-auto whitespace-pre-wrap break-all rounded-lg bg-sunken p-3 font-mono text-xs">
          {block.text}
        </pre>
      )
    case 'table':
      return <CardTable head={block.head} rows={block.rows} />
  }
}

function CardTable({ head, rows }: { head: Span[][]; rows: Span[][][] }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-line border-b text-left text-muted">
            {head.map((cell, index) => (
              <th key={index} scope="col" className="py-1.5 pr-4 font-medium">
                <Spans spans={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index} className="border-line border-b last:border-0">
              {row.map((cell, column) => (
                <td key={column} className={column === 0 ? 'py-1.5 pr-4' : 'py-1.5 pr-4 font-mono'}>
                  <Spans spans={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Spans({ spans }: { spans: Span[] }) {
  return spans.map(({ text, style }, index) => {
    if (style === 'strong') return <strong key={index}>{text}</strong>
    if (style === 'code') {
      return (
        <code key={index} className="rounded bg-sunken px-1 font-mono [overflow-wrap:anywhere] text-sm">
          {text}
        </code>
      )
    }
    return text
  })
}
