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
  'member-twice': [
    'error',
    'The party “{party}” is a member already, at {where}.',
    '구성원 중복: {party} (이미 쓰인 곳: {where})',
    'Write a party once, with all the seats that sit there for it.',
    '참가측은 한 번만 쓰고, 그 대표단의 직책을 함께 적으십시오.',
  ],
  'seat-of-another': [
    'error',
    '“{value}” does not belong to {party}.',
    '{party} 소속이 아님: {value}',
    'A delegation is made of seats and cells of its own party.',
    '대표단은 해당 참가측의 직책과 반으로 구성합니다.',
  ],
  'chair-no-member': [
    'error',
    '“{party}” chairs this forum and is no member of it.',
    '구성원이 아닌 의장: {party}',
    'Choose a chair among the members ({known}), or add it to them.',
    '구성원({known}) 가운데 의장을 정하거나 구성원으로 추가하십시오.',
  ],
  'head-by-chance': [
    'warning',
    'Nobody of this delegation has the right to sign: “{seat}”, its first seat, binds {party}.',
    '서명 권한이 있는 직책이 없어 첫 직책({seat})이 {party}을(를) 대표하게 됨',
    'Give a seat may: [sign], or write the head of the delegation first (seats: [seat:…, …]).',
    '직책에 may: [sign]을 주거나 수석대표의 직책을 맨 앞에 쓰십시오(seats: [seat:…, …]).',
  ],
  'subject-idle': [
    'warning',
    'No forum is to be consulted before a decision on “{id}”.',
    '결정 전에 협의할 협의체가 없는 사안: {id}',
    'Name it under consultsBefore of a forum, or drop it.',
    '협의체의 consultsBefore에 적거나 사안을 빼십시오.',
  ],
  'not-of-forum': [
    'warning',
    'This can never hold: {why}.',
    '성립할 수 없는 조건: {why}',
    '{meant} There are: {known}.',
    '{meant} 쓸 수 있는 것: {known}',
  ],
} as const satisfies Record<string, Entry>;
