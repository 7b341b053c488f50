/** Where in the lobby one is, kept in the address's fragment so that Back works. `#director=…` is the director's link. */
export type Place =
  | { readonly at: 'lobby' }
  | { readonly at: 'director'; readonly token: string }
  | { readonly at: 'create'; readonly scenario?: string | undefined }
  | { readonly at: 'links'; readonly exercise: string }
  | { readonly at: 'read'; readonly scenario: string }
  | { readonly at: 'workbook'; readonly scenario: string }
  | { readonly at: 'import' };

export function placeFrom(hash: string): Place {
  const text = hash.replace(/^#/, '');
  if (text.startsWith('director=')) return { at: 'director', token: decoded(text.slice('director='.length)) };
  const [, at, id] = /^\/(\w+)(?:\/(.+))?$/.exec(text) ?? [];
  if (at === 'create') return { at, scenario: id === undefined ? undefined : decoded(id) };
  if (at === 'links' && id !== undefined) return { at, exercise: decoded(id) };
  if (at === 'read' && id !== undefined) return { at, scenario: decoded(id) };
  if (at === 'workbook' && id !== undefined) return { at, scenario: decoded(id) };
  if (at === 'import') return { at };
  return { at: 'lobby' };
}

export function hashOf(place: Place): string {
  switch (place.at) {
    case 'create':
      return place.scenario === undefined ? '#/create' : `#/create/${encodeURIComponent(place.scenario)}`;
    case 'links':
      return `#/links/${encodeURIComponent(place.exercise)}`;
    case 'read':
      return `#/read/${encodeURIComponent(place.scenario)}`;
    case 'workbook':
      return `#/workbook/${encodeURIComponent(place.scenario)}`;
    case 'import':
      return '#/import';
    default:
      return '#/';
  }
}

/** A fragment typed by hand may hold a bare `%`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
