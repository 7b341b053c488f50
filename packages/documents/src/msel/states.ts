import { type Said, said } from '../error.ts';
import type { Guesses } from '../guesses.ts';
import { nameKey } from './names.ts';
import type { StateMeaning, Template } from './reading.ts';
import { stateOf } from './vocabulary.ts';

const LABELS: Readonly<Record<StateMeaning, Said>> = {
  plays: said('plays', '실시'),
  waits: said('waits for a hand', '통제관 대기'),
  out: said('left out', '제외'),
};

/** What a row's state makes of it: by the map, else by the usual sense of the word; a word that is not known waits. */
export function stateIn(word: string, row: number, template: Template, guesses: Guesses): { state: StateMeaning; reason: Said } {
  if (word.trim() === '') return { state: 'plays', reason: NONE };
  const given = Object.entries(template.states ?? {}).find(([w]) => nameKey(w) === nameKey(word))?.[1];
  const usual = stateOf(word);
  const state = given ?? usual.state;
  const shown = word.replace(/\s+/g, ' ').slice(0, 60);
  guesses.decide({
    key: `state:${nameKey(shown)}`,
    code: 'state',
    kind: 'state',
    what: said(`The state “${shown}” ${SENTENCE[state].en}.`, `상태 “${shown}”: ${SENTENCE[state].ko}`),
    because: given
      ? said('The map says so.', '열 대응표에 그렇게 적혀 있기 때문입니다.')
      : usual.known
        ? said('That is the usual sense of the word.', '통상 그런 뜻으로 쓰이기 때문입니다.')
        : said('The word is not known; in doubt nobody receives.', '알려진 말이 아니며, 의심스러우면 전달하지 않기 때문입니다.'),
    value: state,
    suggestion: usual.state,
    confidence: usual.confidence,
    alternatives: (Object.keys(LABELS) as StateMeaning[]).map((value) => ({ value, label: LABELS[value] })),
    sets: ['states', shown],
    given: given !== undefined,
    plain: state === 'plays',
    rows: [row],
  });
  return { state, reason: said(`Its status is “${word}”.`, `상태가 “${word}”입니다.`) };
}

const NONE = said('', '');
const SENTENCE: Readonly<Record<StateMeaning, Said>> = {
  plays: said('plays', '실시합니다.'),
  waits: said('waits for a controller’s hand', '통제관이 직접 부여합니다.'),
  out: said('leaves its rows out', '그 행을 제외합니다.'),
};
