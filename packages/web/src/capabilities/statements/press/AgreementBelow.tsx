import './press.css';
import { useSeat } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { SaidInBoth } from '../../../kit/Said.tsx';
import type { BelowProps } from '../../../kit/seat/part.ts';
import { Claims } from './ClaimsField.tsx';
import { useCapitals } from './moments.ts';

/** What a matter of the table is about, where sides agree there on what to say, and what came of it. */
export function AgreementBelow({ line, open }: BelowProps) {
  const { world } = useSeat();
  const t = useWords('press');
  const text = useText();
  const capitals = useCapitals();
  const found = world.statements.agreements.get(line.of ?? line.id);
  if (!found) return null;
  const { agreement, made } = found;
  const joint = made && world.statements.joints.get(made.made);
  return (
    <section className="pr-agreement" aria-label={t(`agree.is.${agreement.is}`)}>
      <h3 className="eyebrow">{t(`agree.is.${agreement.is}`)}</h3>
      {agreement.is === 'publicity' ? (
        <p>
          {text(world.statements.topics?.list.find((x) => x.id === agreement.topic)?.name)}:{' '}
          <b>{t(`agree.announces.${agreement.announce ? 'yes' : 'no'}`)}</b>
        </p>
      ) : agreement.is === 'meaning' ? (
        <>
          <b>{text(agreement.name)}</b>
          <div className="pr-said-text">
            <SaidInBoth text={agreement.text} />
          </div>
          <OwnMeaning term={agreement.term} />
        </>
      ) : (
        <>
          <div className="pr-said-text">
            <SaidInBoth text={agreement.card.text} />
          </div>
          {agreement.card.claims.length > 0 && <Claims claims={agreement.card.claims} />}
          {agreement.is === 'joint' && (
            <p>
              <b>{t('joint.release')}</b> {capitals(agreement.card.release).join(' · ')}
            </p>
          )}
        </>
      )}
      {made && (
        <p className="row wrap met">
          <Icon name="check" size={12} /> {t(`agree.made.${agreement.is}`)}
          {joint && (
            <Button kind="quiet" size="small" onClick={() => open(joint.id)}>
              {t('joint.open')} <ExactTime at={joint.card.release} />
            </Button>
          )}
        </p>
      )}
    </section>
  );
}

/** What the own side means by the term so far: nobody else reads it here. */
export function OwnMeaning({ term }: { readonly term: string }) {
  const t = useWords('press');
  const { world, me } = useSeat();
  const known = world.statements.terms.get(term);
  const own = me.party === undefined ? undefined : known?.meanings.get(me.party);
  if (!own) return null;
  return (
    <div className="small dim">
      {t('agree.ownMeaning')} <SaidInBoth text={own.text} />
    </div>
  );
}
