import { ListChecks } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button, type ButtonKind } from '@/components/ui/Button'

/** With the table and the filter, which a comparison itself does not need. */
const RunChooser = lazy(async () => ({ default: (await import('./RunChooser')).RunChooser }))

interface ChooseRunsProps {
  /** Ids of the runs that are compared. */
  chosen: readonly string[]
  onChoose: (ids: readonly string[]) => void
  words: string
  kind?: ButtonKind
}

/** A button that opens the window in which runs are chosen. */
export function ChooseRuns({ chosen, onChoose, words, kind = 'plain' }: ChooseRunsProps) {
  const [open, setOpen] = useState(false)
  // What has been opened once stays, so that it can fade away.
  const [wanted, setWanted] = useState(false)
  return (
    <>
      <Button
        kind={kind}
        aria-haspopup="dialog"
        onClick={() => {
          setWanted(true)
          setOpen(true)
        }}
      >
        <ListChecks aria-hidden="true" />
        {words}
      </Button>
      {wanted && (
        <Suspense>
          <RunChooser
            open={open}
            onOpenChange={setOpen}
            chosen={chosen}
            onChoose={(ids) => {
              setOpen(false)
              onChoose(ids)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
