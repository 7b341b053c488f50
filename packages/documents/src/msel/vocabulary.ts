/** What authors write into the type, channel and status columns, in the engine's words. */
export type Channel = 'email' | 'phone' | 'message' | 'news' | 'social' | 'report' | 'intelligence' | 'order';

const CHANNELS: readonly (readonly [RegExp, Channel, 'near'?])[] = [
  [/e-?mail|courriel|mail\b|이메일|전자우편|메일/, 'email'],
  [/social|twitter|tweet|facebook|instagram|tiktok|youtube|telegram|kakao|^x$|sns|소셜|사회관계망|트위터|카카오/, 'social'],
  [/\bnews|press|media|\btv\b|televis|broadcast|newspaper|wire|뉴스|언론|보도|방송|신문|presse|prensa|noticia|nachrichten/, 'news'],
  [/\bintel|intelligence|sigint|osint|humint|첩보|정보 ?보고|renseignement/, 'intelligence'],
  [/phone|telephone|\bcall\b|\bvtc\b|video ?conf|전화|유선|화상|telefon|appel|anruf|llamada/, 'phone'],
  [/radio|무전|라디오|funk/, 'phone', 'near'],
  [/\border|tasking|directive|frago|opord|명령|지시|befehl|ordre|orden/, 'order'],
  [/report|sitrep|briefing|보고|상황판|rapport|bericht|informe/, 'report'],
  [/\bsms\b|\btext\b|message|chat|messenger|teams|slack|whatsapp|cable|telegram|문자|메신저|메시지|전문|공문/, 'message'],
  [
    /fax|letter|팩스|서신|in person|face to face|verbal|hand|runner|walk|대면|구두|인편|전령|personne|personlich|persona/,
    'message',
    'near',
  ],
];

/** The channel an author's word stands for; `near` if it is only the closest one. */
export function channelOf(word: string): { channel: Channel; near: boolean } {
  const small = word.toLowerCase().trim();
  if (small === '') return { channel: 'message', near: false };
  const known = CHANNELS.find(([words]) => words.test(small));
  return known ? { channel: known[1], near: known[2] === 'near' } : { channel: 'message', near: true };
}

/** True for a word that names a means of delivery. */
export const knownChannel = (word: string): boolean => CHANNELS.some(([words]) => words.test(word.toLowerCase().trim()));

export type RowKind = 'contextual' | 'contingency' | 'expected';

export function kindOf(type: string): RowKind {
  const small = type.toLowerCase();
  if (/expected|anticipated|participant action|player action|예상 ?조치|기대 ?조치|erwartet|attendue|esperada/.test(small))
    return 'expected';
  if (/contingen|reserve|spare|if needed|예비|우발|조건부|eventual|kontingenz/.test(small)) return 'contingency';
  return 'contextual';
}

