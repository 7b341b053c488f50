import { type Allowance, allowed, type Item, type Look, speaksFor, standingCard } from '@entente/engine';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { AddressName, PartyMarks } from '../../../kit/Names.tsx';
import { useLists } from '../useSharing.ts';

/** What I may do with it, in sentences, before I try: with whom each portion can be shared, and whose word is missing. */
export function MayLine({ look, item, ask }: { readonly look: Look; readonly item: Item; readonly ask?: (() => void) | undefined }) {
  const t = useWords('sharing');
  const { clauses, barred, colleagues, widens } = allowed(look, item);
  const ours = speaksFor(look.roster, look.seat, item);
  if (!barred && clauses.length === 0) return null;
  return (
    <section className="may" aria-label={t('may.title')}>
      <Icon name={barred ? 'lock' : 'share'} />
      <ul className="stack">
        {barred && (
          <li className="may-clause">
            <span>{t(barred === 'expired' && ours ? 'may.expiredOwn' : `may.${barred}`)}</span>
            {barred === 'expired' && !ours && ask && (
              <Button size="small" onClick={ask}>
                {t('may.askNew')}
              </Button>
            )}
            {colleagues.length > 0 && (
              <>
                <span>{t('may.colleagues')}</span>
                {colleagues.map((c) => (
                  <AddressName key={c} address={c} />
                ))}
              </>
            )}
          </li>
        )}
        {clauses.map((clause) => (
          <Clause key={clause.portions.join(' ')} clause={clause} />
        ))}
        {widens && <li className="may-clause soon">{t('may.widens')}</li>}
        <Word item={item} clauses={clauses.filter((c) => c.word)} ask={ask} />
      </ul>
    </section>
  );
}

function Clause({ clause }: { readonly clause: Allowance }) {
  const t = useWords('sharing');
  const { portions } = useLists();
  const what = clause.whole ? t('whole') : portions(clause.portions);
  const nothing = clause.parties.length === 0 && clause.named.length === 0 && !clause.word;
  return (
    <>
      {clause.parties.length > 0 && (
        <li className="may-clause">
          <span>{t('may.share', { what })}</span>
          <PartyMarks parties={clause.parties} />
        </li>
      )}
      {clause.named.length > 0 && (
        <li className="may-clause">
          <span>{t('may.named', { what })}</span>
          <PartyMarks parties={clause.named} />
        </li>
      )}
      {nothing && <li className="may-clause">{t('may.none', { what })}</li>}
    </>
  );
}

/** Whose word is missing, for all portions together, with the way to ask for it. */
function Word({
  item,
  clauses,
  ask,
}: {
  readonly item: Item;
  readonly clauses: readonly Allowance[];
  readonly ask?: (() => void) | undefined;
}) {
  const t = useWords('sharing');
  const { portions } = useLists();
  const which = clauses.flatMap((c) => c.portions).sort((a, b) => a - b);
  if (which.length === 0) return null;
  const card = standingCard(item);
  const what = which.length === card?.portions.length ? t('whole') : portions(which);
  return (
    <li className="may-clause word">
      <Icon name="lock" />
      <span>{t(clauses.some((c) => c.parties.length + c.named.length > 0) ? 'may.wordElse' : 'may.word', { what })}</span>
      <AddressName address={card?.originator ?? ''} />
      {ask && (
        <Button size="small" onClick={ask}>
          {t('may.ask')}
        </Button>
      )}
    </li>
  );
}
