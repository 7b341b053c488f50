/** A head. */
export function PersonShape() {
  return <path d="M0-1.2A2.6 2.6 0 1 0 0-6.4 2.6 2.6 0 0 0 0-1.2ZM-5 6C-5 2.6-3 .8 0 .8S5 2.6 5 6" className="rv-line" />;
}
