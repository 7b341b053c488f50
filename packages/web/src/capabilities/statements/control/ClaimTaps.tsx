import '../said/said.css';
import './public.css';
import type { Claim } from '@entente/engine/statements';
import { useState } from 'react';
import { Button } from '../../../kit/Button.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { SaidIcon } from '../said/Shapes.tsx';
import { withClaim } from './taps.ts';

/** What something says of which topics, where control itself says it: by taps, as it is coded; several topics one after the other. */
export function ClaimTaps({ claims, change }: { readonly claims: readonly Claim[]; readonly change: (claims: readonly Claim[]) => void }) {
  const { world, say, pick } = useControl();
  const [topic, choose] = useState<string>();
  const topics = world.statements.topics?.list ?? [];
  const chosen = topics.find((x) => x.id === topic);
  if (topics.length === 0) return null;
  return (
    <fieldset className="pb-reads pb-coding">
      <legend>{say('coding.says.title')}</legend>
      <p className="ct-small ct-quiet">{say('coding.says.help')}</p>
      <div className="pb-taps">
        {topics.map((x) => {
          const claim = claims.find((c) => c.topic === x.id);
          return (
            <Button key={x.id} size="small" pressed={x.id === topic} onClick={() => choose(x.id === topic ? undefined : x.id)}>
              {claim && <SaidIcon form="bubble" stance={claim.stance} />} {pick(x.name)}
              {claim && <span className="ct-quiet"> {say(`public.stance.${claim.stance}`)}</span>}
            </Button>
          );
        })}
      </div>
      {chosen && (
        <div className="pb-taps pb-stances">
          {chosen.stances.map((stance) => (
            <Button
              key={stance}
              size="small"
              onClick={() => {
                const same = claims.some((c) => c.topic === chosen.id && c.stance === stance);
                change(same ? claims.filter((c) => c.topic !== chosen.id) : withClaim(claims, chosen.id, stance));
                choose(undefined);
              }}
            >
              <SaidIcon form="bubble" stance={stance} /> {say(`coding.says.${stance}`)}
            </Button>
          ))}
        </div>
      )}
    </fieldset>
  );
}
