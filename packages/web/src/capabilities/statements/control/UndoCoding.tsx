import '../said/said.css';
import './public.css';
import type { Id } from '@entente/engine';
import { useState } from 'react';
import { Button } from '../../../kit/Button.tsx';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { SaidIcon } from '../said/Shapes.tsx';
import { forgetCoded, keepCoded, useCoded } from './coded.ts';
import { Coding } from './parts.ts';

/** What was coded last, with the way back and the way on to another topic of the same, for ten seconds. */
export function UndoCoding() {
  const { world, say, pick } = useControl();
  const coded = useCoded();
  const topics = world.statements.topics?.list ?? [];
  const last = coded?.claims.at(-1);
  const [of, goOn] = useState<Id>();
  const more = coded !== undefined && of === coded.said;
  return (
    <div role="status">
      {coded && last && (
        <p className="pb-undo ct-row ct-wrap">
          <SaidIcon form="bubble" stance={last.stance} />
          <span>
            {say('coding.done', {
              topic: pick(topics.find((t) => t.id === last.topic)?.name) || last.topic,
              stance: say(`coding.says.${last.stance}`),
            })}
          </span>
          <span className="ct-grow" />
          <Act
            command={{ type: 'CodeSaid', said: coded.said, ...(coded.before ? { claims: [...coded.before] } : {}) } as never}
            onDone={forgetCoded}
            icon="undo"
          >
            {say('coding.undo')}
          </Act>
          {!more && coded.claims.length < topics.length && (
            <Button
              size="small"
              icon="plus"
              onClick={() => {
                keepCoded();
                goOn(coded.said);
              }}
            >
              {say('coding.another')}
            </Button>
          )}
        </p>
      )}
      {more && (
        <div className="pb-undo">
          <Coding said={coded.said} keys={() => true} coded={() => goOn(undefined)} />
          <Button
            size="small"
            kind="quiet"
            onClick={() => {
              goOn(undefined);
              forgetCoded();
            }}
          >
            {say('coding.enough')}
          </Button>
        </div>
      )}
    </div>
  );
}
