import type { ReactNode } from 'react'
import { PhoneHeader, PhoneTabs } from './PhoneBars'
import { Sidebar } from './Sidebar'

/** What is around the pages of somebody who is signed in: a sidebar, or bars on small screens. */
export function WorkFrame(props: { me: { email: string; full_name: string }; children: ReactNode }) {
  return (
    <div className="md:flex">
      <Sidebar me={props.me} />
      <PhoneHeader me={props.me} />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto grid min-w-0 max-w-[112rem] flex-1 content-start gap-6 px-4 pt-6 pb-24 sm:px-6 md:min-h-dvh md:px-8 md:py-8"
      >
        {props.children}
      </main>
      <PhoneTabs />
    </div>
  )
}
