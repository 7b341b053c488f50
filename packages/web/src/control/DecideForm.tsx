import { type ItemCard, itemNamed, type Request, type requestCard, standingCard } from '@entente/engine';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../kit/Button.tsx';
import { LabelChip } from '../kit/Labels.tsx';
import { Problem } from './Act.tsx';
import { useControl } from './controlContext.ts';
import { allOf, PortionChoice, portionsOf } from './ItemCardView.tsx';
import { useSend } from './sending.ts';

type Decision = 'grant' | 'conditions' | 'refuse';
const DECISIONS: readonly Decision[] = ['grant', 'conditions', 'refuse'];
type Card = NonNullable<ReturnType<typeof requestCard>>;

/** Decides in the name of whom control plays: what is given, whole or in portions; under which conditions; or why not, told or kept. */
export function DecideForm({ request, card }: { request: Request; card: Card }) {
  const { say, open, names } = useControl();
  const [decision, setDecision] = useState<Decision>();
  const [given, setGiven] = useState<ReadonlyMap<string, readonly number[]>>(new Map());
  const [words, setWords] = useState('');
  const [tell, setTell] = useState(false);
  const { send, busy, problem } = useSend();
  const id = useId();
  const own = names.partyOf(card.from)?.id;
  // Passing on what the asker holds needs a word, not an item.
  const onward = itemNamed(request) !== undefined && card.for.every((a) => names.partyOf(a)?.id !== own);
  const choices = useChoices(card, onward ? undefined : itemNamed(request));
  const submit = async (e: FormEvent): Promise<void> => {
    e.preventDefault();
    if (!decision) return;
    const items = choices.flatMap(([item, of]) => {
      const chosen = given.get(item);
      return chosen === undefined || chosen.length === 0 ? [] : [{ item, ...(decision === 'refuse' ? {} : portionsOf(of, chosen)) }];
    });
    const text = words.trim();
    const done = await send({
      type: 'DecideRequest',
      request: request.id,
      decision,
      tell: decision === 'refuse' && tell,
      ...(items.length > 0 ? { items } : {}),
      ...(decision === 'conditions' && text ? { conditions: text } : {}),
      ...(decision === 'refuse' && text ? { reason: text } : {}),
    });
    if (done) open(undefined);
  };
  const ready =
    decision === 'refuse' ||
    (decision !== undefined && (onward || [...given.values()].some((p) => p.length > 0)) && (decision === 'grant' || words.trim() !== ''));
  return (
    <form className="ct-form" onSubmit={submit}>
      <fieldset className="ct-choose" aria-label={say('request.decision')}>
        {DECISIONS.map((d) => (
          <label key={d} className="ct-check">
            <input type="radio" name={id} checked={decision === d} onChange={() => setDecision(d)} />
            {say(`request.${d}`)}
          </label>
        ))}
      </fieldset>
      {decision && onward && decision !== 'refuse' && <p className="ct-small">{say('request.onward')}</p>}
      {decision && !onward && (
        <ItemChoice
          words={say(decision === 'refuse' ? 'request.kept' : 'request.given')}
          {...{ choices, given, setGiven }}
          portions={decision !== 'refuse'}
        />
      )}
      {(decision === 'conditions' || decision === 'refuse') && (
        <div className="ct-field">
          <label htmlFor={`${id}w`}>{say(decision === 'refuse' ? 'request.reason' : 'request.conditionsText')}</label>
          <textarea id={`${id}w`} className="ct-input" rows={3} maxLength={2000} value={words} onChange={(e) => setWords(e.target.value)} />
        </div>
      )}
      {decision === 'refuse' && (
        <label className="ct-check">
          <input type="checkbox" checked={tell} disabled={words.trim() === ''} onChange={(e) => setTell(e.target.checked)} />
          {say('request.tell')}
        </label>
      )}
      <div className="ct-row ct-wrap">
        <Button type="submit" kind="main" busy={busy} disabled={!ready}>
          {say(decision ? `request.do.${decision}` : 'request.decideAct')}
        </Button>
      </div>
      {problem && <Problem words={problem} />}
    </form>
  );
}

/** What may be given: the items of whose word is asked, the one that the request names first. */
function useChoices(card: Card, about: string | undefined): [string, ItemCard][] {
  const { world } = useControl();
  return [...world.sharing.items.values()]
    .flatMap((item): [string, ItemCard][] => {
      const of = standingCard(item);
      // A part or a version stands for itself; both may be given again.
      return of && (of.originator === card.of || item.id === about) ? [[item.id, of]] : [];
    })
    .sort(([a], [b]) => Number(b === about) - Number(a === about));
}

function ItemChoice({
  words,
  choices,
  given,
  setGiven,
  portions,
}: {
  words: string;
  choices: readonly [string, ItemCard][];
  given: ReadonlyMap<string, readonly number[]>;
  setGiven: (given: ReadonlyMap<string, readonly number[]>) => void;
  portions: boolean;
}) {
  const { pick, say } = useControl();
  const put = (item: string, chosen: readonly number[] | undefined): void => {
    const next = new Map(given);
    if (chosen === undefined) next.delete(item);
    else next.set(item, chosen);
    setGiven(next);
  };
  if (choices.length === 0) return <p className="ct-small">{say('request.noItems')}</p>;
  return (
    <fieldset className="ct-choose">
      <legend className="ct-small">{words}</legend>
      {choices.map(([item, card]) => (
        <div key={item} className="ct-choose">
          <label className="ct-check">
            <input type="checkbox" checked={given.has(item)} onChange={() => put(item, given.has(item) ? undefined : allOf(card))} />
            <span>
              {pick(card.title)} <LabelChip label={card.label} />
            </span>
          </label>
          {portions && given.has(item) && (
            <PortionChoice card={card} chosen={given.get(item) ?? []} change={(chosen) => put(item, chosen)} />
          )}
        </div>
      ))}
    </fieldset>
  );
}
