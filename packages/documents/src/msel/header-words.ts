import type { Meaning } from './reading.ts';

/** A header word and what it may mean, with how sure that is before the column's content is looked at. */
export interface Known {
  readonly meaning: Meaning;
  /** Among columns of one meaning the smallest comes first; from 100 on only where the ones before are empty. */
  readonly rank: number;
  readonly confidence: number;
}

/**
 * The names that columns go by, best first: HSEEP, Crucible, MITRE, OpenAEV, NATO, UK, Korean practice, French, German,
 * Spanish. Groups after `|` are used only where the ones before are empty.
 */
const NAMES: Partial<Record<Meaning, string>> = {
  number:
    'event number, event no, event nr, msel number, msel no, msel item, inject number, inject no, inject id, event id, control number, serial number, serial, ser, number, num, no, nr, id, item no, item, ref, ser no, mel no, mil no, line, line no, seq, sequence, 번호, 순번, 연번, 일련번호, 상황 번호, 상황번호, 메시지 번호, 관리번호, numero, n, nummer, lfd nr',
  date: 'date, day, exercise day, scenario date, event date, inject date, play day, ex day, d day, weekday, 날짜, 일자, 일차, 요일, 월일, datum, tag, jour, fecha, dia',
  time: 'designated scenario time, scenario time, simulated time, sim time, scenario date time, 상황 시각, 상황 시간, 상황시각, 상황시간, 상황일시 | time, event time, inject time, planned time, scheduled time, start time, local time, date time, date and time, dtg, date time group, inject dtg, timeline, timing, timings, when, time to inject, time of inject, start, planned start, inject start, event start, begin, start dtg, start date time, t, h, h hour, startex, t plus, h plus, startex plus,  time due, planned dtg, 시각, 시간, 일시, 예정 시각, 부여 시각, 부여 시간, 부여일시, heure, horaire, uhrzeit, zeit, zeitpunkt, hora | delivery time, exercise time, real time, wall time, extime, 연습 시각, 연습 시간, 연습시각, 연습시간',
  zone: 'time zone, timezone, tz, zone, utc offset, 시간대, 기준시, zeitzone, fuseau horaire, zona horaria',
  type: 'event type, inject type, type, category, kind, type of inject, type of event, 구분, 유형, 종류, 분류, 상황 유형, typ, art, tipo, categorie',
  channel:
    'inject mode, delivery method, delivery mode, method of delivery, inject method, method, mode, channel, means, means of delivery, delivery means, medium, media, delivery, via, how, how delivered, mode of delivery, comms, comms means, communication method, format, inject format, inject vehicle, 수단, 전달 수단, 전달수단, 전달 방법, 부여 수단, 부여 방법, 부여수단, 부여방법, 통신수단, 매체, 방법, 방식, canal, moyen, moyen de transmission, kanal, ubermittlung, medio, via de envio',
  from: 'from, from org, sent from, send from, sender, sent by, source, originator, inject from, simulated by, initiator, caller, role player, actor, persona, message from, reported by, originating agency, from who, from whom, simulated entity, source agency, 발신, 발신자, 발신처, 발신 기관, 발신기관, 송신, 송신자, 보내는 곳, 보낸 곳, 보내는 기관, de, emetteur, expediteur, von, absender, remitente, emisor',
  to: 'to, to org, to action, to primary, action to, sent to, send to, recipient, recipients, receiver, receivers, addressee, addressees, target, targets, target audience, audience, training audience, inject to, injected to, message to, deliver to, delivered to, action addressee, action addressees, receiving agency, received by, to who, to whom, teams, team, players, player, player cell, 수신, 수신자, 수신처, 수신 기관, 수신기관, 수신부서, 받는 곳, 받는 기관, 대상, 대상기관, 대상부서, a, destinataire, destinataires, an, empfanger, para, destinatario, destinatarios',
  info: 'to info, to information, to cc, to copy, info to, info addressee, info addressees, information addressee, information addressees, copy to, cc, cc to, copy, copies, for info, for information, 참조, 참조기관, 참조처, 배부처, 사본',
  title:
    'title, inject title, event title, inject name, event name, subject, headline, name, short title, incident title, topic, msg subject, 제목, 상황명, 상황 제목, 상황제목, 건명, 사건명, 주제, titre, objet, sujet, titel, betreff, titulo, asunto',
  text: 'message, inject text, inject message, message text, inject content, inject, content, contents, body, script, narrative, what, 내용, 상황 내용, 상황내용, 메시지, 메시지 내용, 메시지내용, 주요 내용, 주요내용, 부여내용, 상황부여내용, contenu, texte, inhalt, nachricht, contenido, mensaje | description, inject description, event description, description of event, event summary, inject summary, summary, synopsis, event, incident, incident description, situation, event incident, key event, 상황, 상황개요, 개요, 설명, 상황설명, beschreibung, descripcion, evenement, ereignis | details, detail, inject details, event details, text, scenario, background, 세부 내용, 세부내용, 상세 내용, 세부사항, 세부상황',
  expected:
    'expected participant response, expected player response, expected player action, expected player actions, expected actions, expected action, expected response, expected responses, expected outcome, expected outcomes, expected results, anticipated response, anticipated actions, anticipated player action, expectation description, expectations, expectation, expected reaction, player actions, participant actions, 예상조치, 예상 조치, 예상조치사항, 예상 조치사항, 예상 조치 사항, 기대 조치, 기대조치, 기대행동, 조치 사항, 조치사항, 예상반응, reaction attendue, reactions attendues, actions attendues, action attendue, erwartete reaktion, erwartete massnahmen, erwartete massnahme, respuesta esperada, acciones esperadas, accion esperada | expectation name',
  condition:
    'trigger, condition, conditions, trigger condition, release condition, depends on, dependency, dependencies, predecessor, 조건, 부여조건, 발동조건, 선행상황',
  objective:
    'obj, exercise objective, exercise objectives, objective, objectives, capability, core capability, core capabilities, training objective, training objectives, 연습 목표, 연습목표, 목표, 훈련 목표, 훈련목표, 훈련과제, objectif, objectifs, ziel, ubungsziel, objetivo, objetivos',
  status:
    'status, state, done to do, progress, inject status, event status, approval status, done, complete, completed, 상태, 진행 상태, 진행상태, 진행, 진행여부, 부여여부, 승인여부, statut, estado, stand',
  party:
    'party, side, force, forces, affiliation, faction, alliance, organisation, organization, nation, country, group, 참가측, 참가 측, 진영, 국가, 기관, 소속, 조직, partei, seite, gruppe, groupe, organisme, grupo, pais',
  responsible:
    'assigned to, responsible, responsible controller, controller, poc, owner, lead, lead controller, responsible party, person responsible, responsible agency, injector, opr, prepared by, 담당, 담당자, 담당관, 통제관, 책임자, 주관부서, 주관기관, 담당부서, 부여자, responsable, verantwortlich, zustandig',
  notes:
    'notes, note, comments, comment, remarks, controller notes, assumptions, measure of performance, action to be taken, location, phase, move, 비고, 참고, 참고 사항, 참고사항, 특이사항, 단계, 국면, 장소, remarques, commentaires, bemerkung, bemerkungen, anmerkungen, observaciones, notas',
};

