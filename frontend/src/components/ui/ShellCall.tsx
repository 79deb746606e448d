import { CopyButton } from './CopyButton'

interface ShellCallProps {
  title: string
  call: string
  /** What the button that copies it is called, in full and in short. */
  copyLabel: string
  copy: string
}

/** A command for a shell, to be read and copied. */
export function ShellCall({ title, call, copyLabel, copy }: ShellCallProps) {
  return (
    <div className="grid min-w-0 content-start gap-2">
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-muted text-sm">{title}</h3>
        <CopyButton text={call} label={copyLabel} words={copy} />
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="max-h-72 overflow-auto rounded-lg bg-sunken p-3 font-mono text-xs leading-5"
      >
        {call}
      </pre>
    </div>
  )
}
