/** Stands here until the screen is built. */
export function Review() {
  return null;
}
