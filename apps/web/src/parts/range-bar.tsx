// A bar with two ends: solid as far as it is certain, hollow as far as it is possible.
interface RangeBarProps {
  readonly low: number
  readonly high: number
  /** The longest of its neighbours. */
  readonly most: number
}

export function RangeBar({ low, high, most }: RangeBarProps) {
  const width = (n: number) => (most > 0 ? (n / most) * 398 : 0)
  return (
    <svg className="bar" viewBox="0 0 400 14" preserveAspectRatio="none" aria-hidden="true">
      {high > 0 && <rect className="bar-alleged" x="1" y="1" height="12" width={width(high)} />}
      {low > 0 && <rect className="bar-verified" x="1" y="1" height="12" width={width(low)} />}
    </svg>
  )
}
