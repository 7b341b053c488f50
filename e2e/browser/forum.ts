interface Given {
  readonly id: string;
  readonly event: { readonly type: string; readonly [key: string]: unknown };
}

/** The id of a forum that a seat was given, by its English name in the scenario. */
export function forumNamed(events: readonly Given[], name: string): string {
  const given = events.find(({ event }) => event.type === 'ForumGiven' && JSON.stringify(event.card).includes(JSON.stringify(name)));
  if (!given) throw new Error(`this seat knows of no forum “${name}”`);
  return given.id;
}
