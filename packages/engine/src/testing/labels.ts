/** A fictional label policy for tests: three levels, a permissive, a restrictive and an informative category. */
export const HARBOUR_POLICY = {
  id: 'harbour',
  name: { en: 'Harbour labels', ko: '항만 표시' },
  levels: [
    { id: 'OPEN', reach: 'everyone', means: { en: 'Everybody.', ko: '모두' } },
    { id: 'HARBOUR', mark: '(H)', reach: 'community', means: { en: 'All who work on the water.', ko: '해상 업무 종사자' } },
    { id: 'QUAY', mark: '(Q)', reach: 'organisation', means: { en: 'One’s own house.', ko: '소속 기관' } },
    { id: 'SEALED', mark: '(S)', reach: 'named', means: { en: 'By name.', ko: '지명된 사람' } },
  ],
  categories: [
    {
      id: 'REL',
      name: { en: 'Releasable to', ko: '제공 대상' },
      kind: 'permissive',
      values: ['NORTH', 'SOUTH', 'WEST'].map((id) => ({ id, name: { en: id, ko: id } })),
    },
    {
      id: 'NEED',
      name: { en: 'Needs', ko: '필요 자격' },
      kind: 'restrictive',
      values: ['MED', 'CARGO'].map((id) => ({ id, name: { en: id, ko: id } })),
    },
    { id: 'ABOUT', name: { en: 'About', ko: '주제' }, kind: 'informative', values: [{ id: 'TIDE', name: { en: 'Tide', ko: '조석' } }] },
  ],
  usual: 'HARBOUR',
  banner: true,
  clearances: {
    a: { values: { REL: ['NORTH'], NEED: ['MED', 'CARGO'] } },
    b: { values: { REL: ['SOUTH'], NEED: ['MED'] } },
    c: { level: 'QUAY', values: { REL: ['WEST'], NEED: [] } },
  },
} as const;

/** Labels of the policies that generated exercises use: those of one are another policy's in the other. */
export const LABELS = {
  tlp: ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'],
  harbour: [
    'OPEN',
    'HARBOUR',
    'QUAY',
    'SEALED',
    'HARBOUR//REL NORTH,SOUTH',
    'HARBOUR//REL SOUTH//NEED MED',
    'OPEN//NEED CARGO//ABOUT TIDE',
  ],
};
