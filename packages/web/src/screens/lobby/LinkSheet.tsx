import './LinkSheet.css';
import type { Text } from '@entente/engine';
import { usePreferences } from '../../i18n/preferences.ts';
import { pick, useText } from '../../i18n/text.ts';
import { useWords, useWordsOfAll, type Words } from '../../i18n/words.ts';
import { Marking } from '../../kit/Marking.tsx';
import { PartyMark } from '../../kit/Marks.tsx';
import { QrCode } from '../../kit/QrCode.tsx';
import { CopyButton } from './CopyButton.tsx';
import { asText, type Slip, type SlipGroup } from './linkSheet.ts';

/** What a slip is called in a language: the seat with its cell, or the post. */
function nameOf(t: Words, language: string, slip: Slip, group: SlipGroup): string {
  if (slip.post !== 'seat') return t(`links.post.${slip.post}`, { party: pick(group.party?.name, language) });
  const [cell, name] = [pick(slip.cell, language), pick(slip.name, language)];
  return cell && cell !== name ? `${cell}, ${name}` : name || slip.seat;
}

/** The same in the reader’s own. */
export function useSlipName(): (slip: Slip, group: SlipGroup) => string {
  const t = useWords('lobby');
  const { language } = usePreferences();
  return (slip, group) => nameOf(t, language, slip, group);
}

/** A line on paper for each language, the reader’s own first; one line where they read the same. */
function useOnPaper(): (say: (t: Words, language: string) => string) => readonly { readonly language: string; readonly line: string }[] {
  const all = useWordsOfAll('lobby');
  return (say) => {
    const lines = all.map(({ language, t }) => ({ language, line: say(t, language) }));
    return lines.filter(({ line }, i) => lines.findIndex((l) => l.line === line) === i);
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

/** Slips to hand out, a party to a page, each page with the marking; on paper in every language, for whoever is handed it. `copied`: told of slips whose links were copied. */
export function LinkSheet({
  groups,
  title,
  copied,
}: {
  readonly groups: readonly SlipGroup[];
  readonly title: Text;
  readonly copied: (slips: readonly Slip[]) => void;
}) {
  const t = useWords('lobby');
  const text = useText();
  const slipName = useSlipName();
  const onPaper = useOnPaper();
  const titles = onPaper((_, language) => pick(title, language));
  return groups.map((group) => (
    <section key={group.party?.id ?? 'own'} className="lb-sheet">
      <div className="lb-paper-only lb-sheet-head">
        <Marking title={text(title)} />
        <p className="read strong">{titles.map(({ line }) => line).join(' · ')}</p>
        {/* On each page that they take: whose slips these are, and for whom alone. */}
        <div className="row">
          <GroupName group={group} />
          <OtherLines lines={onPaper((words, language) => (group.party ? pick(group.party.name, language) : words('links.own')))} />
        </div>
        {group.party &&
          onPaper((words, language) => words('links.handTo', { party: pick(group.party?.name, language) })).map(({ language, line }) => (
            <p key={language} lang={language} className="small">
              {line}
            </p>
          ))}
      </div>
      <div className="lb-head lb-screen-only">
        <h2>
          <GroupName group={group} />
        </h2>
        {group.party && <span className="small dim">{t('links.handTo', { party: text(group.party.name) })}</span>}
        <span className="grow" />
        <CopyButton text={asText(group, (slip) => slipName(slip, group))} label={t('links.copyAll')} done={() => copied(group.slips)} />
      </div>
      <ul className="lb-slips">
        {group.slips.map((slip) => (
          <OneSlip key={slip.seat} slip={slip} group={group} name={slipName(slip, group)} copied={() => copied([slip])} />
        ))}
      </ul>
      <div className="lb-paper-only lb-sheet-foot">
        <Marking title={text(title)} />
      </div>
    </section>
  ));
}

/** What stands on paper below the reader’s own words. */
function OtherLines({ lines }: { readonly lines: readonly { readonly language: string; readonly line: string }[] }) {
  return lines.slice(1).map(({ language, line }) => (
    <span key={language} lang={language} className="lb-paper-only lb-other">
      {line}
    </span>
  ));
}

interface SlipProps {
  readonly slip: Slip;
  readonly group: SlipGroup;
  readonly name: string;
  readonly copied: () => void;
}

function OneSlip({ slip, group, name, copied }: SlipProps) {
  const t = useWords('lobby');
  const onPaper = useOnPaper();
  const url = slip.url ?? '';
  return (
    <li className="lb-slip">
      <QrCode className="lb-qr" text={url} label={t('links.qr', { name })} />
      <div className="stack grow">
        <SlipTitle slip={slip} group={group} />
        <OtherLines lines={onPaper((words, language) => nameOf(words, language, slip, group))} />
        <span className="lb-url small">{url}</span>
        {onPaper((words) => words('links.scan')).map(({ language, line }) => (
          <span key={language} lang={language} className="small dim lb-paper-only">
            {line}
          </span>
        ))}
        <span>
          <CopyButton text={url} label={t('links.copy')} done={copied} />
        </span>
      </div>
    </li>
  );
}
