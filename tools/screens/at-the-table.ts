import type { Command, Text, World } from '@entente/engine';

const MINUTE_MS = 60_000;
/** Scenario time, ms. */
const clock = (hours: number, minutes: number): number => (hours * 60 + minutes) * MINUTE_MS;

export interface TableAct {
  readonly at: number;
  readonly seat: string;
  /** What is sent; it reads from the world what went before. */
  readonly command: (world: World) => Command;
}

const NOTE: Text = { en: 'Notice to shipping and airlines', ko: '선박·항공기 안전 공지' };
const KEEP_CLEAR: Text = {
  en: 'Ships and aircraft are advised to keep clear of the eastern waters named by the coastal authorities.',
  ko: '선박과 항공기에 연안 당국이 정한 동쪽 수역을 피하도록 권고한다.',
};
const UNTIL: Text = { en: 'The advice applies until 18:00 Seoul time today.', ko: '이 권고는 금일 18시(서울 시각)까지 적용한다.' };
const AND_AGAIN: Text = {
  en: 'The advice applies until 18:00 Seoul time today, and is looked at again at 17:00.',
  ko: '이 권고는 금일 18시(서울 시각)까지 적용하며, 17시에 다시 검토한다.',
};
const SAME_MINUTE: Text = {
  en: 'The members give it at the same minute and in the same words.',
  ko: '각국은 같은 시각에 같은 문안으로 알린다.',
};
const LINE: Text = { en: 'Joint line on the measure', ko: '조치에 관한 공동 입장' };
const CONSULTED: Text = {
  en: 'The two governments have consulted on the statement of 12:35 and have agreed one response.',
  ko: '양국 정부는 12시 35분 성명에 관하여 협의하였으며 하나의 대응방안에 합의하였다.',
};
const ASKED: Text = {
  en: 'Asked about it, both governments answer in these words within one hour of each other.',
  ko: '질의를 받으면 양국 정부는 서로 1시간 이내에 이 문안대로 답한다.',
};
const ASKED_COMMA: Text = {
  en: 'Asked about it, both governments answer in these words, within one hour of each other.',
  ko: '질의를 받으면 양국 정부는 서로 1시간 이내에, 이 문안대로 답한다.',
};
const HEARING: Text = { en: 'When the others hear of a measure', ko: '조치의 사전 통보 시점' };

const named = <T extends { readonly card: { readonly title?: Text } }>(things: ReadonlyMap<string, T>, title: Text): T => {
  const found = [...things.values()].findLast((t) => JSON.stringify(t.card.title) === JSON.stringify(title));
  if (!found) throw new Error(`Nothing is called ${JSON.stringify(title)}`);
  return found;
};
const forum = ({ consultation }: World, scenario: string): string => {
  const found = [...consultation.forums.values()].find((f) => f.named?.scenario === scenario);
  if (!found) throw new Error(`There is no forum ${scenario}`);
  return found.id;
};
const text = ({ consultation }: World, title: Text) => named(consultation.texts, title);
const matter = ({ consultation }: World, title: Text) => named(consultation.matters, title);
const bracket = (world: World, title: Text): string => text(world, title).brackets.at(-1)?.id ?? '';
const digest = (world: World, title: Text): string => text(world, title).versions.at(-1)?.digest ?? '';

const by = (seat: string, at: number, command: TableAct['command']): TableAct => ({ at, seat, command });
/** For the council’s chair, which control plays. */
const CHAIR = { speaker: 'seat:c-vice-minister' };
const silence = (world: World, due: number): Command => {
  const on = text(world, NOTE).id;
  const asks = { type: 'OpenMatter', forum: forum(world, 'regional-council'), procedure: 'silence', shown: 'come' } as const;
  return { ...asks, title: NOTE, text: NOTE, on, due, ...CHAIR };
};

