/** Stands here until the screen is built. */
export function SeatScreen() {
  return null;
}
