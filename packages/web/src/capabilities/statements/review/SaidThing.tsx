import type { World } from '@entente/engine';
import type { Claim, Report, Statement } from '@entente/engine/statements';
import { Chip } from '../../../kit/Chip.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { Opener } from '../../../kit/review/tables.tsx';
import { isStatement, saidById } from '../said/look.ts';
import { SaidIcon } from '../said/Shapes.tsx';
import type { Scene } from '../said/scene.ts';
import { Verbatim } from '../said/Verbatim.tsx';
import { useReviewScene } from './useReviewScene.ts';

/** One statement or report: word for word, what was heard in it and meant by it, what it read, what it set right, how it stands to others. */
export function SaidThing({ id }: { readonly id: string }) {
  const scene = useReviewScene('whole');
  const { t, world, look } = scene;
  const said = saidById(world, id);
  if (!said) return null;
  const links = (how: string) => said.links.filter((l) => l.how === how).map((l) => l.to);
  const flags = look.flags.filter((f) => (f.said === id || f.with === id) && f.right !== false);
  return (
    <div className="stack rv-thing">
      <div className="row wrap">
        <Chip>{t(isStatement(said) ? 'thing.statement' : 'thing.report')}</Chip>
        {isStatement(said) ? (
          <Chip>{t(`thing.attribution.${said.card.attribution}`)}</Chip>
        ) : (
          <Chip>{t(`medium.${said.card.medium}`)}</Chip>
        )}
      </div>
      <Verbatim said={said} words={scene} />
      <NamedBy said={said} scene={scene} />
      <Coded said={said} scene={scene} />
      <Others title={t('thing.reads')} ids={links('reads')} scene={scene} />
      <Others title={t('thing.corrects')} ids={links('corrects')} scene={scene} />
      <Others title={t('thing.correctedBy')} ids={look.things.filter((x) => x.corrects.includes(id)).map((x) => x.id)} scene={scene} />
      <Others title={t('thing.readBy')} ids={look.things.filter((x) => x.reads.includes(id)).map((x) => x.id)} scene={scene} />
      {flags.length > 0 && (
        <section>
          <h4 className="small strong">{t('thing.verdicts')}</h4>
          <ul>
            {flags.map((f) => {
              const { text, tone } = scene.labels.flag(f);
              return (
                <li key={f.key}>
                  <b className={`sd-${tone}`}>{text}</b>{' '}
                  <Opener id={`pair:${f.key}`}>{scene.called(f.said === id ? f.with : f.said)}</Opener>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
}

interface Props {
  readonly said: Statement | Report;
  readonly scene: Scene;
}

/** Who spoke on background: their own side’s and lead control’s editions hold it. */
function NamedBy({ said, scene: { t, who } }: Props) {
  const named = isStatement(said) ? said.named : undefined;
  return named ? <p className="small">{t('thing.namedBy', { who: who(named.by) })}</p> : null;
}

/** What was heard and what was meant, side by side: the difference is the lesson. Each edition shows what it holds. */
function Coded({ said, scene }: Props) {
  const { t, who } = scene;
  const meant = isStatement(said) ? said.meant : undefined;
  const readings = [...said.readings].map(([party, r]) => ({
    title: t('thing.reading', { who: who(`party:${party}`) }),
    claims: r.claims,
  }));
  const heard = said.heard?.claims
    ? [{ title: t('thing.heard'), claims: said.heard.claims }]
    : said.released
      ? [{ title: t('thing.released'), claims: said.released.claims }]
      : [];
  const all = [...heard, ...(meant ? [{ title: t('thing.meant'), claims: meant.claims }] : []), ...readings];
  if (all.length === 0) return <p className="small dim">{t('thing.notCoded')}</p>;
  return all.map(({ title, claims }) => (
    <section key={title}>
      <h4 className="small strong">{title}</h4>
      <Claims claims={claims} scene={scene} />
    </section>
  ));
}

function Claims({ claims, scene: { t, topic } }: { readonly claims: readonly Claim[]; readonly scene: Scene }) {
  if (claims.length === 0) return <p className="small">{t('thing.none')}</p>;
  return (
    <ul className="small">
      {claims.map((c) => (
        <li key={`${c.topic} ${c.term}`} className="row">
          <SaidIcon form="bubble" stance={c.stance} /> {topic(c.topic)}: {t(`stance.${c.stance}`)}
        </li>
      ))}
    </ul>
  );
}

function Others({
  title,
  ids,
  scene: { called, time, world },
}: {
  readonly title: string;
  readonly ids: readonly string[];
  readonly scene: Scene;
}) {
  const held = ids.flatMap((id) => saidById(world, id) ?? []);
  if (held.length === 0) return null;
  return (
    <section>
      <h4 className="small strong">{title}</h4>
      <ul className="small">
        {held.map((s) => (
          <li key={s.id}>
            {time(s.at)} <AddressName address={whoseOf(world, s)} /> <Opener id={`said:${s.id}`}>{called(s.id)}</Opener>
          </li>
        ))}
      </ul>
    </section>
  );
}

const whoseOf = (_: World, s: Statement | Report): string => (isStatement(s) ? (s.card.by ?? `party:${s.card.party}`) : s.card.outlet);
