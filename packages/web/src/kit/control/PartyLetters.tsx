import { OutlineMark, PartyMark } from '../Marks.tsx';
import { useControl } from './controlContext.ts';

/** The marks of the parties concerned, in the scenario's order; an outline for everyone. */
export function PartyLetters({ parties, everyone = false }: { parties: readonly string[]; everyone?: boolean }) {
  const { names, pick, say } = useControl();
  return (
    <span className="ct-inline">
      {names.parties
        .filter((p) => parties.includes(p.id))
        .map((p) => (
          <PartyMark key={p.id} order={p.index} letter={p.letter} name={pick(p.name)} />
        ))}
      {everyone && (
        <span title={say('who.everyone')}>
          <OutlineMark letter="P" />
          <span className="unseen">{say('who.everyone')}</span>
        </span>
      )}
    </span>
  );
}
