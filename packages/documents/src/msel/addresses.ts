import { said } from '../error.ts';
import type { Setting } from './events.ts';
import { nameKey } from './names.ts';
import type { EventRow } from './rows.ts';

/** The addresses of a row; `open` if a recipient is missing where the others have one, so that a hand must let it out. */
export function addressesOf(row: EventRow, setting: Setting): { addresses: readonly string[]; open: boolean } {
  const { recipients, cast, guesses, addressed } = setting;
  const named = recipients.get(row.row);
  if (named?.control)
    guesses.make(
      'to-control',
      (r) => said(`${r.en}: control is left out of the recipients.`, `${r.ko}: 수신자에서 통제단을 뺐습니다.`),
      said('Control sees every event as it is.', '통제단은 모든 상황을 보기 때문입니다.'),
      row.row,
    );
  if (named?.public)
    guesses.make(
      'to-public',
      (r) => said(`${r.en}: released to the public screen as well (TLP:CLEAR).`, `${r.ko}: 공개 화면에도 제공합니다(TLP:CLEAR).`),
      said('The public is among the recipients.', '수신자에 국민(대중)이 있기 때문입니다.'),
      row.row,
    );
  const cells = (named?.names ?? []).flatMap((n) => cast.address.get(nameKey(n)) ?? []);
  const broad = [...(named?.public ? ['public'] : []), ...(named?.everyone && !named.public ? ['everyone'] : [])];
  if (broad.length > 0) return { addresses: broad, open: false };
  if (cells.length > 0) return { addresses: [...new Set(cells)].slice(0, 200), open: false };
  if (addressed)
    guesses.make(
      'no-recipient',
      (r) =>
        said(
          `${r.en}: addressed to everyone, but only by a controller's hand.`,
          `${r.ko}: 전체에 보내되 통제관이 직접 부여하도록 하였습니다.`,
        ),
      said('The row names no recipient, though others do.', '다른 행과 달리 수신자가 적혀 있지 않기 때문입니다.'),
      row.row,
    );
  return { addresses: ['everyone'], open: addressed && row.marks === undefined };
}
