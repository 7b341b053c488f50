/** A bar. */
export function ClockShape() {
  return <path d="M-1.5-7V7M1.5-7V7" className="rv-line" />;
}
