import { type Said, said } from '../error.ts';
import type { Guesses } from '../guesses.ts';
import type { TimesTemplate } from './reading.ts';
import type { TimedRow } from './start.ts';
import { readTimeText } from './time.ts';
import type { When } from './when.ts';
import { isOffset, zoneMs } from './zones.ts';

/**
 * Puts all times of day into one zone: that of the map, of STARTEX or of the header, else that which most rows name.
 * Where rows name none and nothing says what they mean, no zone is applied and each that is named is told.
 */
export function inOneZone(
  rows: readonly TimedRow[],
  times: TimesTemplate,
  guesses: Guesses,
): { rows: TimedRow[]; zone: string | undefined } {
  const startex = times.startex === undefined ? undefined : readTimeText(times.startex.trim());
  const ofStart = startex && (startex.kind === 'date' || startex.kind === 'clock') && isOffset(startex.zone) ? startex.zone : undefined;
  const timed = rows.filter((r) => r.when.kind === 'clock' || (r.when.kind === 'date' && !r.when.timeless));
  const ofRow = (r: TimedRow): string | undefined => zoneOfRow(r.when) ?? r.hints?.zone;
  const named = timed.flatMap((r) => (isOffset(ofRow(r)) ? [ofRow(r) as string] : []));
  const header = rows.find((r) => isOffset(r.hints?.zone))?.hints?.zone;
  const common = mostOf(named);
  const whole = named.length > 0 && named.length === timed.length;
  const base = times.zone ?? ofStart ?? header ?? (whole ? common : undefined);
  const because = times.zone
    ? said('The map says so.', '열 대응표에 그렇게 적혀 있기 때문입니다.')
    : ofStart
      ? said('STARTEX is given with that offset.', '연습 개시가 그 시차로 지정되었기 때문입니다.')
      : header
        ? said('The sheet says so beside its times.', '시각 옆에 그렇게 적혀 있기 때문입니다.')
        : said('Every time in the sheet names a zone.', '모든 시각에 시간대가 적혀 있기 때문입니다.');
  sayZone(base, because, times, timed, guesses, localIn(timed));
  return { zone: base, rows: rows.map((r) => ({ ...r, when: placed(r, ofRow(r), base, guesses) })) };
}

const zoneOfRow = (when: When): string | undefined => (when.kind === 'clock' || when.kind === 'date' ? when.zone : undefined);

function mostOf(zones: readonly string[]): string | undefined {
  const count = new Map<string, number>();
  for (const zone of zones) count.set(zone, (count.get(zone) ?? 0) + 1);
  return [...count].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

function placed(r: TimedRow, zone: string | undefined, base: string | undefined, guesses: Guesses): When {
  const { when } = r;
  if (when.kind !== 'clock' && when.kind !== 'date') return when;
  if (when.kind === 'date' && when.timeless) return when;
  const own = when.zone;
  if (base !== undefined && isOffset(zone)) return { ...when, zone: base, ms: when.ms - zoneMs(zone) + zoneMs(base) };
  const { zone: _zone, zoneWord: _word, ...bare } = when;
  if (own !== undefined && own !== 'local') notApplied(when.zoneWord ?? own, own === 'doubtful' ? DOUBTFUL : MIXED, r.row, guesses);
  else if (own === undefined && r.hints?.zone === 'doubtful') notApplied(r.hints.zoneWord ?? '', DOUBTFUL, r.row, guesses);
  return { ...bare, ...(base ? { zone: base } : {}) } as When;
}

const DOUBTFUL = said('Its offset depends on the date or on who writes it.', '날짜나 쓰는 사람에 따라 시차가 달라지기 때문입니다.');
const MIXED = said(
  'Other times name no zone, so that nobody can say how far they are apart.',
  '다른 시각에는 시간대가 없어 시차를 알 수 없기 때문입니다.',
);

function notApplied(word: string, because: Said, row: number, guesses: Guesses): void {
  guesses.decide({
    key: 'zone-left',
    code: 'zone-left',
    kind: 'zone',
    what: (rows) =>
      said(
        `${rows.en}: the time zone “${word.toUpperCase()}” is not applied; the time is taken as it stands.`,
        `${rows.ko}: 시간대 “${word.toUpperCase()}”은(는) 적용하지 않고 적힌 시각 그대로 보았습니다.`,
      ),
    because,
    confidence: 0.6,
    rows: [row],
  });
}

/** Where the sheet calls its times local and does not say whose: its words, as it says them. */
function localIn(timed: readonly TimedRow[]): Said | undefined {
  for (const { hints, when } of timed) {
    if (hints?.local)
      return said(
        `Row ${hints.local.row} says “${hints.local.words.slice(0, 80)}”`,
        `${hints.local.row}행에 “${hints.local.words.slice(0, 80)}”(이)라고`,
      );
    if ((when.kind === 'clock' || when.kind === 'date') && when.zone === 'local')
      return said(
        `Times are marked “${(when.zoneWord ?? 'local').toUpperCase()}”`,
        `시각에 “${(when.zoneWord ?? 'local').toUpperCase()}”(이)라고`,
      );
  }
  return undefined;
}

const CHOICES = ['+09:00', '+00:00', '-05:00', '-04:00', '+01:00', '+02:00'];

function sayZone(
  base: string | undefined,
  because: Said,
  times: TimesTemplate,
  timed: readonly TimedRow[],
  guesses: Guesses,
  local: Said | undefined,
): void {
  guesses.decide({
    key: 'zone',
    code: 'zone',
    kind: 'zone',
    what:
      base === undefined
        ? local
          ? said(
              'Times are local; until somebody says whose, they are taken as UTC.',
              '현지 시각이라고만 되어 있어, 정할 때까지 UTC로 봅니다.',
            )
          : said('Times are taken as UTC.', '시각을 UTC로 보았습니다.')
        : said(`Times are UTC${base === '+00:00' ? '' : base}.`, `시각은 UTC${base === '+00:00' ? '' : base} 기준입니다.`),
    because:
      base === undefined && local
        ? said(
            `${local.en}, and not which place is meant. Choose the zone.`,
            `${local.ko} 적혀 있으나 어느 곳의 시각인지는 없습니다. 시간대를 고르십시오.`,
          )
        : base === undefined
          ? said(
              'The sheet names no time zone; give STARTEX with its offset, such as 2027-03-02T08:00+09:00.',
              '시간대가 적혀 있지 않기 때문입니다. 2027-03-02T08:00+09:00처럼 시간대를 붙여 연습 개시 시각을 지정할 수 있습니다.',
            )
          : because,
    value: base ?? '+00:00',
    // Local to whom, the sheet does not say: no zone is likelier than another.
    ...(base === undefined && local ? { suggestion: '' } : {}),
    confidence: base !== undefined ? 0.95 : local ? 0.5 : 0.85,
    alternatives: [...new Set([...(base ? [base] : []), ...CHOICES])].map((value) => ({
      value,
      label: said(`UTC${value}`, `UTC${value}`),
    })),
    sets: ['times', 'zone'],
    given: times.zone !== undefined,
    plain: base !== undefined,
    rows: timed.map((r) => r.row),
  });
}
