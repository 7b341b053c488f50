import { type Chain, chains, type Repair } from '@entente/engine/statements';
import { AddressMark } from '../../../kit/Names.tsx';
import { Opener } from '../../../kit/review/tables.tsx';
import { saidById } from '../said/look.ts';
import { useScene } from '../said/scene.ts';

/** From each sentence that had to be set right to what set it right, step by step, and who still repeats it. */
export function Chains() {
  const { t, world, side } = useScene();
  const found = chains(world, side);
  if (found.length === 0) return <p className="rv-nothing dim">{t('review.noChains')}</p>;
  return (
    <div className="sd-chains">
      {found.map((c) => (
        <OneChain key={c.of.key} chain={c} />
      ))}
    </div>
  );
}

function OneChain({ chain: { of, repairs, repeated } }: { readonly chain: Chain }) {
  const { t, look, world, called, time, who, list, labels } = useScene();
  const flag = look.flags.find((f) => f.key === of.key);
  const told = repeated.flatMap((id) => world.statements.reports.get(id) ?? []);
  return (
    <section className="sd-chain">
      <h3>
        {flag && <span className={`sd-${labels.flag(flag).tone}`}>{labels.flag(flag).text}</span>}{' '}
        <Opener id={`pair:${of.key}`}>{t('pair.title', { a: called(of.with), b: called(of.said) })}</Opener>
      </h3>
      <ol>
        <li className="sd-step wrong">
          <Whose id={of.said} />
          <Opener id={`said:${of.said}`}>{called(of.said)}</Opener>
          <span className="small dim">{time(of.opened)}</span>
        </li>
        {repairs.map((r) => (
          <Step key={r.said} repair={r} />
        ))}
      </ol>
      {told.length > 0 ? (
        <p className="small sd-amber">{t('chain.repeats', { who: list(told.map((r) => `${who(r.card.outlet)} (${time(r.at)})`)) })}</p>
      ) : (
        <p className="small sd-met">{t('chain.nobody')}</p>
      )}
      {!of.closed && <p className="small sd-late">{t('pair.stillOpen')}</p>}
    </section>
  );
}

function Step({ repair: { said, at, after, kind, silent, weighs, closes } }: { readonly repair: Repair }) {
  const { t, time, span, called } = useScene();
  return (
    <li className={closes || kind === 'outlet' ? 'sd-step met' : 'sd-step'}>
      <Whose id={said} />
      <Opener id={`said:${said}`}>{called(said)}</Opener>
      <span className="small dim">
        {time(at)} · {t('chain.after', { span: span(after) })}
      </span>
      <span className="small">
        {t(`chain.${kind}`)}
        {silent && `, ${t('chain.silent')}`}
        {weighs && weighs !== 'as-much' && `, ${t(`chain.weighs.${weighs}`)}`}
        {closes && <b className="sd-met"> ✓ {t('chain.closes')}</b>}
      </span>
    </li>
  );
}

function Whose({ id }: { readonly id: string }) {
  const { look, who, world } = useScene();
  const thing = look.things.find((x) => x.id === id);
  if (!thing || !saidById(world, id)) return null;
  return (
    <span className="row small">
      {thing.outlet ? (
        <AddressMark address={thing.outlet} />
      ) : (
        thing.parties.map((p) => <AddressMark key={p} address={`party:${p}`} named />)
      )}
      {thing.outlet && who(thing.outlet)}
    </span>
  );
}
