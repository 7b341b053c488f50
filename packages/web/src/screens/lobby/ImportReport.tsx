import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../../kit/Button.tsx';
import { Icon } from '../../kit/icons.tsx';
import type { ImportResult, NamedRow } from './api.ts';
import { ProblemList } from './ProblemList.tsx';
import type { Place } from './place.ts';
import { checkResult } from './scenarioCards.ts';

/** What became of every row, what was guessed, what the check says; then the next act. */
export function ImportReport({
  result,
  go,
  another,
}: {
  readonly result: ImportResult;
  readonly go: (place: Place) => void;
  readonly another: () => void;
}) {
  const t = useWords('lobby');
  const text = useText();
  const { rows, guesses, problems, scenario } = result;
  const check = checkResult(problems);
  return (
    <>
      <p className="read strong row" role="status">
        <Icon name="check" />
        {t('import.done', { ...rows })}
        {rows.waiting.length > 0 && <span className="late">{t('import.waiting', { count: rows.waiting.length })}</span>}
        {rows.named.length > 0 && <span className="soon">{t('import.named', { count: rows.named.length })}</span>}
      </p>
      {check.state === 'mistakes' && <p className="late">{t('import.cannot')}</p>}
      <div className="row wrap">
        <Button kind="main" disabled={check.state === 'mistakes'} onClick={() => go({ at: 'create', scenario })}>
          {t('import.create')}
        </Button>
        <Button onClick={() => go({ at: 'read', scenario })}>{t('import.read')}</Button>
        <Button kind="quiet" onClick={another}>
          {t('import.another')}
        </Button>
      </div>
      {rows.waiting.length > 0 && (
        <section className="stack">
          <h2 className="read strong">{t('import.waitingTitle')}</h2>
          <p className="dim">{t('import.waitingText')}</p>
          <Named rows={rows.waiting} reason={t('import.waitingReason')} />
        </section>
      )}
      <section className="stack">
        <h2 className="read strong">{t('import.guesses')}</h2>
        {guesses.length === 0 && <p className="dim">{t('import.noGuesses')}</p>}
        <ul className="lb-guesses">
          {guesses.map((guess) => (
            <li key={`${guess.code} ${text(guess.what)}`}>
              {text(guess.what)} <span className="dim">{text(guess.because)}</span>
            </li>
          ))}
        </ul>
      </section>
      {rows.named.length === 0 ? <p className="dim">{t('import.allRows')}</p> : <Named rows={rows.named} />}
      {check.problems.length > 0 && (
        <ProblemList problems={check.problems} title={t('import.problems')} open={check.state === 'mistakes'} />
      )}
    </>
  );
}

export function Named({ rows, reason }: { readonly rows: readonly NamedRow[]; readonly reason?: string }) {
  const t = useWords('lobby');
  const text = useText();
  return (
    <div className="lb-box">
      <table className="lb-table">
        <thead>
          <tr>
            <th scope="col">{t('import.row')}</th>
            <th scope="col">{reason ?? t('import.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((named) => (
            <tr key={named.row}>
              <th scope="row">{named.row}</th>
              <td>{text(named.reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
