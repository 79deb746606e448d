import type { ReactNode } from 'react'
import { PageHeading } from '@/components/ui/PageHeading'
import { TroubleChart, type TroubleKind } from './TroubleChart'

interface TroubleProps {
  kind: TroubleKind
  title: string
  /** What it means for the one who reads. */
  lead: string
  /** What can be done now. */
  actions: ReactNode
  /** What helps whoever looks into it. */
  children?: ReactNode
}

/** A whole page about something that went wrong: what, what it means, and what to do. */
export function Trouble({ kind, title, lead, actions, children }: TroubleProps) {
  return (
    <div className="grid w-full items-center gap-x-16 gap-y-8 py-4 md:grid-cols-[minmax(0,36rem)_minmax(0,26rem)] md:justify-between md:py-[min(14dvh,9rem)]">
      <div className="grid justify-items-start gap-7">
        <PageHeading title={title} size="large">
          {lead}
        </PageHeading>
        <div className="flex flex-wrap gap-2">{actions}</div>
        {children}
      </div>
      <div className="max-md:-order-1 max-md:max-w-60">
        <TroubleChart kind={kind} />
      </div>
    </div>
  )
}
