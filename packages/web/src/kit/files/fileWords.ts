import type { AttachmentCard } from '@entente/engine';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const OPEN = 'application/vnd.oasis.opendocument.';
/** The catalogue's word for a media type; the first that fits. */
const KINDS: readonly (readonly [start: string, kind: string])[] = [
  ['image/', 'picture'],
  ['application/pdf', 'pdf'],
  [`${OFFICE}wordprocessingml`, 'document'],
  [`${OPEN}text`, 'document'],
  ['application/msword', 'document'],
  ['application/x-hwp', 'hwp'],
  ['application/hwp', 'hwp'],
  [`${OFFICE}spreadsheetml`, 'sheet'],
  [`${OPEN}spreadsheet`, 'sheet'],
  ['application/vnd.ms-excel', 'sheet'],
  ['text/csv', 'sheet'],
  [`${OFFICE}presentationml`, 'slides'],
  [`${OPEN}presentation`, 'slides'],
  ['application/vnd.ms-powerpoint', 'slides'],
  ['text/', 'text'],
  ['audio/', 'sound'],
  ['video/', 'film'],
  ['application/zip', 'archive'],
];

/** What a person calls a file of this media type, as a key of the catalogue. */
export function kindOf(type: string): string {
  return KINDS.find(([start]) => type.startsWith(start))?.[1] ?? 'other';
}

/** How it can be looked at without saving it. */
export function previewOf({ type }: Pick<AttachmentCard, 'type'>): 'picture' | 'pdf' | undefined {
  if (['image/png', 'image/jpeg', 'image/gif', 'image/webp'].includes(type)) return 'picture';
  return type === 'application/pdf' ? 'pdf' : undefined;
}

/** A size as people say it: “512 B”, “43 kB”, “1.2 MB”. */
export function sizeWords(bytes: number, language: string): string {
  const [value, unit] = bytes < 1_000 ? [bytes, 'B'] : bytes < 999_500 ? [bytes / 1_000, 'kB'] : [bytes / 1_000_000, 'MB'];
  const digits = unit === 'MB' && value < 99.5 ? 1 : 0;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value)} ${unit}`;
}

/** Where a seat (`door`: `/s/DOOR`) gets a file. */
export function fileUrl(door: string, id: string, download = false): string {
  return `${door}/api/attachments/${encodeURIComponent(id)}${download ? '?download' : ''}`;
}
