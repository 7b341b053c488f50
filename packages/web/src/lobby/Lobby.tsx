/** Stands here until the screen is built. */
export function Lobby() {
  return null;
}
