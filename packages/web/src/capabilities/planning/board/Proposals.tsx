import type { Text } from '@entente/engine';
import { type Bracket, current, openBrackets, standsBy, type TableText } from '@entente/engine/consultation';
import type { StepTerms } from '@entente/engine/steps';
import { useAct } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { AddressMark, PartyMarks, useNamer } from '../../../kit/Names.tsx';
import { usePlanWords } from '../../../kit/plan/usePlanWords.ts';
import { Refused } from '../../../kit/Refused.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';

/** What sides want of one step otherwise than it stands: word by word and term by term, taken or dropped with one press. */
export function Proposals({
  text,
  paragraph,
  party,
  acts,
}: {
  readonly text: TableText;
  readonly paragraph: string;
  readonly party: string | undefined;
  readonly acts: boolean;
}) {
  const t = useWords('board');
  const open = openBrackets(text).filter((b) => b.wording.paragraph === paragraph);
  if (open.length === 0) return null;
  return (
    <section className="stack" aria-label={t('draft.stands')}>
      <h4 className="eyebrow">{t('draft.stands')}</h4>
      <ul className="pb-proposals">
        {open.map((b) => (
          <Proposal key={b.id} text={text} bracket={b} party={party} acts={acts} />
        ))}
      </ul>
    </section>
  );
}

function Proposal({
  text,
  bracket,
  party,
  acts,
}: {
  readonly text: TableText;
  readonly bracket: Bracket;
  readonly party: string | undefined;
  readonly acts: boolean;
}) {
  const t = useWords('board');
  const { run, busy, error } = useAct();
  const says = useChanges(text, bracket);
  const taken = bracket.taken.filter((h) => h.left === undefined).map((h) => h.party);
  const mine = bracket.party === party;
  const stoodBy = party !== undefined && standsBy(text, bracket.wording.paragraph, party)?.id === bracket.id;
  return (
    <li className="row wrap">
      <AddressMark address={`party:${bracket.party}`} named />
      <span className="pb-wants">
        <b aria-hidden="true">[</b>
        {says.join('; ')}
        <b aria-hidden="true">]</b>
      </span>
      <span className="small dim">
        <ExactTime at={bracket.at} />
        {mine && ` · ${t('draft.yours')}`}
        {taken.length > 0 && (
          <span className="row">
            {t('draft.takenBy')} <PartyMarks parties={taken} />
          </span>
        )}
      </span>
      {acts && !stoodBy && !mine && (
        <Button size="small" kind="main" busy={busy} onClick={() => run({ type: 'TakeWording', bracket: bracket.id })}>
          {t('draft.take')}
        </Button>
      )}
      {acts && mine && (
        <Button size="small" kind="quiet" busy={busy} onClick={() => run({ type: 'DropWording', bracket: bracket.id })}>
          {t('draft.dropMine')}
        </Button>
      )}
      <Refused words={error} />
    </li>
  );
}

/** What a bracket changes of the step as it stands. */
function useChanges(text: TableText, { wording }: Bracket): readonly string[] {
  const t = useWords('board');
  const words = useText();
  const terms = useTerms(text);
  const stands = current(text).paragraphs.find((p) => p.id === wording.paragraph);
  if (wording.words === undefined) return [t('draft.isLeftOut')];
  const said = stands && same(stands.text, wording.words) ? [] : [`“${words(wording.words)}”`];
  const changed = wording.step ? terms(wording.step, stands?.step) : [];
  const all = [...said, ...changed];
  return all.length > 0 ? all : [t('draft.as')];
}
const same = (a: Text, b: Text): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The terms of a step in words; beside another, only those that differ. */
export function useTerms(text: TableText): (is: StepTerms, was: StepTerms | undefined) => readonly string[] {
  const t = useWords('board');
  const name = useNamer();
  const { time, span, letter } = usePlanWords();
  const steps = current(text).paragraphs.filter((p) => p.step);
  const number = (id: string): string => String(steps.findIndex((p) => p.id === id) + 1 || '+');
  return (is, was) => {
    const none = t('draft.changes.none');
    const found: readonly (readonly [keyof StepTerms, string])[] = [
      ['lead', is.lead === undefined ? none : name(is.lead)],
      ['support', is.support.map(letter).join(', ') || none],
      ['at', is.at === undefined ? none : time(is.at)],
      ['after', is.after.map((a) => number(a.step)).join(', ') || none],
      ['word', is.word === undefined ? none : letter(is.word)],
      ['duration', span(is.duration)],
      ['startBy', is.startBy === undefined ? none : time(is.startBy)],
      ['by', is.by === undefined ? none : time(is.by)],
    ];
    return found
      .filter(
        ([key]) =>
          JSON.stringify(is[key]) !== JSON.stringify(was?.[key]) &&
          (was !== undefined || (is[key] !== undefined && JSON.stringify(is[key]) !== '[]')),
      )
      .map(([key, value]) => t(`draft.changes.${key}`, { is: value }));
  };
}

/** True if the sides of a forum stand by different wordings of a paragraph. */
export const isContested = (text: TableText, paragraph: string): boolean =>
  openBrackets(text).some((b) => b.wording.paragraph === paragraph);
