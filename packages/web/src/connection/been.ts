/**
 * That this browser has been at a seat, for all its tabs and until the seat is left: whoever has not been there is asked no
 * question that must be refused. It holds the door alone, which opens nothing without its cookie. `door` is the path `/s/DOOR`.
 */
const key = (door: string): string => `entente.been ${door}`;

export function rememberDoor(door: string): void {
  try {
    localStorage.setItem(key(door), 'yes');
  } catch {
    // No storage: the name is asked again.
  }
}

export function hasBeenAt(door: string): boolean {
  try {
    return localStorage.getItem(key(door)) !== null;
  } catch {
    return false;
  }
}

export function forgetDoor(door: string): void {
  try {
    localStorage.removeItem(key(door));
  } catch {
    // Nothing was kept.
  }
}
