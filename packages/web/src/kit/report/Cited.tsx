import { useWords } from '../../i18n/words.ts';
import { cited } from './numbers.ts';

/** References to events by the edition's own numbers: “[events 3, 9–12]”. */
export function Cited({
  numbers,
  bare = false,
  most,
}: {
  readonly numbers: readonly number[];
  readonly bare?: boolean;
  readonly most?: number;
}) {
  const t = useWords('report');
  if (numbers.length === 0) return bare ? '–' : null;
  const { text, left } = cited(numbers, most);
  const all = left > 0 ? t('andMore', { text, count: left }) : text;
  return <span className="rp-cited">{bare ? all : t('events', { numbers: all, count: numbers.length })}</span>;
}
