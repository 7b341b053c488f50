import {
  actsOf,
  current,
  type Done,
  digestOf,
  type Matter,
  partyOfAct,
  seatOfAct,
  type TableText,
  voidsIn,
} from '@entente/engine/consultation';
import { useWords } from '../../../i18n/words.ts';
import { Chip } from '../../../kit/Chip.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { AddressMark, AddressName, useNamer } from '../../../kit/Names.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { eight, placesOf } from '../matters/needs.ts';
import type { Seen } from './sits.ts';
import { useOrdered, useParties, useSeconds } from './useTable.ts';

/** Whose signature stands on the text as it is, whose is awaited, and which are void and why. A partner reads the post, never the person. */
export function Signatures({ at, text }: { readonly at: Seen; readonly text: TableText | undefined }) {
  const t = useWords('table');
  const ordered = useOrdered();
  const { matter, m } = at;
  const digest = digestOf(m) ?? '';
  const signs = standingSigns(matter);
  const parties = ordered(m.members);
  const signed = parties.filter((p) => signs.some((a) => partyOfAct(a) === p));
  return (
    <section className="cs-signatures" aria-label={t('sign.title')}>
      <div className="row wrap">
        <h3 className="strong">{t('sign.title')}</h3>
        <span className="small dim">{t('sign.count', { n: signed.length, of: parties.length })}</span>
        <span className="grow" />
        <span className="small dim">{t('sign.text', { version: text ? current(text).version : (matter.on?.version ?? 1) })}</span>
        <Chip>{eight(digest)}</Chip>
      </div>
      <ul className="cs-signs">
        {parties.map((party) => (
          <Signature key={party} at={at} text={text} party={party} digest={digest} />
        ))}
      </ul>
      <p className="small dim">{t('sign.help')}</p>
    </section>
  );
}

/** Those that no new version made void: one on words that came back later is void all the same. */
function standingSigns(matter: Matter): readonly Done[] {
  const gone = voidsIn(matter).map((v) => v.act);
  return actsOf(matter).filter((a) => a.type === 'sign' && !gone.includes(a));
}

interface SignatureProps {
  readonly at: Seen;
  readonly text: TableText | undefined;
  readonly party: string;
  readonly digest: string;
}
function Signature({ at, text, party, digest }: SignatureProps) {
  const t = useWords('table');
  const name = useNamer();
  const standing = standingSigns(at.matter).findLast((a) => partyOfAct(a) === party);
  const former = voidsIn(at.matter).findLast(({ act }) => partyOfAct(act) === party)?.act;
  const refused = actsOf(at.matter).find((a) => a.type === 'refuse' && partyOfAct(a) === party);
  return (
    <li>
      <AddressMark address={`party:${party}`} named />
      <div className="stack grow">
        <b>{standing ? <AddressName address={seatOfAct(standing) ?? `party:${party}`} mark={false} /> : name(`party:${party}`)}</b>
        <span className="row wrap small">
          {standing ? (
            <>
              <Chip tone="met" icon="check">
                {t('sign.signed')} <ExactTime at={standing.at} />
              </Chip>
              <Chip>{eight(digest)}</Chip>
            </>
          ) : refused ? (
            <Chip tone="late" icon="cross">
              {t('stance.refuse')} <ExactTime at={refused.at} />
            </Chip>
          ) : (
            <>
              <Chip tone={at.matter.closed ? 'plain' : 'soon'}>{t(at.matter.closed ? 'never' : 'awaited')}</Chip>
              <span className="dim">
                {t('sign.on')} {eight(digest)}
              </span>
            </>
          )}
        </span>
        {!standing && former && <Void at={at} text={text} on={former.on ?? ''} signedAt={former.at} />}
      </div>
    </li>
  );
}

/** A signature that no longer counts: on which text it was, and what changed that text. */
function Void({
  at,
  text,
  on,
  signedAt,
}: {
  readonly at: Seen;
  readonly text: TableText | undefined;
  readonly on: string;
  readonly signedAt: number;
}) {
  const t = useWords('table');
  const seconds = useSeconds();
  const parties = useParties();
  const made = text?.versions.find((v) => v.version > (text.versions.findLast((x) => x.digest === on && x.at <= signedAt)?.version ?? 0));
  const bracket = made && text?.brackets.find((b) => b.settled?.version === made.version && b.settled.bracket === b.id);
  const version = text?.versions.findLast((v) => v.digest === on && v.at <= signedAt)?.version ?? at.matter.on?.version ?? 1;
  const where = bracket && text ? placesOf(text, [bracket.wording.paragraph]).join(', ') : '';
  return (
    <div className="cs-void">
      <p className="row wrap">
        <Icon name="cross" size={12} />
        <b>{t('sign.void', { time: made ? seconds(made.at) : '' })}</b>
        <span className="grow" />
        <s>{eight(on)}</s>
      </p>
      <p className="small">
        {t('sign.wasOn', { time: seconds(signedAt), version })}{' '}
        {bracket && made && t('sign.because', { who: parties([bracket.party]), paragraph: where, time: seconds(made.at) })}
      </p>
    </div>
  );
}
