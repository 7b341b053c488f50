import type { Report, Statement } from '@entente/engine/statements';
import { AddressMark } from '../../../kit/Names.tsx';
import { Quoted } from '../../../kit/Quoted.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { isStatement, partiesOf } from './look.ts';
import type { SaidWords } from './useSaidWords.ts';

/** One thing as it was said: by whom, when and where, the question and the answer word for word. */
export function Verbatim({ said, words }: { readonly said: Statement | Report; readonly words: SaidWords }) {
  const { who, time } = words;
  const statement = isStatement(said) ? said : undefined;
  const by = statement ? (statement.card.by ?? `party:${statement.card.party}`) : (said as Report).card.outlet;
  return (
    <figure className="sd-verbatim">
      <figcaption>
        <span className="row">
          {statement ? partiesOf(statement).map((p) => <AddressMark key={p} address={`party:${p}`} named />) : <AddressMark address={by} />}
          <strong>{statement && partiesOf(statement).length > 1 ? words.t('jointStatement') : who(by)}</strong>
        </span>
        <span className="dim small">
          {time(said.at)}
          {statement && <Where statement={statement} words={words} />}
        </span>
      </figcaption>
      {statement ? <Words statement={statement} words={words} /> : <Story report={said as Report} />}
    </figure>
  );
}

function Where({ statement: { card }, words: { t, pick } }: { readonly statement: Statement; readonly words: SaidWords }) {
  const parts = [
    pick(card.venue),
    t(`thing.attribution.${card.attribution}`),
    card.posture === 'active' ? '' : t(`thing.posture.${card.posture}`),
  ];
  return ` · ${parts.filter((p) => p).join(', ')}`;
}

function Words({ statement: { card }, words: { t, who } }: { readonly statement: Statement; readonly words: SaidWords }) {
  const { question, text } = card;
  return (
    <dl className="sd-qa">
      {question && (
        <>
          <dt title={t('thing.askedBy', { who: who(question.by) })}>{t('thing.question')}</dt>
          <dd>
            <Quoted text={question.text} />
            <NotYet of={[question.text]} />
          </dd>
        </>
      )}
      <dt>{question ? t('thing.answer') : ''}</dt>
      <dd className="strong">
        <Quoted text={text} />
        <NotYet of={[text]} />
      </dd>
    </dl>
  );
}

function Story({ report: { card } }: { readonly report: Report }) {
  return (
    <div className="sd-story">
      <strong>
        <Said text={card.title} />
      </strong>
      <NotYet of={[card.title, card.text]} />
      {card.text && (
        <p>
          <Said text={card.text} />
        </p>
      )}
    </div>
  );
}
