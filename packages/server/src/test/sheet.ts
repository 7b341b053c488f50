import type { Reading, Template } from '@entente/documents';
import type { Browser } from './server.ts';

/** What became of the rows of a sheet. */
export interface SheetTaken {
  readonly scenario: string;
  readonly rows: {
    readonly total: number;
    readonly imported: number;
    readonly waiting: readonly { row: number; reason: { en: string } }[];
    readonly named: readonly { row: number; reason: { en: string } }[];
  };
  /** What was a guess, and is agreed to. */
  readonly guesses: readonly { readonly code: string }[];
}

/** Takes a sheet in as a planner does who says yes to every guess. @throws in the server’s own words where it takes none */
export async function takeSheet(
  lobby: Browser,
  bytes: Uint8Array | string,
  name: string,
  times: Template['times'] = {},
): Promise<SheetTaken> {
  const { sheet } = await answered<{ sheet: string }>(
    await lobby.fetch(`/api/sheets?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: bytes as unknown as string,
    }),
  );
  const map = { entente: 'msel-map/1', times };
  const { choices } = await answered<Pick<Reading, 'choices'>>(await lobby.post(`/api/sheets/${sheet}/reading`, { map }));
  const settled = choices.filter((c) => !c.settled).map((c) => c.key);
  const taken = await answered<Omit<SheetTaken, 'guesses'>>(await lobby.post(`/api/sheets/${sheet}/import`, { map: { ...map, settled } }));
  return { ...taken, guesses: choices.filter((c) => !c.settled) };
}

async function answered<T>(response: Response): Promise<T> {
  const body = (await response.json()) as { code: string; detail: string };
  if (!response.ok) throw new Error(`${response.status} ${body.code}: ${body.detail}`);
  return body as T;
}
