/** Stands here until the screen is built. */
export function PublicScreen() {
  return null;
}
