import { useId, useState } from 'react';
import { useSeat } from '../../../connection/SeatProvider.tsx';
import { Button } from '../../../kit/Button.tsx';
import { Problem } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { PanelProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { AddressName } from '../../../kit/Names.tsx';
import { QrCode } from '../../../kit/QrCode.tsx';
import { type IssuedLink, issueLinks } from './issueLinks.ts';

/** Join links for seats, shown once, with a QR code each. A new link ends the old one and whoever used it. */
export function LinksPanel({ side: { seats } }: PanelProps) {
  const { say, names, lead, viewer, pick, present } = useControl();
  const { door } = useSeat();
  const [seat, setSeat] = useState(seats?.[0] ?? '');
  const [links, setLinks] = useState<readonly IssuedLink[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const id = useId();
  const issue = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const answer = await issueLinks(door, [seat]);
    setBusy(false);
    if (answer.ok) setLinks([...answer.links, ...links.filter((l) => !answer.links.some((n) => n.seat === l.seat))]);
    else setProblem(answer.detail ?? say('links.failed'));
  };
  const parties = names.parties.filter((p) => lead || p.id === viewer.party);
  const occupied = present.flatMap((p) => p.cells.flatMap((c) => c.seats)).some((s) => s.seat.address === seat && s.here !== 'empty');
  // Who watches or controls is not among those present: it is said of whatever link there was.
  const former = seat !== '' && !names.seats.some((s) => s.address === seat);
  return (
    <SidePanel title={say('links.title')} focus>
      <div className="ct-form">
        <div className="ct-field">
          <label htmlFor={id}>{say('links.seat')}</label>
          <select id={id} className="ct-select" value={seat} onChange={(e) => setSeat(e.target.value)}>
            <option value="">{say('links.choose')}</option>
            {parties.map((p) => (
              <optgroup key={p.id} label={`${p.letter} ${pick(p.name)}`}>
                {names.seats
                  .filter((s) => s.party === p.id)
                  .map((s) => (
                    <option key={s.address} value={s.address}>
                      {names.say(s.address, pick, say)}
                    </option>
                  ))}
                {lead && (
                  <>
                    <option value={`control:${p.id}`}>{say('who.controlOf', { party: pick(p.name) })}</option>
                    <option value={`evaluators:${p.id}`}>{say('who.evaluatorsOf', { party: pick(p.name) })}</option>
                  </>
                )}
              </optgroup>
            ))}
            {lead && (
              <>
                <option value="evaluators">{say('who.evaluators')}</option>
                <option value="observers">{say('who.observers')}</option>
                <option value="public">{say('links.publicScreen')}</option>
              </>
            )}
          </select>
        </div>
        <p className={occupied || former ? 'ct-small soon' : 'ct-small'}>
          {say(occupied ? 'links.endsSession' : former ? 'links.endsFormer' : 'links.once')}
        </p>
        <div className="ct-row">
          <Button kind="main" icon="link" busy={busy} disabled={seat === ''} onClick={() => void issue()}>
            {say('links.issue')}
          </Button>
        </div>
        {problem && <Problem words={problem} />}
      </div>
      {links.map((l) => (
        <Link key={l.url} link={l} />
      ))}
    </SidePanel>
  );
}

function Link({ link }: { link: IssuedLink }) {
  const { say, names, pick } = useControl();
  const [copied, setCopied] = useState(false);
  const field = useId();
  // The clipboard needs a secure context; on a plain-HTTP LAN the text is selected instead.
  const copy = async (): Promise<void> => {
    document.getElementById(field)?.focus();
    (document.getElementById(field) as HTMLInputElement | null)?.select();
    try {
      await navigator.clipboard.writeText(link.url);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <section className="ct-link">
      <h3 className="ct-row">
        <AddressName address={link.seat} withParty />
      </h3>
      <QrCode className="ct-qr" text={link.url} label={say('links.qr', { who: names.say(link.seat, pick, say, true) })} />
      <div className="ct-row">
        <input
          id={field}
          className="ct-input ct-grow"
          readOnly
          value={link.url}
          aria-label={say('links.url')}
          onFocus={(e) => e.target.select()}
        />
        <Button size="small" onClick={() => void copy()}>
          {say(copied ? 'links.copied' : 'links.copy')}
        </Button>
      </div>
    </section>
  );
}
