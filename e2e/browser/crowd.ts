import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, startServer } from '@entente/server';
import { Door } from '../../tools/screens/door.ts';

const root = join(import.meta.dirname, '../..');
const PARTIES = [
  ['k', 'Republic of Korea, Ministry of National Defense', '대한민국 국방부 및 합동참모본부'],
  ['u', 'United States Indo-Pacific Command', '미합중국 인도태평양사령부'],
  ['j', 'Partner government of the northern sea', '북방해역 협력국 정부 합동대책본부'],
  ['h', 'International hospital association', '국경지역 국제병원연합회 중앙본부'],
] as const;
const CELLS = [
  ['policy', 'Crisis policy and planning staff', '위기관리정책기획총괄반'],
  ['voice', 'Public information and liaison staff', '대국민공보및관계기관연락반'],
] as const;
const POSTS = [
  ['Director general for policy coordination', '정책조정총괄국장'],
  ['Senior adviser for international cooperation', '국제협력선임보좌관'],
  ['Desk officer for information sharing', '정보공유실무담당관'],
  ['Legal counsel for emergency law', '비상대비법무담당관'],
  ['Liaison officer to the allied headquarters', '연합사령부파견연락관'],
  ['Watch officer of the operations centre', '상황실당직담당관'],
  ['Adviser for humanitarian affairs', '인도적지원자문관'],
  ['Recorder of the delegation', '대표단기록담당관'],
] as const;
const TITLE = {
  en: 'Joint table-top exercise on the extended protection of the northern approaches, second autumn round',
  ko: '북방 접근해역 확장보호태세 점검을 위한 관계부처 및 동맹국 합동 토의식 연습 하반기 제2차',
};
const title = (n: number) => ({
  en: `Report ${n}: the coastal observation posts have seen unusual movements of vessels and ask for guidance before dusk`,
  ko: `제${n}보: 연안감시초소 선박 특이동향 관측 및 일몰 이전 대응지침 하달 요청에 관한 긴급 보고`,
});
const text = (n: number) => ({
  en: `${title(n).en}. Nothing else is known at this hour; the next report follows.`,
  ko: `${title(n).ko}. 현재까지 추가로 확인된 사항은 없으며, 다음 보고가 이어질 예정임.`,
});

/** Four parties with two cells each: long names, long titles, every kind of thing that a screen shows. */
const scenario = (seatsOfACell: number) => ({
  entente: 1,
  id: 'crowd',
  title: TITLE,
  start: '2027-03-02T08:00+09:00',
  duration: 'PT8H',
  languages: ['en', 'ko'],
  situation: text(0),
  parties: PARTIES.map(([party, en, ko], i) => ({
    id: party,
    name: { en, ko },
    capital: { name: { en: 'The capital', ko: '수도' }, zone: ['Asia/Seoul', 'America/New_York', 'Asia/Tokyo', 'Europe/Paris'][i] },
    cells: CELLS.map(([cell, cellEn, cellKo]) => ({
      id: `${party}-${cell}`,
      name: { en: cellEn, ko: cellKo },
      seats: POSTS.slice(0, seatsOfACell).map(([postEn, postKo], n) => ({
        id: `${party}-${cell}-${n + 1}`,
        name: { en: postEn, ko: postKo },
        card: text(n),
        may: ['speak', 'release', 'consult', 'sign'],
      })),
    })),
  })),
  entities: [{ id: 'wire', name: { en: 'The wire agency of the northern coast', ko: '북방연안종합통신사 국제보도국' }, kind: 'media' }],
  moves: [
    {
      id: 'first',
      name: { en: 'Warning and first consultations', ko: '경고상황 판단 및 최초 협의 국면' },
      from: 'PT0M',
      to: 'PT4H',
      brief: text(1),
    },
    { id: 'second', name: { en: 'Decision', ko: '대응방안 결정 국면' }, from: 'PT4H', to: 'PT8H', brief: text(2) },
  ],
  objectives: [{ id: 'share', text: { en: 'Information is shared in time among all', ko: '관계기관 간 정보의 적시 공유' } }],
  items: [
    {
      id: 'vessels',
      title: title(90),
      kind: 'assessment',
      originator: 'party:k',
      held: ['party:k'],
      portions: [
        { id: 'a', label: 'TLP:AMBER', text: text(91) },
        { id: 'b', label: 'TLP:AMBER+STRICT', text: text(92) },
      ],
    },
  ],
  forums: [
    {
      id: 'council',
      name: { en: 'Standing consultative council of the northern approaches', ko: '북방 접근해역 상설협의이사회' },
      members: PARTIES.map(([party]) => party),
      chairs: ['k', 'u'],
    },
  ],
  injects: [
    ...Array.from({ length: 12 }, (_, i) => ({
      id: `i-${i + 1}`,
      at: `PT${5 + i * 15}M`,
      from: 'wire',
      to: [['everyone'], ['party:k'], ['cell:u-policy'], ['public']][i % 4],
      channel: ['report', 'email', 'phone', 'news'][i % 4],
      title: title(i + 1),
      text: text(i + 1),
    })),
    { id: 'i-hand', manual: true, at: 'PT20M', from: 'wire', to: ['party:k'], title: title(40), text: text(40) },
  ],
  expects: [
    { id: 'e-1', after: { event: 'i-1' }, within: 'PT30M', by: 'cell:k-policy', text: title(60), objective: 'share' },
    { id: 'e-2', after: { event: 'i-1' }, within: 'PT5H', by: 'cell:u-policy', text: title(61), objective: 'share' },
  ],
});

