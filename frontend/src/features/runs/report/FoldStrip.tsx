interface FoldStripProps {
  scores: readonly number[]
  /** The lowest and the highest score of all strips that are compared. */
  range: [number, number]
  format: (score: number) => string
  strong: boolean
}

/** The scores of a cross-validation as points on a line, so that their spread can be seen. */
export function FoldStrip({ scores, range: [low, high], format, strong }: FoldStripProps) {
  if (scores.length === 0) return <>–</>
  const share = (score: number) => (high > low ? (score - low) / (high - low) : 0.5) * 100
  const words = scores.map(format).join(', ')
  return (
    <span role="img" aria-label={words} title={words} className="relative block h-4 w-full">
      <span className="absolute inset-x-0 top-1/2 border-line border-t" />
      {scores.map((score, index) => (
        <span
          key={index}
          className={`absolute top-1/2 size-2 -translate-1/2 rounded-full ring-1 ring-surface ${strong ? 'bg-good' : 'bg-data-1'}`}
          style={{ left: `${4 + share(score) * 0.92}%` }}
        />
      ))}
    </span>
  )
}

/** The lowest and the highest score of any fold. */
export function foldRange(trials: readonly { scores: readonly number[] }[]): [number, number] {
  const all = trials.flatMap(({ scores }) => scores)
  return [Math.min(...all), Math.max(...all)]
}
