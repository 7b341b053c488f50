import './LinkSheet.css';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { Marking } from '../../kit/Marking.tsx';
import { PartyMark } from '../../kit/Marks.tsx';
import { QrCode } from '../../kit/QrCode.tsx';
import { CopyButton } from './CopyButton.tsx';
import { asText, type Slip, type SlipGroup } from './linkSheet.ts';

/** What a slip is called: the seat with its cell, or the post. */
export function useSlipName(): (slip: Slip, group: SlipGroup) => string {
  const t = useWords('lobby');
  const text = useText();
  return (slip, group) => {
    if (slip.post !== 'seat') return t(`links.post.${slip.post}`, { party: text(group.party?.name) });
    const [cell, name] = [text(slip.cell), text(slip.name)];
    return cell && cell !== name ? `${cell}, ${name}` : name || slip.seat;
  };
}

/** A seat's own name, its cell beneath. */
export function SlipTitle({ slip, group }: { readonly slip: Slip; readonly group: SlipGroup }) {
  const text = useText();
  const slipName = useSlipName();
  if (slip.post !== 'seat' || !slip.name) return <span className="strong grow">{slipName(slip, group)}</span>;
  return (
    <span className="grow lb-slip-title">
      <span className="strong">{text(slip.name)}</span>
      {text(slip.cell) !== text(slip.name) && <span className="small dim">{text(slip.cell)}</span>}
    </span>
  );
}

export function GroupName({ group }: { readonly group: SlipGroup }) {
  const t = useWords('lobby');
  const text = useText();
  if (!group.party) return <span className="read strong">{t('links.own')}</span>;
  return (
    <span className="row">
      <PartyMark order={group.party.index} letter={group.party.letter} />
      <span className="read strong">{text(group.party.name)}</span>
    </span>
  );
}

/** Slips to hand out, a party to a page, each page with the marking. */
export function LinkSheet({ groups, title }: { readonly groups: readonly SlipGroup[]; readonly title: string }) {
  const t = useWords('lobby');
  const text = useText();
  const slipName = useSlipName();
  return groups.map((group) => (
    <section key={group.party?.id ?? 'own'} className="lb-sheet">
      <div className="lb-paper-only lb-sheet-head">
        <Marking title={title} />
        <p className="read strong">{title}</p>
      </div>
      <div className="lb-head">
        <h2>
          <GroupName group={group} />
        </h2>
        {group.party && <span className="small dim">{t('links.handTo', { party: text(group.party.name) })}</span>}
        <span className="grow" />
        <CopyButton text={asText(group, (slip) => slipName(slip, group))} label={t('links.copyAll')} />
      </div>
      <ul className="lb-slips">
        {group.slips.map((slip) => (
          <OneSlip key={slip.seat} slip={slip} group={group} name={slipName(slip, group)} />
        ))}
      </ul>
      <div className="lb-paper-only lb-sheet-foot">
        <Marking title={title} />
      </div>
    </section>
  ));
}

function OneSlip({ slip, group, name }: { readonly slip: Slip; readonly group: SlipGroup; readonly name: string }) {
  const t = useWords('lobby');
  const url = slip.url ?? '';
  return (
    <li className="lb-slip">
      <QrCode className="lb-qr" text={url} label={t('links.qr', { name })} />
      <div className="stack grow">
        <SlipTitle slip={slip} group={group} />
        <span className="lb-url small">{url}</span>
        <span className="small dim lb-paper-only">{t('links.scan')}</span>
        <span>
          <CopyButton text={url} label={t('links.copy')} />
        </span>
      </div>
    </li>
  );
}
