import { type PressFinding, pressFindings } from '@entente/engine/statements';
import { Opener } from '../../../kit/review/tables.tsx';
import { useScene } from '../said/scene.ts';

/** What was said against what sides had agreed of saying it: before the release of a joint statement, or of what none was to announce. */
export function Findings() {
  const { t, world, side } = useScene();
  const found = pressFindings(world, side);
  if (found.length === 0) return null;
  return (
    <section className="sd-findings">
      <h3 className="small strong">{t('finding.title')}</h3>
      <ul>
        {found.map((f) => (
          <li key={`${f.is} ${f.said}`}>
            <Finding of={f} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Finding({ of }: { readonly of: PressFinding }) {
  const { t, time, span, topic, who, called, pick, world } = useScene();
  const said = <Opener id={`said:${of.said}`}>{called(of.said)}</Opener>;
  if (of.is === 'announced-against')
    return (
      <>
        <b className="sd-amber">{t('finding.announced', { time: time(of.at), who: who(`party:${of.party}`), topic: topic(of.topic) })}</b>{' '}
        {said}
      </>
    );
  const joint = pick(world.statements.joints.get(of.joint)?.card.title);
  const by = of.is === 'early-release' ? who(`party:${of.party}`) : who(of.outlet);
  return (
    <>
      <b className="sd-amber">
        {t(`finding.${of.is === 'early-release' ? 'early' : 'embargo'}`, {
          time: time(of.at),
          who: by,
          joint,
          before: span(of.release - of.at),
        })}
      </b>{' '}
      {said}
    </>
  );
}
