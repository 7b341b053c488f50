import { type Said, said } from '../error.ts';
import type { Ref } from './recipients.ts';
import type { EventRow } from './rows.ts';
import type { Setting } from './setting.ts';
import { whyUnsided } from './sides.ts';

const MOST_ADDRESSES = 200;

/** Whom a row reaches; if it `waits`, nobody. */
export interface Addressed {
  readonly addresses: readonly string[];
  /** Those of them who get it for information. */
  readonly info?: readonly string[];
  /** Why a person must name its recipients. */
  readonly waits?: Said | undefined;
}

/** The addresses of a row; none, and why, if it must wait for a person to name its recipients. */
export function addressesOf(row: EventRow, setting: Setting): Addressed {
  const { recipients, guesses, sides } = setting;
  const named = recipients.get(row.row);
  if (!named) return { addresses: [], waits: NO_COLUMN };
  const waits = named.waits ?? whyUnsided(row.row, named, recipients, sides);
  if (waits) return { addresses: [], waits };
  if (named.control)
    guesses.make(
      'to-control',
      (r) => said(`${r.en}: control is left out of the recipients.`, `${r.ko}: 수신자에서 통제단을 뺐습니다.`),
      said('Control sees every event as it is.', '통제단은 모든 상황을 보기 때문입니다.'),
      row.row,
    );
  if (named.public) {
    guesses.make(
      'to-public',
      (r) => said(`${r.en}: released to the public screen as well (TLP:CLEAR).`, `${r.ko}: 공개 화면에도 제공합니다(TLP:CLEAR).`),
      said('The public is among the recipients.', '수신자에 국민(대중)이 있기 때문입니다.'),
      row.row,
    );
    return { addresses: ['public'] };
  }
  if (named.everyone) return { addresses: ['everyone'] };
  if (named.but) return allBut(row, named.but, setting);
  const copies = named.names.filter((n) => n.copy);
  return { ...each(named.names, setting), ...(copies.length > 0 ? { info: each(copies, setting).addresses } : {}) };
}

function each(names: readonly Ref[], { cast }: Setting): Addressed {
  const found = names.map((ref) => cast.find(ref));
  const doubt = found.find((f) => typeof f === 'object');
  if (doubt) return { addresses: [], waits: doubt };
  const addresses = [...new Set(found.filter((f) => typeof f === 'string'))];
  if (addresses.length > 0 && addresses.length <= MOST_ADDRESSES) return { addresses };
  return { addresses: [], waits: NO_COLUMN };
}

/** Everyone whom the sheet names but these. */
function allBut(row: EventRow, kept: readonly Ref[], setting: Setting): Addressed {
  const { cast, guesses } = setting;
  const { addresses, waits } = each(kept, setting);
  if (waits) return { addresses: [], waits };
  const without = new Set(addresses.flatMap((a) => cast.cellsOf(a)));
  const left = cast.cells.filter((c) => !without.has(c));
  if (left.length === 0 || left.length > MOST_ADDRESSES)
    return {
      addresses: [],
      waits: said(
        'Who is left is not certain: the sheet names nobody else. Write the names of those who get it.',
        '제외하고 남는 수신자가 확실하지 않습니다. 받을 이를 모두 적으십시오.',
      ),
    };
  guesses.make(
    'all-but',
    (r) =>
      said(
        `${r.en}: “all except” means every recipient that the sheet names, but those left out.`,
        `${r.ko}: ‘제외’는 시트에 적힌 모든 수신자 가운데 제외한 이를 뺀 나머지로 보았습니다.`,
      ),
    said('The sheet names its recipients nowhere else.', '수신자 명단이 시트에 따로 없기 때문입니다.'),
    row.row,
  );
  return { addresses: left };
}

const NO_COLUMN = said(
  'The sheet has no column of recipients. Add one, or say with a column map which one it is.',
  '수신자 열이 없습니다. 열을 두거나 열 대응표로 어느 열인지 지정하십시오.',
);
