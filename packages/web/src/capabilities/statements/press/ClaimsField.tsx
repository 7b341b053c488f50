import type { Claim } from '@entente/engine/statements';
import { useState } from 'react';
import { useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { STANCE_MARKS, withStance } from './claims.ts';

/** What is said of which topic, by two taps: the topic, then the stance. Nothing is chosen beforehand. */
export function ClaimsField({
  claims,
  change,
  help,
}: {
  readonly claims: readonly Claim[];
  readonly change: (claims: readonly Claim[]) => void;
  /** Who reads it, if not the own side alone. */
  readonly help?: string | undefined;
}) {
  const t = useWords('press');
  const text = useText();
  const { world } = useSeat();
  const [topic, choose] = useState<string | undefined>();
  const topics = world.statements.topics?.list ?? [];
  const chosen = topics.find((x) => x.id === topic);
  if (topics.length === 0) return null;
  return (
    <fieldset className="pr-claims">
      <legend className="field-title">{t('claims.title')}</legend>
      <p className="small dim">{help ?? t('claims.help')}</p>
      <div className="row wrap">
        {topics.map((x) => {
          const claim = claims.find((c) => c.topic === x.id);
          return (
            <Button key={x.id} size="small" pressed={topic === x.id} onClick={() => choose(topic === x.id ? undefined : x.id)}>
              {claim && <b aria-hidden="true">{STANCE_MARKS[claim.stance]}</b>} {text(x.name)}
              {claim && <span className="dim"> {t(`stance.${claim.stance}`)}</span>}
            </Button>
          );
        })}
      </div>
      {chosen && (
        <div className="row wrap">
          <span className="dim small">{t('claims.of', { topic: text(chosen.name) })}</span>
          {chosen.stances.map((stance) => (
            <Button
              key={stance}
              size="small"
              pressed={claims.some((c) => c.topic === chosen.id && c.stance === stance)}
              onClick={() => {
                change(withStance(claims, chosen.id, stance));
                choose(undefined);
              }}
            >
              <b aria-hidden="true">{STANCE_MARKS[stance]}</b> {t(`stance.${stance}`)}
            </Button>
          ))}
        </div>
      )}
    </fieldset>
  );
}

/** The same, to be read: “+ joint planning: affirmed”. */
export function Claims({ claims }: { readonly claims: readonly Claim[] }) {
  const t = useWords('press');
  const text = useText();
  const { world } = useSeat();
  return (
    <ul className="row wrap pr-said-claims">
      {claims.map((c) => (
        <li key={`${c.topic} ${c.stance}`} className="chip line">
          <b aria-hidden="true">{STANCE_MARKS[c.stance]}</b>
          {text(world.statements.topics?.list.find((x) => x.id === c.topic)?.name) || c.topic}
          <span className="unseen">:</span> <span className="dim">{t(`stance.${c.stance}`)}</span>
        </li>
      ))}
    </ul>
  );
}
