export interface IssuedLink {
  readonly seat: string;
  readonly url: string;
}

/** Asks the server for new join links; the old ones of these seats end. `detail` is the server's reason if it refuses. */
export async function issueLinks(
  door: string,
  seats: readonly string[],
): Promise<{ ok: true; links: readonly IssuedLink[] } | { ok: false; detail?: string }> {
  try {
    const response = await fetch(`${door}/api/links`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ seats }),
    });
    const body = (await response.json()) as { links?: IssuedLink[]; detail?: string };
    if (response.ok && body.links) return { ok: true, links: body.links };
    return body.detail === undefined ? { ok: false } : { ok: false, detail: body.detail };
  } catch {
    return { ok: false };
  }
}
