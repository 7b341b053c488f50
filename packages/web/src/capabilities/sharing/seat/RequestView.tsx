import '../../../kit/seat/Letter.css';
import './Item.css';
import {
  answeredWith,
  type Id,
  itemNamed,
  type Look,
  type Request,
  requestCard,
  requestStatus,
  standingCard,
  type World,
} from '@entente/engine';
import { useAct } from '../../../connection/index.ts';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { StatusChip } from '../../../kit/Chip.tsx';
import { LabelChip } from '../../../kit/Labels.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { Refused } from '../../../kit/Refused.tsx';
import { ExactTime, RelativeTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { DecideForm } from '../forms/parts.ts';
import { hasEnded } from '../useSharing.ts';

/** A request for release, whole: what is asked of whom, for whom, by when; what was decided; and the way to decide or withdraw it. */
export function RequestView({
  look,
  request,
  open,
  acts,
}: {
  readonly look: Look;
  readonly request: Request;
  readonly open: (id: Id) => void;
  readonly acts: boolean;
}) {
  const t = useWords('sharing');
  const card = requestCard(request);
  if (!card) return null;
  const status = requestStatus(request);
  const mine = card.from === look.seat;
  const open_ = !request.decided && !request.withdrawn;
  const may = acts && open_ && !hasEnded(look.world);
  return (
    <article className="letter request">
      <div className="row wrap letter-state">
        {open_ && (
          <span className="strong">
            <RelativeTime at={card.due} now={look.now} kind="deadline" />
          </span>
        )}
        {open_ && (
          <span className="dim">
            {t('request.by')} <ExactTime at={card.due} />
          </span>
        )}
        <span className="grow" />
        <StatusChip state={status} />
      </div>
      <header>
        <h2 className="title">{t(mine ? 'request.mine' : 'request.theirs')}</h2>
        <dl className="letter-head">
          <dt>{t('request.from')}</dt>
          <dd className="row wrap">
            <AddressName address={card.from} withParty /> <ExactTime at={card.since} />
          </dd>
          <dt>{t('request.of')}</dt>
          <dd>
            <AddressName address={card.of} />
          </dd>
          <dt>{t('request.for')}</dt>
          <dd className="row wrap">
            {card.for.map((a) => (
              <AddressName key={a} address={a} withParty={!a.startsWith('party:')} />
            ))}
          </dd>
        </dl>
      </header>
      <NotYet of={[card.text]} />
      <blockquote className="letter-text read">
        <Said text={card.text} />
      </blockquote>
      <Things title={t('request.about')} ids={[itemNamed(request)].filter((i) => i !== undefined)} world={look.world} open={open} />
      <Decided request={request} mine={mine} />
      <Things title={t('request.answers')} ids={answeredWith(request)} world={look.world} open={open} />
      <Things
        title={t('request.concerns')}
        ids={[...request.concerns.keys()].filter((id) => !answeredWith(request).includes(id))}
        world={look.world}
        open={open}
      />
      {may && !mine && <DecideForm look={look} request={request} />}
      {may && mine && <Withdraw request={request} />}
    </article>
  );
}

function Decided({ request, mine }: { readonly request: Request; readonly mine: boolean }) {
  const t = useWords('sharing');
  const { decided, reasoned, withdrawn } = request;
  if (withdrawn)
    return (
      <p className="dim">
        {t('request.withdrawnAt')} <ExactTime at={withdrawn.at} />
      </p>
    );
  if (!decided) return null;
  const refused = decided.decision === 'refuse';
  const reason = decided.reason ?? reasoned?.reason;
  return (
    <section className={`decision stack ${refused ? 'refused' : 'granted'}`} aria-label={t('request.decision')}>
      <p className="row wrap">
        <StatusChip state={refused ? 'refused' : decided.decision === 'grant' ? 'granted' : 'conditions'} />
        <AddressName address={decided.by} withParty /> <ExactTime at={decided.at} />
      </p>
      {decided.conditions && (
        <p className="read">
          <span className="dim">{t('request.conditions')}</span> <Said text={decided.conditions} /> <NotYet of={[decided.conditions]} />
        </p>
      )}
      {refused &&
        (reason ? (
          <p className="read">
            <span className="dim">{t(mine || decided.reason ? 'request.reason' : 'request.reasonOurs')}</span> <Said text={reason} />{' '}
            <NotYet of={[reason]} />
          </p>
        ) : (
          <p className="dim">{t(mine ? 'request.noReason' : 'request.noReasonOurs')}</p>
        ))}
    </section>
  );
}

/** Items that a request names, by their titles, to be opened. */
function Things({
  title,
  ids,
  world,
  open,
}: {
  readonly title: string;
  readonly ids: readonly Id[];
  readonly world: World;
  readonly open: (id: Id) => void;
}) {
  const text = useText();
  const items = ids.flatMap((id) => world.sharing.items.get(id) ?? []);
  if (items.length === 0) return null;
  return (
    <section className="stack" aria-label={title}>
      <h3 className="eyebrow">{title}</h3>
      {items.map((i) => {
        const card = standingCard(i);
        return (
          card && (
            <button key={i.id} type="button" className="letter-about" onClick={() => open(i.id)}>
              <b>{text(card.title)}</b> <LabelChip label={card.label} />
            </button>
          )
        );
      })}
    </section>
  );
}

function Withdraw({ request }: { readonly request: Request }) {
  const t = useWords('sharing');
  const { busy, error, run } = useAct();
  return (
    <div className="row wrap">
      <Button icon="undo" busy={busy} onClick={() => run({ type: 'WithdrawRequest', request: request.id })}>
        {t('request.withdraw')}
      </Button>
      <span className="small dim">{t('request.withdrawHelp')}</span>
      <Refused words={error} />
    </div>
  );
}
