import { type Said, said } from '../error.ts';

/** The words by which a recipient cell names everyone, the public, control, or nobody that can be told. */

const GROUPS =
  'players?|participants?|part(?:y|ies)|sides|cells|teams?|units|seats|sites|agencies|organi[sz]ations|stations|recipients|staff|personnel';
const GROUPS_KO = '참가자|참가측|참가기관|부대|반|기관|부서|요원|인원|팀|직책|수신자';
const EVERYONE = new RegExp(
  `^(all|everyone|everybody|all (of )?(the )?(${GROUPS})|all hands|tous|toutes|alle|todos|todas|전체|전원|모두|(모든|전체) ?(${GROUPS_KO})|전 ?(${GROUPS_KO}))$`,
);
/** Words that mean every side, also in a row that names one side. */
const EVERY_SIDE = /^(everyone|everybody|all (of )?(the )?(players|participants|parties|sides)|(모든|전체|전) ?(참가자|참가측|참가기관))$/;
const PUBLIC = /^((the )?(general )?public|open public|국민|대중|일반 ?국민|공개)$/;
const CONTROL =
  /^(excon|control|control (team|cell|group)|lead control|controllers?|white (cell|team)|simcell|통제|통제반|통제부|통제단|통제관|모의반)$/;

/** A name as these words are compared: small letters, single spaces, nothing around it. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s._]+/g, ' ')
    .replace(/^[\s"'“”‘’([]+|[\s"'“”‘’)\],:;]+$/g, '');

export const meansEveryone = (name: string): boolean => EVERYONE.test(plainName(name));
export const meansEverySide = (name: string): boolean => EVERY_SIDE.test(plainName(name));
export const meansPublic = (name: string): boolean => PUBLIC.test(plainName(name));
export const isControl = (name: string): boolean => CONTROL.test(plainName(name));

const BUT =
  'except(?:ing)?(?: for)?|excluding|but(?: not)?|less|minus|without|other than|apart from|save(?: for)?|sauf|ohne|außer|ausser|excepto|salvo|menos';
const ALL_BUT = [
  new RegExp(`^(.{1,40}?),?\\s*\\(?\\s*(?:${BUT})[\\s:]+(.+?)\\)?$`, 'is'),
  // “해군을 제외한 전체”, “전체(해군 제외)”
  /^(?<but>.+?)\s*(?:을|를)?\s*(?:제외|빼고|이외)(?:하고|한|하여)?(?:의)?\s+(?<all>.{1,20})$/s,
  /^(?<all>.{1,20}?)\s*\(\s*(?<but>.+?)\s*(?:을|를)?\s*제외\s*\)$/s,
];

/** “All except X, Y”: the words for whom it is kept from; undefined if the cell says nothing of the kind. */
export function allBut(text: string): string | undefined {
  for (const form of ALL_BUT) {
    const found = form.exec(text.trim());
    const all = found?.groups?.all ?? found?.[1];
    if (all !== undefined && meansEveryone(all)) return found?.groups?.but ?? found?.[2];
  }
  return undefined;
}

const FOR_COPY = /^(cc|bcc|info|information|copy|copies|for info(rmation)?|참조|참고|배부|배포)\s*[:：]\s*/i;
const FOR_ACTION = /^(to|attn|attention|fao|action|for action|수신|수신자|경유)\s*[:：]\s*/i;

/** Takes away “To:”, “Cc:”, “Info:”, “수신:”; `copy` says whether the word means a copy for information, if there is one. */
export function withoutPrefix(part: string): { name: string; copy: boolean | undefined } {
  if (FOR_COPY.test(part)) return { name: part.replace(FOR_COPY, '').trim(), copy: true };
  return FOR_ACTION.test(part) ? { name: part.replace(FOR_ACTION, '').trim(), copy: false } : { name: part, copy: undefined };
}