const OUT =
  /\b(deferred|obsolete|deleted|cancell?ed|cancel|canx|cnx|cxl|cx'?d|scrubbed|killed|no longer (needed|used)|archived|rejected|withdrawn|removed|dropped|not used|unused|(do not|don'?t|will not|won'?t|not to be) (be )?(use|play|inject|release|send|run)\w*|scrapped|void|superseded|omit(ted)?|skip(ped)?|on hold|cut|parked|inactive|disabled)\b|보류|연기|폐기|삭제|취소|제외|미사용|미실시|불용|불승인|반려|부결|무효|미채택|annule|supprime|gestrichen|entfallt|entfällt|cancelad[oa]|eliminad[oa]/i;
const WAITING =
  /\b(draft|pending|proposed|submitted|in (review|progress|work|development)|under (review|development)|tb[acd]|not (yet )?(approved|ready|started|reviewed|final(i[sz]ed)?|confirmed|agreed|validated|accepted|active|open)|to be (confirmed|approved|decided)|unconfirmed|tentative|optional|if needed|awaiting|requested|idea|concept|review(ing)?|wip|unapproved|for (review|approval|comment))\b|초안|검토|대기|미승인|미확정|작성 ?중|협의 ?중|예정 ?보류|승인 ?(전|요청|필요|예정)|결재 ?(중|전|대기)|수정 ?중|준비 ?중|미완|미완성|entwurf|brouillon|borrador/i;
const PLAYING =
  /\b(approved|final(i[sz]ed)?|ready|confirmed|active|released|sent|delivered|executed|complete[d]?|done|to ?do|open|closed|planned|scheduled|synchroni[sz]ed|published|live|validated|accepted|agreed|new|enabled|current|go|yes|not (sent|released|delivered|executed|done|complete[d]?)|played|injected|in play)\b|승인|확정|완료|실시|시행|준비|정상|부여|예정|진행|genehmigt|freigegeben|approuve|aprobado/i;

/** What the word of a state column makes of its row. A word that is not known waits. */
export function stateOf(word: string): { state: 'plays' | 'waits' | 'out'; known: boolean; confidence: number } {
  const small = word.trim();
  if (small.length > 60) return { state: 'waits', known: false, confidence: 0.5 };
  if (/^(y|yes|o|예|ok)$/i.test(small)) return { state: 'plays', known: true, confidence: 0.9 };
  if (/^(n|no|아니오|아니요)$/i.test(small)) return { state: 'waits', known: true, confidence: 0.85 };
  if (OUT.test(small)) return { state: 'out', known: true, confidence: 0.92 };
  if (WAITING.test(small)) return { state: 'waits', known: true, confidence: 0.85 };
  if (PLAYING.test(small) || /^(✓|✔|√|●|■|-+|n\/?a|100 ?%)$/i.test(small)) return { state: 'plays', known: true, confidence: 0.9 };
  if (/^x$/i.test(small)) return { state: 'plays', known: true, confidence: 0.6 };
  return { state: 'waits', known: false, confidence: 0.5 };
}

/** True for a row that is STARTEX itself, not one that speaks of it (“before STARTEX”). */
export const saysStartex = (text: string): boolean =>
  text.length <= 80 &&
  (/^\W*(startex\b(?! ?[+-])|start of (the )?exercise)|^\s*\(?(연습|훈련) ?개시(?!\S| ?[+-]| ?전| ?후)/i.test(text) ||
    closes(text, 'startex'));
export const saysEndex = (text: string): boolean =>
  text.length <= 80 &&
  (/^\W*(endex\b(?! ?[+-])|end of (the )?exercise)|^\s*\(?(연습|훈련) ?종료(?!\S| ?[+-]| ?전| ?후)/i.test(text) || closes(text, 'endex'));

/** “The exercise begins (STARTEX)”. */
const closes = (text: string, word: string): boolean =>
  new RegExp(`\\b${word}\\)?\\W*$`, 'i').test(text) &&
  !new RegExp(`\\b(before|prior to|after|until|till|for|to|at|from|since|by|pre|post|of)[\\s-]+${word}`, 'i').test(text);

export const saysTotal = (text: string): boolean =>
  /^\W*((grand |sub ?)?totals?|합계|총계|소계|gesamt|summe|insgesamt)\b|^\W*(합계|총계|소계)/i.test(text);

export function entityKind(name: string): 'media' | 'government' | 'organisation' | 'public' | 'other' {
  const small = name.toLowerCase();
  if (
    /news|press|media|\btv\b|broadcast|journal|report(er|ing)|times|\bcnn\b|\bbbc\b|언론|방송|신문|기자|통신사|뉴스|presse|prensa/.test(
      small,
    )
  )
    return 'media';
  if (
    /ministr|department|embassy|government|president|prime|agency|council|federal|police|대통령|정부|대사관|외교부|국방부|경찰|[가-힣]{2,}(부|청|처)$/.test(
      small,
    )
  )
    return 'government';
  if (/public|citizen|resident|국민|시민|주민/.test(small)) return 'public';
  return /inc|corp|ltd|company|bank|hospital|group|organi[sz]ation|회사|은행|병원|협회|기구/.test(small) ? 'organisation' : 'other';
}

/** True for what people write into a cell that must not stay empty. */
export const meansNothing = (text: string): boolean =>
  /^\s*(-+|n\/?a|none|nil|없음|해당 ?없음|keine?|aucune?|ningun[oa]?)\.?\s*$/i.test(text);

export const CHANNEL_KO = {
  email: '전자우편',
  phone: '전화',
  message: '메시지',
  news: '뉴스',
  social: '소셜 미디어',
  report: '보고',
  intelligence: '정보',
  order: '지시',
} as const;
