import type { Entry } from './catalogue-entry.ts';

/** Problems of forums, and of what is consulted on there. */
export const CONSULTATION = {
  'unknown-forum': [
    'error',
    'There is no forum “{value}”.',
    '없는 협의체(forums): {value}',
    '{meant} Add it under forums, or use one of those.',
    '{meant} forums에 추가하거나 있는 것을 쓰십시오.',
  ],
  'unknown-subject': [
    'error',
    'There is no subject “{value}”.',
    '없는 사안(subjects): {value}',
    '{meant} Add it under subjects, or use one of those.',
    '{meant} subjects에 추가하거나 있는 것을 쓰십시오.',
  ],
} as const satisfies Record<string, Entry>;
