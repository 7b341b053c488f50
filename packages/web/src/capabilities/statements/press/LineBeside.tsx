import type { Line } from '@entente/engine/statements';
import { useNow, useSeat } from '../../../connection/index.ts';
import { LANGUAGES } from '../../../i18n/preferences.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Check } from '../../../kit/Choice.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { PartyMarks } from '../../../kit/Names.tsx';
import { Quoted } from '../../../kit/Quoted.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { linesNow, pointsOf } from './points.ts';

export interface LineBesideProps {
  readonly party: string;
  /** The line that stands beside the draft; '' for none. */
  readonly line: string;
  readonly show: (line: string) => void;
  /** It is used: it brings its claims. */
  readonly used: boolean;
  readonly use: (used: boolean) => void;
  /** What is written, by language. */
  readonly written: Readonly<Record<string, string>>;
  /** Puts the words of a line into the draft. */
  readonly insert: (line: Line) => void;
}

/** The agreed line beside what is written, ticked point by point against each language. */
export function LineBeside(props: LineBesideProps) {
  const { party, line, show } = props;
  const t = useWords('press');
  const text = useText();
  const { world } = useSeat();
  const now = useNow(60_000);
  const lines = linesNow(world, party, now).filter((l) => l.card.use === 'line');
  const chosen = lines.find((l) => l.id === line);
  if (lines.length === 0) return <p className="small dim pr-line">{t('line.noneAgreed')}</p>;
  return (
    <section className="pr-line" aria-label={t('line.title')}>
      <Choose
        title={t('line.title')}
        data={[...lines.map((l) => ({ value: l.id, label: text(l.card.name) })), { value: '', label: t('line.none') }]}
        value={chosen ? line : ''}
        change={show}
      />
      {chosen && <LineChosen {...props} chosen={chosen} />}
    </section>
  );
}

function LineChosen({ chosen, written, insert, used, use }: LineBesideProps & { readonly chosen: Line }) {
  const t = useWords('press');
  const { agreed, until } = chosen.card;
  const any = LANGUAGES.filter((l) => written[l]?.trim());
  return (
    <>
      <p className="row wrap small dim">
        {t('line.agreedBy')} <PartyMarks parties={agreed} /> · {until === undefined ? t('line.standsUntilReplaced') : t('line.standsUntil')}{' '}
        {until !== undefined && <ExactTime at={until} />}
      </p>
      <blockquote className="pr-line-text">
        <Quoted text={chosen.card.text} />
      </blockquote>
      <Button size="small" onClick={() => insert(chosen)}>
        {t('line.insert')}
      </Button>
      {any.length > 0 && (
        <>
          <Check checked={used} onChange={use} help={t('line.usesHelp')}>
            {t('line.uses')}
          </Check>
          <Points line={chosen} written={written} />
        </>
      )}
    </>
  );
}

/** Each point of a line, and in which written language it is missing. */
export function Points({ line, written }: Pick<LineBesideProps, 'written'> & { readonly line: Line }) {
  const t = useWords('press');
  const text = useText();
  const { world } = useSeat();
  const any = LANGUAGES.filter((l) => written[l]?.trim());
  return (
    <ul className="pr-points" aria-label={t('line.points')}>
      {pointsOf(world, line, written).map((p) => (
        <li key={p.topic} data-missing={p.missing.length > 0 || undefined}>
          <Icon name={p.missing.length > 0 ? 'warning' : 'check'} />
          <span>
            {text(p.name)}
            <span className="small pr-point-state">
              {p.missing.length === 0
                ? t(any.length > 1 ? 'line.inBoth' : 'line.inDraft')
                : p.missing.map((l) => t('line.missing', { language: t(`language.in.${l}`) })).join(', ')}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What may be said at once: a holding line that is agreed; and answers kept for this question. */
export function Ready({
  party,
  say,
  insert,
}: {
  readonly party: string;
  readonly say: (line: Line) => void;
  readonly insert: (line: Line) => void;
}) {
  const t = useWords('press');
  const text = useText();
  const { world } = useSeat();
  const now = useNow(60_000);
  const lines = linesNow(world, party, now);
  const holding = lines.filter((l) => l.card.use === 'holding');
  const ifAsked = lines.filter((l) => l.card.use === 'if-asked');
  return (
    <>
      {holding.map((l) => (
        <section key={l.id} className="pr-ready" aria-label={text(l.card.name)}>
          <p>
            <b>{t('ready.outOfTime')}</b> <Quoted text={l.card.text} />
          </p>
          <Button size="small" onClick={() => say(l)}>
            {t('ready.say')}
          </Button>
        </section>
      ))}
      {ifAsked.length > 0 && (
        <details className="pr-ready">
          <summary>{t('ready.ifAsked', { count: ifAsked.length })}</summary>
          <ul className="stack">
            {ifAsked.map((l) => (
              <li key={l.id} className="stack">
                <b>{text(l.card.name)}</b>
                <span>
                  <Quoted text={l.card.text} />
                </span>
                <span>
                  <Button size="small" onClick={() => insert(l)}>
                    {t('line.insert')}
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
