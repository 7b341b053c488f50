import type { LabelPolicy } from './policy.ts';

/**
 * Traffic Light Protocol 2.0 (FIRST, August 2022). Not a classification scheme. Written in upper case, without blanks,
 * never translated; colours on black are the standard's own.
 */
export const TLP_POLICY: LabelPolicy = {
  id: 'tlp',
  name: { en: 'TLP 2.0', ko: 'TLP 2.0' },
  levels: [
    {
      id: 'TLP:CLEAR',
      reach: 'everyone',
      means: { en: 'No limit.', ko: '제한 없음' },
      ink: '#FFFFFF',
      ground: '#000000',
    },
    {
      id: 'TLP:GREEN',
      reach: 'community',
      means: { en: 'The community of this exercise, not the public.', ko: '이번 연습의 참가측까지, 일반 공개 금지' },
      ink: '#33FF00',
      ground: '#000000',
    },
    {
      id: 'TLP:AMBER',
      reach: 'clients',
      means: {
        en: 'Your organisation and its clients, as far as they need to know.',
        ko: '소속 기관과 그 업무 상대 기관, 업무상 필요한 인원에 한함',
      },
      ink: '#FFC000',
      ground: '#000000',
    },
    {
      id: 'TLP:AMBER+STRICT',
      reach: 'organisation',
      means: { en: 'Your organisation only, as far as it needs to know.', ko: '소속 기관에 한함, 업무상 필요한 인원에 한함' },
      ink: '#FFC000',
      ground: '#000000',
    },
    {
      id: 'TLP:RED',
      reach: 'named',
      means: { en: 'Named recipients only.', ko: '지명된 수신자에 한함' },
      ink: '#FF2B2B',
      ground: '#000000',
    },
  ],
  categories: [],
  usual: 'TLP:GREEN',
  banner: false,
  clearances: {},
};
