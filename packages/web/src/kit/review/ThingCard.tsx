import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { ChannelIcon } from '../ChannelIcon.tsx';
import { AddressName } from '../Names.tsx';

interface ThingCardProps {
  readonly number?: string | undefined;
  readonly title: string;
  readonly chips?: ReactNode;
  readonly state?: ReactNode;
  readonly channel?: string | undefined;
  readonly from: string;
  readonly to?: readonly string[];
  readonly children?: ReactNode;
}

/** A thing under review: what it is, from whom, to whom. */
export function ThingCard({ number, title, chips, state, channel, from, to, children }: ThingCardProps) {
  const t = useWords('review');
  return (
    <div className="stack rv-thing">
      <div className="row wrap">
        {number && <span className="dim strong">{number}</span>}
        {state}
        <span className="grow" />
        {chips}
      </div>
      {title && <h3 className="read strong">{title}</h3>}
      <div className="row wrap small">
        {channel && <ChannelIcon channel={channel} label />}
        <AddressName address={from} withParty />
      </div>
      {to && (
        <div className="row wrap small">
          <span className="dim">{t('cols.to')}</span>
          {to.map((address) => (
            <AddressName key={address} address={address} />
          ))}
        </div>
      )}
      {children}
    </div>
  );
}