const DOUBTFUL = new RegExp(
  `\\b(?:${BUT}|(?:except|exclud|omit|exempt)\\w*|excl|left out|never|no(?!\\.? ?\\d)|not|unless|if|only)\\b|제외|빼고|이외|말고|아닌|(?:^|\\s)외(?:\\s|$)`,
  'i',
);
/** Words that stand for somebody without naming him. */
const NO_NAME = new RegExp(
  [
    '^(?:tb[abcd]|to be \\w+|unknown|unsure|various|several|some|someone|somebody|any|anyone|anybody|whoever|who|nobody|no one|both|either|ditto|same|self|default)\\b',
    '^(?:others?|rest|the rest|remaining|remainder|everything|relevant|concerned|appropriate|applicable|selected|affected|respective|responsible|etc)\\b',
    '^(?:all|every|everyone|everybody|each|most|many|only|half)\\b',
    '^(?:to|for|from|via|by|with|see|when|then|after|before|as|send|sent|copy|cc|bcc|info|fao|attn|only)\\s',
    '^(?:and|und|et|및)(?:\\s|$)|^[&/+·]|\\s(?:and|und|et|및|all|everyone|전체|전원|모두)$|[&/+·]$',
    '\\b(?:etc|et al|and others|and so on|or|and/or|if needed|as required|as needed|as appropriate|tb[abcd])\\b',
    '\\((?:cc|bcc|info|copy|참조|참고)\\b',
    '^(?:미정|추후|미상|상동|위와|동상|기타|해당|관련|관계 ?(?:기관|부서|자)|필요|모든|모두|전체|전원|각급|각군)',
    '^(?:각|전|동일)(?:\\s|$)|(?:^|\\s)(?:등|또는|혹은)(?:\\s|$)|확인 ?중|필요 ?시|상황에 따라',
  ].join('|'),
  'i',
);
const NOT_IN_A_NAME = /[?!<>=→⇒{}|\\~^$;*"“”…〃″]|\.{2}|^[#=+@]/;
const MAX_NAME = 80;
const MAX_WORDS = 8;

/** Why a piece of a recipient cell names nobody; undefined if it is a name. */
export function whyNoName(piece: string): Said | undefined {
  const plain = plainName(piece);
  if ([...piece].length > MAX_NAME || plain.split(' ').length > MAX_WORDS)
    return said(
      'What stands as its recipient is too long to be a name. Write names, with commas between them.',
      '수신 칸의 글이 이름으로 보기에는 너무 깁니다. 이름을 쉼표로 나누어 적으십시오.',
    );
  if (DOUBTFUL.test(plain) || DOUBTFUL.test(piece))
    return said(
      `“${piece}” leaves somebody out, and whom is not certain. Write the names of those who get it.`,
      `“${piece}”에서 누구를 빼는지 확실하지 않습니다. 받을 이를 모두 적으십시오.`,
    );
  const mixed = /\p{Script=Latin}/u.test(piece) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(piece);
  const number = /^[\d\s.:/-]+$/.test(plain) && !/^\d{1,3}$/.test(plain);
  const open = /[()[\]]/.test(piece.replace(/\([^()]*\)|\[[^[\]]*\]/g, ''));
  if (!/[\p{L}\p{N}]/u.test(piece) || mixed || number || open || NOT_IN_A_NAME.test(piece) || NO_NAME.test(plain))
    return said(
      `“${piece}” is not understood as a recipient. Write the names of those who get it, or “all”.`,
      `“${piece}”은(는) 수신자로 이해되지 않습니다. 받을 이를 적거나, 모두에게 가는 것이면 ‘전체’라고 적으십시오.`,
    );
  return undefined;
}

const SIDE =
  /^(the )?(blue|red|green|white|yellow|orange|purple|black|grey|gray|brown|friendly|enemy|hostile|neutral|own|opposing|blufor|opfor|indfor|all(y|ies|ied)|home|host nation|adversary|attackers?|defenders?|side [a-z\d]|team [a-z\d]|(청|홍|백|황|녹|적|아|우|흑)(군|팀|측|편)|(청색|홍색|적색|백색|녹색)(군|팀|측)?|[남북동서]측|우리 ?측|상대 ?측)( (force|forces|team|side|cell|party|injects?|events?|land))*$/;

/** True for a word that names a side of an exercise, such as “Blue”, “RED TEAM”, “홍군”. */
export const namesASide = (text: string): boolean => text.length <= 40 && SIDE.test(plainName(text));
