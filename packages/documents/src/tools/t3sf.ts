import { said } from '../error.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { fieldsIn, isFields, madeSheet, shown } from './made.ts';

const MEANS = {
  '#': 'number',
  'Real Time': 'notes',
  Date: 'time',
  Subject: 'title',
  From: 'from',
  Player: 'to',
  Script: 'text',
  Photo: 'notes',
  'Picture Name': 'notes',
  Profile: 'notes',
  Poll: 'notes',
} as const;

/** The MSEL of T3SF: a list of injects with its own field names. Undefined where a value is none. */
export function t3sfSheet(value: unknown): Sheet[] | undefined {
  const list = Array.isArray(value) ? value : isFields(value) ? Object.values(value).find((v) => fieldsIn(v).length > 0) : undefined;
  const injects = fieldsIn(list);
  const keys = [...new Set(injects.flatMap((i) => Object.keys(i)))];
  if (injects.length === 0 || !keys.includes('Player') || !(keys.includes('Script') || keys.includes('Subject'))) return undefined;
  const rows = injects.map((inject) => keys.map((key) => shown(inject[key])));
  const left = ['Photo', 'Picture Name', 'Profile', 'Poll'].filter((key) => injects.some((i) => shown(i[key]) !== ''));
  return [
    madeSheet(
      'T3SF',
      't3sf',
      keys,
      rows,
      [
        said('This is an MSEL of T3SF.', 'T3SF의 MSEL입니다.'),
        ...(left.length > 0
          ? [
              said(
                `${left.join(', ')} stand in the control note; pictures are not fetched.`,
                `${left.join(', ')}은(는) 통제관 참고에 옮겼으며 그림은 내려받지 않습니다.`,
              ),
            ]
          : []),
      ],
      MEANS,
    ),
  ];
}