/** What lies on the tables when pictures are taken: a silence that was broken and is proposed anew, a text of which one signature became void, a question that waits for Seoul. */
export const AT_THE_TABLE: readonly TableAct[] = [
  by('control', clock(4, 24), (w) => ({
    ...{ type: 'TableText', forum: forum(w, 'regional-council'), title: NOTE, paragraphs: [KEEP_CLEAR, UNTIL, SAME_MINUTE] },
    ...CHAIR,
  })),
  by('control', clock(4, 25), (w) => silence(w, clock(4, 45))),
  by('seat:us-state-under', clock(4, 39), (w) => ({ type: 'ActInMatter', matter: matter(w, NOTE).id, act: 'amend', text: AND_AGAIN })),
  by('control', clock(4, 40), (w) => ({
    ...{ type: 'SetWording', of: text(w, NOTE).id, version: 1, paragraph: 'p2', words: AND_AGAIN },
    ...CHAIR,
  })),
  by('seat:us-state-under', clock(4, 41), (w) => ({ type: 'TakeWording', bracket: bracket(w, NOTE) })),
  by('seat:us-nsa', clock(4, 41), (w) => ({
    ...{ type: 'TableText', forum: forum(w, 'consultation-group'), title: LINE, label: 'TLP:AMBER+STRICT', paragraphs: [CONSULTED, ASKED] },
  })),
  by('seat:us-nsa', clock(4, 42), (w) => ({
    ...{ type: 'OpenMatter', forum: forum(w, 'consultation-group'), procedure: 'joint-signature', title: LINE, text: LINE },
    ...{ on: text(w, LINE).id, due: clock(5, 15), label: 'TLP:AMBER+STRICT', shown: 'come' },
  })),
  by('seat:rok-mofa-vice', clock(4, 43), (w) => ({ type: 'TakeWording', bracket: bracket(w, NOTE) })),
  by('control', clock(4, 44), (w) => silence(w, clock(5, 10))),
  by('seat:rok-nsa', clock(4, 45), (w) => ({ type: 'ActInMatter', matter: matter(w, LINE).id, act: 'sign', on: digest(w, LINE) })),
  by('seat:rok-mofa-na', clock(4, 47), (w) => ({
    ...{ type: 'KeepPosition', matter: matter(w, NOTE).id, act: 'object' },
    text: {
      en: 'Our boats sail at four. Object, or reserve on paragraph 3?',
      ko: '우리 어선은 16시에 출항합니다. 이의 제기와 제3항 유보 중 선택이 필요합니다.',
    },
  })),
  by('seat:us-senior-director', clock(4, 48), (w) => ({
    ...{ type: 'OpenMatter', forum: forum(w, 'consultation-group'), procedure: 'consensus', title: HEARING, basis: 'open', shown: 'come' },
    text: {
      en: 'A member that means to announce a measure tells the other before any journalist, at least thirty minutes ahead. Do you join?',
      ko: '조치를 발표하려는 측은 언론보다 먼저, 최소 30분 전에 상대측에 알리는 방안입니다. 동참 여부를 회신해 주시기 바랍니다.',
    },
    due: clock(5, 5),
  })),
  by('seat:us-nsa', clock(4, 49), (w) => ({
    ...{ type: 'SetWording', of: text(w, LINE).id, version: 1, paragraph: 'p2', words: ASKED_COMMA },
  })),
  by('seat:rok-mofa-vice', clock(4, 50), (w) => ({
    ...{ type: 'ActInMatter', matter: matter(w, NOTE).id, act: 'reserve', paragraph: 'p3' },
    text: {
      en: 'The Republic of Korea may tell its fishing boats earlier.',
      ko: '대한민국은 자국 어선에 먼저 알릴 수 있다는 유보를 첨부한다.',
    },
  })),
  by('seat:rok-nsa', clock(4, 51), (w) => ({ type: 'TakeWording', bracket: bracket(w, LINE) })),
  by('seat:us-nsa', clock(4, 52), (w) => ({ type: 'ActInMatter', matter: matter(w, LINE).id, act: 'sign', on: digest(w, LINE) })),
  by('seat:us-nsa', clock(4, 53), (w) => ({
    ...{ type: 'ActInMatter', matter: matter(w, LINE).id, act: 'interpret', paragraph: 'p2' },
    text: { en: 'An answer to the legislature is an answer in this sense.', ko: '의회에 대한 답변도 이 항의 답변에 포함된다.' },
  })),
  by('seat:rok-deputy-nsa', clock(4, 55), (w) => ({
    ...{ type: 'KeepPosition', matter: matter(w, HEARING).id, act: 'join' },
    text: { en: 'We join, if half an hour is kept in both directions.', ko: '30분 기준을 양측이 동일하게 지킨다면 동참합니다.' },
  })),
];