const KNOWN = new Map<string, Known>();
for (const [meaning, names] of Object.entries(NAMES) as [Meaning, string][]) {
  names.split('|').forEach((group, tier) => {
    group.split(',').forEach((name, i) => {
      KNOWN.set(name.trim(), { meaning, rank: tier * 100 + i, confidence: 0.97 });
    });
  });
}
/** Words that are usual for one meaning and often stand for another. */
const DOUBTED: Readonly<Record<string, number>> = { copy: 0.7, cc: 0.85, how: 0.85, done: 0.85, complete: 0.85, what: 0.85, line: 0.85 };
for (const [name, confidence] of Object.entries(DOUBTED)) KNOWN.set(name, { ...(KNOWN.get(name) as Known), confidence });

const ACTIONS =
  'actions?|responses?|reactions?|outcomes?|results?|behaviou?rs?|decisions?|activit(?:y|ies)|outputs?|tasks?|effects?|performance|discussion|answers?';
const PLAYERS = 'players?|participants?|trainees?|training audience|audience|ta|teams?|responders?|staff|agency|agencies|eoc';

/** Headers that say more than the usual name; the first that fits. Compared without accents and brackets, in small letters. */
const TELLING: readonly (readonly [RegExp, Meaning, number])[] = [
  [/\bwho (receives|gets|is told|hears)\b|\breceives$|^피(부여|훈련)/, 'to', 0.9],
  [/\bwho (sends|calls|speaks|says)\b|\bsends$/, 'from', 0.88],
  [/\b(players?|they|teams?|what) should( happen| do)?\b/, 'expected', 0.88],
  [/\b(from|since|after) (start|startex)\b/, 'time', 0.9],
  [/^(t|h|startex|ex|e)( min| mins| minutes| h| hrs| hours| hh mm)*$/, 'time', 0.9],
  [
    /\b(actual|observed)\b|\b(sent|released|delivered|completed|executed|received) (at|time|on|date|dtg)\b|\btime (sent|released|delivered|completed|executed|received)\b|^실제|실시(시각|시간|결과)$/,
    'notes',
    0.9,
  ],
  [
    /\b(controllers?|evaluators?|facilitators?|excon|control|white cell|sim ?cell|umpires?|internal|planners?|authors?|directors?|dirstaff|observers?)\b.*\b(notes?|comments?|remarks?|guidance|instructions?|info|information|actions?|scripts?|questions?|prompts?|only|considerations?)\b|통제관(용|지침|참고|조치)|^통제(사항|지침)/,
    'notes',
    0.93,
  ],
  [/\b(for|not for) (controllers?|players?|excon)( only)?\b/, 'notes', 0.8],
  [
    /\b(end|finish|stop|until|closing)\b.*\b(time|date|dtg)\b|\bduration\b|\blength\b|^end$|\btime (needed|required|allotted|limit)\b|소요|종료|마감/,
    'notes',
    0.85,
  ],
  [/\btime ?zone\b|\butc offset\b/, 'zone', 0.95],
  [
    new RegExp(
      `\\b(expected|anticipated|desired|intended|ideal|predicted|projected|likely|suggested|required|sought|probable)\\b.*\\b(${ACTIONS})\\b`,
    ),
    'expected',
    0.95,
  ],
  [new RegExp(`\\b(${ACTIONS})\\b.*\\b(expected|anticipated|desired|required)\\b`), 'expected', 0.95],
  [new RegExp(`\\b(${PLAYERS})\\b.*\\b(${ACTIONS})\\b`), 'expected', 0.9],
  [
    /\b(expected|anticipated|expectations?)\b|(예상|기대|요망|요구|예측)되?는? ?(조치|행동|반응|대응|결과|답변|사항)|(조치|대응|행동)(사항|내용|결과|계획|요망사항)?$|\battendue?s?\b|\berwartete\b|\besperad[ao]s?\b/,
    'expected',
    0.9,
  ],
  [/\b(response|reaction) actions?\b|\bkey actions?\b/, 'expected', 0.82],
  [
    /\b(triggers?|conditions?|preconditions?|depends on|dependenc(y|ies)|dependent on|contingent on|predecessors?)\b(?!.*\btime\b)|조건$|선행/,
    'condition',
    0.88,
  ],
  [
    /\b(objectives?|capabilit(y|ies)|goals?|aims?|learning outcome|training requirements?|critical tasks?|mets?|metls?)\b|(목표|역량|과제)$/,
    'objective',
    0.9,
  ],
  [
    /\b(phone|tel|telephone|contact|fax|page|version|room|mobile|cell) (no|number|nr)\b|\b(e ?mail|phone|telephone) (address|contact)\b|연락처|전화번호/,
    'notes',
    0.85,
  ],
  [
    /\b(source|related|supporting|policy|plan) (ref|reference|references|document|documents)\b|\b(attachments?|enclosures?|annex|documents?|links?|url|resources?|materials?|props?|logistics|files?|photo|picture|picture name|profile|poll)\b|첨부|붙임|근거|준비물/,
    'notes',
    0.9,
  ],
  [
    /\b(no|nr|num|number|id|identifier|serial|seq|code)$|^(inject|event|msel|mel|mil|item|incident|message|msg|serial|ser|story|storyline) (ref|reference|no|nr|number|id|code|serial|key)\b|(번호|연번|순번|코드)$/,
    'number',
    0.92,
  ],
  [
    /^(sent|send|deliver(ed)?|direct(ed)?|inject(ed)?|address(ed)?|pass(ed)?|given?|issued?|released?|report(ed)?|message|msg|inject|action|event|distribution|goes|transmit(ted)?)? ?(to|into)( (org(ani[sz]ation)?s?|cells?|whom?|teams?|agenc(y|ies)|players?|participants?|units?|part(y|ies)|location|address))?$/,
    'to',
    0.93,
  ],
  [
    /\b(recipients?|receivers?|addressees?|receiving (agency|org\w*|unit|cell|entity|party|team)|destination|(target|training) (audience|agency|organi[sz]ation|unit|team|group|cell|entity|player)s?)\b|^수신|^접수|^받는|(수신|대상)(자|처|기관|부서|반|팀|측)?$/,
    'to',
    0.93,
  ],
  [
    /^(intended|primary|action) (audience|player|recipient|agency|cell|team|party)s?$|^player (cell|team|group|organi[sz]ation|agency)s?$|^participants?$|^responding (agency|unit|organi[sz]ation)s?$/,
    'to',
    0.85,
  ],
  [
    /^(agency|agencies|units?|departments?|functional area|functions?|jurisdictions?|esf|cells?|조치기관|조치부서|훈련기관|참가기관|관련기관|부서)$/,
    'to',
    0.55,
  ],
  [/^(info|information)( to| addressees?)?$|^(c ?c|courtesy copy|info copy)$|^(참조|배부|사본)/, 'info', 0.71],
  [/\bpublic information\b/, 'text', 0.5],
  [
    /^(prepared|drafted|written|approved|reviewed|authored|created|entered|submitted|assigned|completed|updated|verified) (by|to)\b|\b(responsib(le|ility)|owners?|poc|point of contact|assignee|in charge|lead (agency|controller|planner)|controllers?|facilitators?|evaluators?|authors?|opr|opi)\b|^(담당|주관|책임|협조|작성|통제|평가)|(담당|담당자|담당관|통제관|평가관)$|^부여(자|관|담당)/,
    'responsible',
    0.9,
  ],
  [
    /^(sent|send|received|report(ed)?|issued|initiated|originat\w*|inject(ed)?|called|made|provided|given|simulated|played|message|msg|event)? ?(from|by)( (org\w*|agency|whom?|entity|cell|role|player|unit|party))?$/,
    'from',
    0.9,
  ],
  [
    /\b(senders?|originators?|originating|initiators?|callers?|simulated (by|entity|role|agency|org\w*|player|party)|role ?players?|actors?|personas?|speakers?|issuing (agency|authority)|sources?)\b|^(발신|송신|발송|보내는|보낸|제보|신고)|^부여(기관|처|부서)|^출처/,
    'from',
    0.88,
  ],
  [/\b(hh ?mm|hhmm)\b|\b(date|day) (and )?time\b|\bdtg\b|\bdate time\b|일시$/, 'time', 0.95],
  [
    /\b(time|times|timing|timings|timeline|timestamp|clock|scheduled|zulu|elapsed|offset|startex plus|h hour|t plus|minutes?|mins?)\b|^(local|utc|gmt|kst|z|zulu|hours?|hrs?)$|(시각|시간|시점|시기)$/,
    'time',
    0.9,
  ],
  [/\b(date|dates|weekday)\b|\bday( no)?$|^day of\b|(날짜|일자|일차|요일|월일)$/, 'date', 0.9],
  [
    /\b(modes?|methods?|means|medium|media|channels?|delivery|delivered (via|by)|via|vehicle|mechanism|transmission|comms?|communications?|format)\b|(부여|전달|통신|전파|투입|제공|통보|보고|수신|발신)?(수단|방법|매체|방식|경로|형식)$/,
    'channel',
    0.9,
  ],
  [/\b(status|state|progress|completed?|done|approval|approved|disposition|readiness|released?)\b|(상태|여부|현황)$/, 'status', 0.88],
  [/\b(sides?|force|alliance|nation|party|affiliation|country|countries)\b|진영|참가측/, 'party', 0.85],
  [
    /\b(priority|severity|classification|criticality|importance|phase|move|stage|location|place|venue|site|area|region|theme|thread|block)\b|(단계|국면|장소|위치|중요도|우선순위|비밀등급|등급)$/,
    'notes',
    0.88,
  ],
  [/^(storylines?|story ?lines?|vignettes?)$/, 'objective', 0.46],
  [
    /\b(measures?|metrics?|criteria|standards?|performance|evaluation|assessment|eegs?|scores?|points|rating|grade|weight)\b|평가|배점|점수/,
    'notes',
    0.9,
  ],
  [
    /\b(notes?|comments?|remarks?|lessons|observations?|guidance|instructions?|assumptions?|references?|considerations?|feedback|prerequisites?|requirements?|coordination|preparations?)\b|(비고|참고|유의|특이|협조|준비)(사항)?$|^비고/,
    'notes',
    0.92,
  ],
  [/\b(types?|category|categories|kind)\b|(유형|종류|구분|분류)$/, 'type', 0.9],
  [
    /\b(titles?|subjects?|headlines?|headings?|topics?|names?|captions?|label)\b|(제목|상황명|사건명|건명|명칭|주제|표제|이름)$/,
    'title',
    0.9,
  ],
  [
    /\b(messages?|msgs?|texts?|contents?|body|descriptions?|desc|details?|narratives?|scripts?|injects?|scenarios?|situations?|stor(y|ies)|statements?|briefs?|synopsis|summar(y|ies)|dialogue|wording|verbatim|events?|incidents?|background)\b|(내용|상황|메시지|본문|전문|개요|시나리오|설명|사건|상세)$/,
    'text',
    0.88,
  ],
  [/^(actions?|activity|activities|tasks?)$/, 'expected', 0.5],
];

