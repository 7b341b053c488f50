/** True while keys belong to a field or an open dialogue. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('[role=dialog]') !== null || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
