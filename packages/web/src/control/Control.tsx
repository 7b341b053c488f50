/** Stands here until the screen is built. */
export function Control() {
  return null;
}
