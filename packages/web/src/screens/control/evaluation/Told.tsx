import { split, type Text, type World } from '@entente/engine';
import { useControl } from '../../../kit/control/controlContext.ts';
import { useControlParts } from '../../../kit/control/part.ts';
import { EmptyState } from '../../../kit/Panel.tsx';
import { Said } from '../../../kit/Said.tsx';

/** What evaluators judge by: the objectives with their tasks, and what those whom they watch were told before the start. */
export function Told() {
  const { world, say, names, pick } = useControl();
  const parts = useControlParts();
  const objectives = world.seats.objectives?.list ?? [];
  const situations = situationsOf(world);
  return (
    // Scrolls by itself, so it must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area
    <section className="ct-told scroll" tabIndex={0} aria-label={say('centre.told')}>
      <h2>{say('evaluation.objectives')}</h2>
      {objectives.length === 0 && <p className="ct-quiet">{say('evaluation.noObjectives')}</p>}
      <ol>
        {objectives.map((o) => (
          <li key={o.id}>
            <Said text={o.text} />
            {o.tasks.length > 0 && (
              <ul className="ct-why">
                {o.tasks.map((t) => (
                  <li key={t.id}>
                    <Said text={t.text} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
      <h2>{say('evaluation.situation')}</h2>
      {situations.length === 0 && <EmptyState title={say('evaluation.noSituation')}>{say('evaluation.noSituationHelp')}</EmptyState>}
      {situations.map(({ scope, text }) => (
        <section key={scope}>
          <h3 className="ct-eyebrow">{say('evaluation.toldTo', { who: names.say(scope, pick, say) })}</h3>
          <p className="prose">
            <Said text={text} />
          </p>
        </section>
      ))}
      {parts.map(({ own, room }) => own?.Hands && <own.Hands key={room} />)}
    </section>
  );
}

/** The widest first: what everyone was told, then parties, cells and seats. */
const WIDTH = ['everyone', 'party', 'cell', 'seat'];

function situationsOf({ seats }: World): { readonly scope: string; readonly text: Text }[] {
  return [...seats.briefings]
    .map(([scope, { text }]) => ({ scope, text }))
    .sort((a, b) => WIDTH.indexOf(split(a.scope)[0]) - WIDTH.indexOf(split(b.scope)[0]));
}
