import type { Entry } from './catalogue-entry.ts';

/** Problems of what a scenario says of its rehearsal. */
export const REHEARSAL = {
  'unknown-uncertainty': [
    'error',
    'There is no uncertainty “{value}”.',
    '없는 불확실 요인: {value}',
    '{meant} Add it under uncertainties, or write a duration such as PT10M. There are: {known}.',
    '{meant} uncertainties에 추가하거나 PT10M 같은 기간을 쓰십시오. 있는 것: {known}',
  ],
  'unknown-measure': [
    'error',
    'There is no measure “{value}”.',
    '없는 성과 척도: {value}',
    '{meant} Add it under measures. There are: {known}.',
    '{meant} measures에 추가하십시오. 있는 것: {known}',
  ],
  'unknown-waits': [
    'error',
    'Nothing waits for a seat that is called “{value}”.',
    '직책에 대기하는 것이 아님: {value}',
    '{meant} What may wait: {known}.',
    '{meant} 대기할 수 있는 것: {known}',
  ],
  'unknown-play': [
    'error',
    'There is no recorded play “{value}”.',
    '없는 진행 기록: {value}',
    '{meant} Put it into the folder plays/. There are: {known}.',
    '{meant} plays/ 폴더에 두십시오. 있는 것: {known}',
  ],
} as const satisfies Readonly<Record<string, Entry>>;
