import type { Command } from '@entente/engine';
import { AddressField } from '../../../kit/AddressField.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { PanelForm } from '../../../kit/control/PanelForm.tsx';
import type { PanelProps } from '../../../kit/control/part.ts';
import { useWhom } from '../../../kit/control/useWhom.ts';
import { Choose } from '../../../kit/form/Choose.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { useSaidWords } from '../said/useSaidWords.ts';

/** Tells somebody that a term is easily mistaken, and for what: from then on it warns them before they speak. */
export function TellPanel({ side, made }: PanelProps) {
  const { say, world, pick, open } = useControl();
  const words = useSaidWords(world);
  const groups = useWhom({});
  const terms = [...world.statements.terms].flatMap(([id, t]) => (t.planned ? [{ id, ...t.planned }] : []));
  const { draft, change, busy, error, run } = useForm('control tell a pair', () => ({
    term: side.about ?? terms[0]?.id ?? '',
    to: [] as readonly string[],
  }));
  const term = terms.find((t) => t.id === draft.term);
  const submit = async (): Promise<void> => {
    const answer = await run({ type: 'TellPair', term: draft.term, to: [...draft.to] } as Command);
    if (!answer.ok) return;
    open(undefined);
    made(answer.events);
  };
  return (
    <PanelForm
      title={say('tell.title')}
      go={say('tell.go')}
      submit={() => void submit()}
      missing={draft.to.length === 0 ? say('question.needsTo') : undefined}
      told={say('tell.told')}
      busy={busy}
      error={error}
    >
      <Choose
        title={say('tell.term')}
        data={terms.map((t) => ({ value: t.id, label: pick(t.name) }))}
        value={draft.term}
        change={(t) => change({ term: t })}
      />
      {term && (
        <p className="ct-small">
          {say('tell.mistaken', {
            term: pick(term.name),
            topic: words.topic(term.topic),
            other: words.list(term.mistakenFor.map(words.topic)),
          })}
        </p>
      )}
      <AddressField title={say('question.to')} hint={say('question.whom')} groups={groups} to={draft.to} change={(to) => change({ to })} />
    </PanelForm>
  );
}
