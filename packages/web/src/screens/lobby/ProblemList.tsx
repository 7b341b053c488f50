import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import type { Problem } from './api.ts';
import { placeOf } from './scenarioCards.ts';

/** What the check found: where, what is wrong, what to do about it. Closed at first: it may be long. */
export function ProblemList({
  problems,
  title,
  open = false,
}: {
  readonly problems: readonly Problem[];
  readonly title: string;
  readonly open?: boolean;
}) {
  const t = useWords('lobby');
  const text = useText();
  return (
    <details className="lb-problems" open={open}>
      <summary>{title}</summary>
      <ul>
        {problems.map((problem) => (
          <li key={`${placeOf(problem)} ${text(problem.message)}`}>
            <span className={problem.severity === 'error' ? 'late' : 'soon'}>{t(`severity.${problem.severity}`)}</span>{' '}
            <code>{placeOf(problem)}</code>
            <br />
            {text(problem.message)}
            {problem.hint !== undefined && <span className="dim"> — {text(problem.hint)}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
