import { current, type TableText } from '@entente/engine/consultation';
import type { StepTerms as Terms } from '@entente/engine/steps';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { useNamer } from '../Names.tsx';
import { relationWords } from './stateWords.ts';
import { usePlanWords } from './usePlanWords.ts';

/** Of a paragraph that is a step: its number, and what is agreed with its words. */
export function StepTerms({ text, paragraph, step }: { readonly text: TableText; readonly paragraph: string; readonly step: Terms }) {
  const t = useWords('plan');
  const terms = useTerms(text);
  const number =
    current(text)
      .paragraphs.filter((p) => p.step)
      .findIndex((p) => p.id === paragraph) + 1;
  return (
    <p className="small dim">
      <b>{t('terms.step', { n: number === 0 ? '+' : number })}</b> {terms(step, undefined).join(' · ')}
    </p>
  );
}

/** What a wording changes of a step besides its words. */
export function ChangedTerms({ text, paragraph, step }: { readonly text: TableText; readonly paragraph: string; readonly step: Terms }) {
  const t = useWords('plan');
  const changed = useTerms(text)(step, current(text).paragraphs.find((p) => p.id === paragraph)?.step);
  return changed.length === 0 ? null : (
    <span className="small">
      <span className="dim">{t('terms.step', { n: '' })}</span> {changed.join(' · ')}
    </span>
  );
}

/** The terms of a step in words; beside another, only those that differ. */
export function useTerms(text: TableText): (is: Terms, was: Terms | undefined) => readonly string[] {
  const t = useWords('plan');
  const name = useNamer();
  const words = useText();
  const { time, span, letter } = usePlanWords();
  const steps = current(text).paragraphs.filter((p) => p.step);
  const number = (id: string): string => String(steps.findIndex((p) => p.id === id) + 1 || '+');
  /** “after 1, 2 · starts 5 min after 3 starts”: whatever else than “after 1” there is says itself how. */
  const comesAfter = (after: Terms['after']): string => {
    const plain = after.filter(isPlain).map((a) => number(a.step));
    const others = after.filter((a) => !isPlain(a)).map((a) => relationWords(a, { t, span }, number));
    const listed = plain.length > 0 || others.length === 0 ? [t('terms.after', { is: plain.join(', ') || t('terms.none') })] : [];
    return [...listed, ...others].join(' · ');
  };
  return (is, was) => {
    const none = t('terms.none');
    const found: readonly (readonly [keyof Terms, string])[] = [
      ['lead', is.lead === undefined ? none : name(is.lead)],
      ['support', is.support.map(letter).join(', ') || none],
      ['at', is.at === undefined ? none : time(is.at)],
      ['after', comesAfter(is.after)],
      ['word', is.word === undefined ? none : letter(is.word)],
      ['duration', span(is.duration)],
      ['startBy', is.startBy === undefined ? none : time(is.startBy)],
      ['by', is.by === undefined ? none : time(is.by)],
      ['tells', is.tells.map(name).join(', ') || none],
      ['authority', words(is.authority) || none],
    ];
    const decision = (is.decision ?? false) === (was?.decision ?? false) ? [] : [t(is.decision ? 'terms.decision' : 'terms.notDecision')];
    const said = found
      .filter(
        ([key]) =>
          JSON.stringify(is[key]) !== JSON.stringify(was?.[key]) &&
          (was !== undefined || (is[key] !== undefined && JSON.stringify(is[key]) !== '[]')),
      )
      .map(([key, value]) => (key === 'after' ? value : t(`terms.${key}`, { is: value })));
    return [...said, ...decision];
  };
}

const isPlain = ({ kind, min = 0, max }: Terms['after'][number]): boolean => kind === 'FS' && min === 0 && max === undefined;