/** A header as it is compared: small letters, no accents, no brackets, single spaces, `#` as “no”, `InjectNumber` as two words. */
export function plainHeader(text: string): string {
  const apart = text
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]{2,})([A-Z][a-z]{2,})/g, '$1 $2')
    .replace(/[#№]|\bN[°º]/g, ' no ');
  const small = apart
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
  const words = (s: string) => s.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return words(small.replace(/[([{].*?[)\]}]/gs, ' ')) || words(small);
}

const MOST_REMEMBERED = 4_000;
const remembered = new Map<string, Known | undefined>();

/** What a header word means by itself; undefined where it is none of those that are known. The same words come up in every row that is tried. */
export function recognise(text: string): Known | undefined {
  if (text === '' || text.length > 120) return undefined;
  if (remembered.has(text)) return remembered.get(text);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const known = recognised(text);
  remembered.set(text, known);
  return known;
}

function recognised(text: string): Known | undefined {
  const plain = plainHeader(text);
  if (plain === '') return undefined;
  const whole = /[([]/.test(text) ? exactly(plainHeader(text.replace(/[()[\]]/g, ' '))) : undefined;
  const exact = whole ?? exactly(plain);
  if (exact) return exact;
  for (const part of text.split(/[/\n|]|(?<=[가-힣\s])\(|\((?=[가-힣])|\)/)) {
    const known = part.trim() === text.trim() ? undefined : exactly(plainHeader(part));
    if (known) return { ...known, rank: known.rank + 50, confidence: 0.92 };
  }
  if (plain.split(' ').length > 8) return undefined;
  const compact = /[가-힣]/.test(plain) ? plain.replace(/ /g, '') : plain;
  const telling = TELLING.find(([words]) => words.test(plain) || words.test(compact));
  return telling && { meaning: telling[1], rank: rankOf(telling[1], plain), confidence: telling[2] };
}

const exactly = (plain: string): Known | undefined =>
  KNOWN.get(plain) ?? (/[가-힣]/.test(plain) ? KNOWN.get(plain.replace(/ /g, '')) : undefined) ?? KNOWN.get(plain.replace(/s$/, ''));

/** Times of the scenario come before those of the wall; the message before what describes it. */
function rankOf(meaning: Meaning, plain: string): number {
  if (meaning === 'time')
    return /scenario|simulated|상황/.test(plain) ? 60 : /real|wall|exercise|delivery|actual|연습/.test(plain) ? 260 : 160;
  if (meaning === 'text')
    return /message|inject|script|메시지|내용/.test(plain) ? 60 : /detail|background|세부|상세/.test(plain) ? 260 : 160;
  return 80;
}
