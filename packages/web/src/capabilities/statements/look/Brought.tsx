import { planFor } from '@entente/engine/statements';
import { useControl } from '../../../kit/control/controlContext.ts';
import { useSaidWords } from '../said/useSaidWords.ts';

/** What an inject says in public when it is released, or the question that it brings; and of which terms it tells. Lead control’s. */
export function Brought({ inject }: { readonly inject: string }) {
  const { world, say, pick, select } = useControl();
  const words = useSaidWords(world);
  const card = world.injects.rows.get(inject)?.plan?.card;
  const said = world.statements.brought.get(inject)?.said;
  const named = card?.says === undefined ? undefined : world.statements.plans.get(card.says)?.plan;
  const plan = named ?? (card && planFor(world, card, card.to)?.plan);
  const terms = (card?.tells ?? []).map((id) => pick(world.statements.terms.get(id)?.planned?.name) || id);
  if (!plan && terms.length === 0) return null;
  const who = plan && words.who((plan.is === 'statement' ? plan.card.by : plan.is === 'report' ? plan.outlet : plan.by) ?? '');
  const claims = plan && plan.is !== 'question' ? plan.claims : undefined;
  const target = said === undefined ? undefined : { kind: plan?.is === 'question' ? 'press-question' : 'said', id: said };
  return (
    <section className="ct-brought" aria-label={say('public.says')}>
      <h4 className="ct-eyebrow">{say('public.says')}</h4>
      {plan && (
        <p className="ct-small">
          {target ? (
            <button type="button" className="ct-rowlink" onClick={() => select(target)}>
              {say(`public.saysKind.${plan.is}`, { who })}
            </button>
          ) : (
            say(`public.saysKind.${plan.is}`, { who })
          )}
          {plan.is === 'statement' && plan.card.question && ` · “${pick(plan.card.question.text)}”`}
        </p>
      )}
      {plan && plan.is !== 'question' && (
        <p className="ct-small ct-quiet">
          {claims
            ? say('public.saysHeard', {
                claims: words.list(claims.map((c) => `${words.topic(c.topic)}: ${say(`public.stance.${c.stance}`)}`)),
              })
            : say('public.saysUncoded')}
        </p>
      )}
      {terms.length > 0 && <p className="ct-small">{say('public.tells', { terms: words.list(terms.map((t) => `“${t}”`)) })}</p>}
    </section>
  );
}
