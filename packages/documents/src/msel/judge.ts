import { type Said, said } from '../error.ts';
import type { Profile } from './profile.ts';
import { type Meaning, SURE } from './reading.ts';

/** What a column is taken for, and how sure that is. */
export interface Verdict {
  readonly meaning: Meaning;
  readonly suggestion: Meaning;
  readonly confidence: number;
  readonly because: Said;
}
export const verdict = (meaning: Meaning, confidence: number, because: Said): Verdict => ({
  // Whom a column addresses is never taken on a suspicion: in doubt it stays with control.
  meaning: confidence < SURE && (meaning === 'to' || meaning === 'info' || meaning === 'marked') ? 'notes' : meaning,
  suggestion: meaning,
  confidence,
  because,
});
const USUAL = said('Its header is one of the usual ones.', '통상의 머리글이기 때문입니다.');
const TELLS = said('Its header says so in its words.', '머리글의 낱말이 그렇게 말하기 때문입니다.');

/** What a header says, held against what the column holds. */
export function judge(meaning: Meaning, confidence: number, plain: string, p: Profile): Verdict {
  const words = confidence >= 0.95 ? USUAL : TELLS;
  if (p.filled === 0) return { meaning, suggestion: meaning, confidence: Math.max(confidence, SURE), because: words };
  const codes = p.codes >= 0.8 && p.average <= 12;
  const counts = said('It holds numbers only.', '번호만 들어 있기 때문입니다.');
  const named = meaning === 'title' && confidence >= 0.95;
  if ((meaning === 'text' || meaning === 'title') && codes && !named && p.filled > 1 && ![...p.values].some((v) => /[가-힣]{2}/.test(v))) {
    if (p.times >= 0.8) return verdict('time', 0.75, said('It holds times only.', '시각만 들어 있기 때문입니다.'));
    return /\b(inject|event|message|msg|item|incident|line)\b|상황|메시지|사건/.test(plain) || p.distinct > 0.9
      ? verdict('number', 0.85, counts)
      : verdict('notes', 0.85, counts);
  }
  if (
    (meaning === 'to' || meaning === 'from' || meaning === 'info') &&
    codes &&
    p.filled > 1 &&
    p.average <= 6 &&
    [...p.values].every((v) => /^[\d.\s-]+$/.test(v))
  )
    return verdict('notes', 0.7, counts);
  if (meaning === 'from' && p.codes >= 0.7 && p.filled > 0 && /source|출처/.test(plain)) return verdict('notes', 0.85, counts);
  if (meaning === 'from' && p.channels >= 0.7 && /\bby\b|via/.test(plain))
    return verdict('channel', 0.85, said('It names means of delivery.', '전달 수단이 적혀 있기 때문입니다.'));
  if ((meaning === 'to' || meaning === 'info') && p.wordy > 0.3)
    return verdict(meaning, 0.5, said('It holds long texts.', '긴 글이 들어 있기 때문입니다.'));
  if (meaning === 'channel' && p.long > 0.5) return verdict('notes', 0.7, said('It holds long texts.', '긴 글이 들어 있기 때문입니다.'));
  if (meaning === 'number' && p.long > 0.5) return verdict('text', 0.6, said('It holds long texts.', '긴 글이 들어 있기 때문입니다.'));
  if (meaning === 'type' && p.channels > 0.7 && p.types < 0.3)
    return verdict('channel', 0.82, said('It names means of delivery.', '전달 수단이 적혀 있기 때문입니다.'));
  if (meaning === 'type' && p.long > 0.5) return verdict('notes', 0.7, said('It holds long texts.', '긴 글이 들어 있기 때문입니다.'));
  if (meaning === 'status' && p.long > 0.5) return verdict('notes', 0.7, said('It holds long texts.', '긴 글이 들어 있기 때문입니다.'));
  if (meaning === 'time' && p.times + p.days < 0.2 && p.long > 0.5)
    return verdict('notes', 0.7, said('It holds long texts.', '긴 글이 들어 있기 때문입니다.'));
  if (meaning === 'time' && p.zones >= 0.8) return verdict('zone', 0.85, said('It holds time zones.', '시간대가 적혀 있기 때문입니다.'));
  if (meaning === 'date' && p.times >= 0.8)
    return verdict('time', 0.9, said('Its dates have times.', '날짜에 시각이 함께 있기 때문입니다.'));
  if (meaning === 'time' && p.days >= 0.8 && p.times === 0)
    return verdict('date', 0.85, said('It holds days without times.', '시각 없이 날짜만 있기 때문입니다.'));
  return verdict(meaning, confidence, words);
}

/** A column whose header says nothing, by what it holds; delivered to nobody on that ground. */
export function byContent(header: string, p: Profile): Verdict {
  if (header !== '' || p.filled < 2) return keep(header);
  if (p.times >= 0.8) return verdict('time', 0.7, said('It holds times.', '시각이 들어 있기 때문입니다.'));
  if (p.days >= 0.8) return verdict('date', 0.7, said('It holds days.', '날짜가 들어 있기 때문입니다.'));
  return keep(header);
}
const keep = (header: string): Verdict =>
  verdict(
    'notes',
    0.85,
    header === ''
      ? said('It has no header.', '머리글이 없기 때문입니다.')
      : said('Its header is none of the usual ones.', '통상의 머리글이 아니기 때문입니다.'),
  );
