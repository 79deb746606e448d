import { useId } from 'react'

interface SliderProps {
  label: string
  value: number
  min: number
  max: number
  step?: number
  onChange: (value: number) => void
  /** The value as people read it. */
  text: string
}

/** A number on a line: the browser's own, so arrows, Home, End, fingers and screen readers all work. */
export function Slider(props: SliderProps) {
  const id = useId()
  return (
    <div className="grid gap-1">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-medium">
          {props.label}
        </label>
        <output htmlFor={id} className="font-mono text-sm">
          {props.text}
        </output>
      </div>
      <input
        id={id}
        type="range"
        className="h-6 w-full cursor-pointer accent-action"
        min={props.min}
        max={props.max}
        step={props.step ?? 1}
        value={props.value}
        aria-valuetext={props.text}
        onChange={(event) => props.onChange(event.target.valueAsNumber)}
      />
    </div>
  )
}