/** An exercise with a door for each seat that somebody opened. */
export interface Crowd {
  readonly server: RunningServer;
  readonly director: Door;
  readonly id: string;
  readonly doors: ReadonlyMap<string, Door>;
  close(): Promise<void>;
}

/** How many sit in each of the eight cells, and how many questions each of them puts to control. */
export interface Room {
  readonly seatsOfACell: number;
  readonly questions?: number;
}
const FORTY: Room = { seatsOfACell: 5 };

/** A server with one exercise of forty seats, or so many, in full swing: asked, told, shared, requested, missed. */
export async function gatherCrowd(webRoot = join(root, 'packages/web/dist'), { seatsOfACell, questions = 0 } = FORTY): Promise<Crowd> {
  const crowd = scenario(seatsOfACell);
  const folder = mkdtempSync(join(tmpdir(), 'entente-crowd-'));
  mkdirSync(join(folder, 'crowd'));
  // YAML takes JSON as it is.
  writeFileSync(join(folder, 'crowd', 'scenario.yaml'), JSON.stringify(crowd));
  const server = await startServer({ dataDir: ':memory:', logLevel: 'silent', scenariosDirs: [folder], webRoot });
  const director = new Door(server.url);
  await director.post('/api/director', { token: new URL(server.directorLink ?? '').hash.replace('#director=', '') });
  const { id } = await director.post<{ id: string }>('/api/exercises', { scenario: 'crowd' });
  const players = crowd.parties.flatMap((p) => p.cells.flatMap((c) => c.seats.map((s) => `seat:${s.id}`)));
  const seats = ['control', 'control:k', 'public', 'evaluators', 'evaluators:k', 'observers', ...players];
  const { links } = await director.post<{ links: { seat: string; url: string }[] }>(`/api/exercises/${id}/links`, { seats });
  const doors = new Map<string, Door>();
  for (const { seat, url } of links) {
    const door = new Door(server.url);
    door.path = (await door.post<{ path: string }>('/api/join', { token: url.split('#')[1] })).path;
    doors.set(seat, door);
  }
  await play(doors, players);
  await ask(doors, players, questions);
  return {
    ...{ server, director, id, doors },
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Does something at a door; gives the events that it brought. */
type Act = (seat: string, command: Parameters<Door['command']>[1]) => Promise<readonly string[]>;

async function play(doors: ReadonlyMap<string, Door>, players: readonly string[]): Promise<void> {
  let n = 0;
  const act: Act = async (seat, command) => {
    const answer = await doors.get(seat)?.command(`crowd-act-${++n}`, command);
    if (!answer?.ok) throw new Error(`${seat} ${command.type}: ${JSON.stringify(answer)}`);
    return answer.events;
  };
  await act('control', { type: 'TakeSeat', name: '연습통제단 총괄 김대한민국만세' });
  await act('control:k', { type: 'TakeSeat', name: '국방부 통제관 남궁민수연' });
  await act('evaluators', { type: 'TakeSeat', name: '합동평가단 선임평가관 이평가' });
  await act('evaluators:k', { type: 'TakeSeat', name: '국방부 평가관 독고평가관' });
  // The last seat stays empty: its door shows how a seat is taken.
  for (const [i, seat] of players.slice(0, -1).entries())
    await act(seat, { type: 'TakeSeat', name: `황보연구관 제${i + 1}호`, function: '정책조정담당 사무관' });
  await act('control', { type: 'StartClock' });
  await act('control', { type: 'JumpClock', to: 70 * 60_000 });
  const say = (to: string[], n: number, purpose: 'ask' | 'inform', label = 'TLP:AMBER+STRICT') =>
    ({ type: 'SendMessage', to, subject: title(n).ko, text: text(n).ko, purpose, channel: 'message', label }) as const;
  for (const [i, seat] of players.slice(0, 6).entries()) await act(seat, say(['control'], i + 70, 'ask'));
  await act('seat:u-policy-1', say(['party:k'], 80, 'ask'));
  await act('seat:k-voice-1', { type: 'Speak', text: text(81).ko, attribution: 'on-record', posture: 'active' });
  await act('seat:u-policy-1', { type: 'RequestItem', to: 'party:k', text: text(82).ko, due: 120 * 60_000 });
  // In one language, and said so: each has a text to translate.
  for (const from of ['seat:k-policy-1', 'control'] as const)
    await act(from, { ...say(['party:u'], 96, 'inform'), subject: undefined, text: { ko: text(96).ko } });
  await act('evaluators:k', { type: 'WriteNote', text: text(83).ko });
  await consult(act);
  await act('control', { type: 'CallRoll' });
}

/** On a table of all four: one matter under silence, and one that asks for positions, on a text with brackets. */
async function consult(act: Act): Promise<void> {
  const [K, U, J] = ['seat:k-policy-1', 'seat:u-policy-1', 'seat:j-policy-1'] as const;
  const label = 'TLP:AMBER+STRICT';
  const due = 110 * 60_000;
  const all = PARTIES.map(([party]) => `party:${party}` as const);
  const silence = { type: 'OpenMatter', procedure: 'silence', title: title(95), text: text(95), label, shown: 'come', due } as const;
  const [forum = ''] = await act(K, { ...silence, with: all });
  const [of = ''] = await act(K, { type: 'TableText', forum, title: title(84), label, paragraphs: [text(84), text(85)] });
  await act(U, { type: 'SetWording', of, version: 1, paragraph: 'p1', words: text(86) });
  await act(K, { type: 'SetWording', of, version: 1, paragraph: 'p1', words: text(87) });
  const [matter = ''] = await act(U, { ...silence, procedure: 'consensus', forum, title: title(88), on: of, basis: 'open' });
  await act(J, { type: 'ActInMatter', matter, act: 'join', text: text(89) });
  await act(U, { type: 'ActInMatter', matter, act: 'interpret', text: text(93), paragraph: 'p1' });
  await act('seat:k-policy-2', { type: 'KeepPosition', matter, act: 'join', text: text(94) });
}

/** Everybody who sits at a seat asks control, so many times. */
async function ask(doors: ReadonlyMap<string, Door>, players: readonly string[], times: number): Promise<void> {
  const seated = players.slice(0, -1);
  for (let n = 0; n < times; n++)
    await Promise.all(
      seated.map((seat, i) =>
        doors.get(seat)?.command(`crowd-asks-${n}-${i}`, {
          ...{ type: 'SendMessage', to: ['control'], text: { ko: text(n).ko, en: text(n).en } },
          ...{ purpose: 'ask', channel: 'message', label: 'TLP:AMBER' },
        } as Parameters<Door['command']>[1]),
      ),
    );
}
