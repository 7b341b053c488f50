/** Time zones as planners write them, for offsets that everybody means alike. */

const OFFSETS: Readonly<Record<string, string>> = {
  utc: '+00:00',
  gmt: '+00:00',
  zulu: '+00:00',
  z: '+00:00',
  wet: '+00:00',
  kst: '+09:00',
  jst: '+09:00',
  korea: '+09:00',
  'korean time': '+09:00',
  seoul: '+09:00',
  tokyo: '+09:00',
  cet: '+01:00',
  cest: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
  sgt: '+08:00',
  hkt: '+08:00',
  pht: '+08:00',
  awst: '+08:00',
  aest: '+10:00',
  aedt: '+11:00',
  nzst: '+12:00',
  nzdt: '+13:00',
  est: '-05:00',
  edt: '-04:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  akst: '-09:00',
  akdt: '-08:00',
  hst: '-10:00',
  한국: '+09:00',
  한국시간: '+09:00',
  한국표준시: '+09:00',
  서울: '+09:00',
  세계표준시: '+00:00',
  협정세계시: '+00:00',
};
/** Letters of the military: A to I count eastward from one, K to M go on, N to Y count westward. J and mostly L are local. */
const MILITARY = 'abcdefghiklm';
const MILITARY_WEST = 'nopqrstuvwxy';

const LOCAL = /^(?:l|j|lt|local|local time|loc|현지|현지시각|현지시간|지방시)$/;
/** Names whose offset depends on the date or on who writes: named, and not applied. */
const DOUBTFUL =
  /^(?:et|ct|mt|pt|eastern|central|mountain|pacific|cst|bst|ist|ast|washington|new york|london|paris|berlin|워싱턴|미국)(?: time)?$/;

/** The offset of a name, `local`, or `doubtful`; undefined where it is no zone. A letter counts as one only if `letters`. */
export function zoneOf(written: string | undefined, letters = true): string | undefined {
  const zone = written?.trim().toLowerCase().replace(/[()]/g, '').trim();
  if (zone === undefined || zone === '') return undefined;
  if (LOCAL.test(zone)) return 'local';
  const known = OFFSETS[zone] ?? OFFSETS[zone.replace(/ (?:standard )?time$/, '')];
  if (known) return known;
  if (DOUBTFUL.test(zone)) return 'doubtful';
  if (letters && /^[a-z]$/.test(zone)) return military(zone);
  const m = /^(?:utc|gmt)? ?([+-]) ?(\d{1,2}):?(\d\d)?$/.exec(zone);
  if (m && Number(m[2]) <= 14 && Number(m[3] ?? 0) <= 59) return `${m[1]}${m[2]?.padStart(2, '0')}:${m[3] ?? '00'}`;
  return undefined;
}

function military(letter: string): string {
  const east = MILITARY.indexOf(letter);
  const hours = east >= 0 ? east + 1 : -(MILITARY_WEST.indexOf(letter) + 1);
  return `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
}

/** The zone that a header or a remark names: “Time (KST)”, “All times UTC+9”, “DTG Z”. */
export function zoneIn(text: string): { zone: string; word: string } | undefined {
  for (const m of text.matchAll(/(?:utc|gmt) ?[+-] ?\d{1,2}(?::?\d\d)?|[a-z]{2,}(?: time)?|[가-힣]+|\b[a-z]\b/gi)) {
    const word = m[0].toLowerCase();
    if (/^[a-z]$/.test(word) && word !== 'z') continue;
    const zone = zoneOf(word, false);
    if (zone && zone !== 'local') return { zone, word: m[0] };
  }
  return undefined;
}

export const zoneMs = (zone: string): number =>
  (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 3_600_000 + Number(zone.slice(4, 6)) * 60_000);
export const isOffset = (zone: string | undefined): zone is string => zone !== undefined && /^[+-]\d\d:\d\d$/.test(zone);
