import type { Text } from '@entente/engine';
import { type Bracket, current, openBrackets, standsBy, type TableText } from '@entente/engine/consultation';
import { useAct } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { AddressMark, PartyMarks } from '../../../kit/Names.tsx';
import { useTerms } from '../../../kit/plan/StepTerms.tsx';
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
      <ul className="op-proposals">
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
      <span className="op-wants">
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
