import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useSeat } from '../../../connection/SeatProvider.tsx';
import { useBusy } from '../../../connection/useBusy.ts';
import { Button } from '../../../kit/Button.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { PanelProps } from '../../../kit/control/part.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { intoSight } from '../../../kit/intoSight.ts';
import { AddressName } from '../../../kit/Names.tsx';
import { QrCode } from '../../../kit/QrCode.tsx';
import { type IssuedLink, issueLinks } from './issueLinks.ts';

/** Join links for seats, shown once, with a QR code each. A new link ends the old one and whoever used it. */
export function LinksPanel({ side: { seats } }: PanelProps) {
  const { say, names, lead, viewer, pick, present } = useControl();
  const { door } = useSeat();
  const [seat, setSeat] = useState(seats?.[0] ?? '');
  const [links, setLinks] = useState<readonly IssuedLink[]>([]);
  const [problem, setProblem] = useState<string>();
  const [issue, busy] = useBusy(async (): Promise<void> => {
    setProblem(undefined);
    const answer = await issueLinks(door, [seat]);
    if (answer.ok) setLinks([...answer.links, ...links.filter((l) => !answer.links.some((n) => n.seat === l.seat))]);
    else setProblem(answer.detail ?? say('links.failed'));
  });
  const parties = names.parties.filter((p) => lead || p.id === viewer.party);
  const occupied = present.flatMap((p) => p.cells.flatMap((c) => c.seats)).some((s) => s.seat.address === seat && s.here !== 'empty');
  // Who watches or controls is not among those present: it is said of whatever link there was.
  const former = seat !== '' && !names.seats.some((s) => s.address === seat);
  const groups = parties.map((p) => ({
    group: `${p.letter} ${pick(p.name)}`,
    items: [
      ...names.seats.filter((s) => s.party === p.id).map((s) => ({ value: s.address, label: names.say(s.address, pick, say) })),
      ...(lead
        ? [
            { value: `control:${p.id}`, label: say('who.controlOf', { party: pick(p.name) }) },
            { value: `evaluators:${p.id}`, label: say('who.evaluatorsOf', { party: pick(p.name) }) },
          ]
        : []),
    ],
  }));
  const others = [
    { value: 'evaluators', label: say('who.evaluators') },
    { value: 'observers', label: say('who.observers') },
    { value: 'public', label: say('links.publicScreen') },
  ];
  return (
    <SidePanel title={say('links.title')}>
      {links.map((l) => (
        <Link key={l.url} link={l} />
      ))}
      <ActForm
        title={say('links.title')}
        headed
        go={say('links.issue')}
        submit={() => void issue()}
        missing={seat === '' ? '' : undefined}
        told={
          <span className={occupied || former ? 'soon' : undefined}>
            {say(occupied ? 'links.endsSession' : former ? 'links.endsFormer' : 'links.once')}
          </span>
        }
        busy={busy}
        error={problem}
        focus
      >
        <Choose
          title={say('links.seat')}
          data={[{ value: '', label: say('links.choose') }, ...groups, ...(lead ? others : [])]}
          value={seat}
          change={setSeat}
        />
      </ActForm>
    </SidePanel>
  );
}

function Link({ link }: { link: IssuedLink }) {
  const { say, names, pick } = useControl();
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLElement>(null);
  // What was asked for is looked for.
  useEffect(() => intoSight(box.current), []);
  // The clipboard needs a secure context; on a plain-HTTP LAN the text is selected instead.
  const copy = async (): Promise<void> => {
    field.current?.focus();
    field.current?.select();
    try {
      await navigator.clipboard.writeText(link.url);
      setCopied(true);
    } catch {
      setCopied(false);
    }
  };
  return (
    <section ref={box} className="ct-link">
      <h3 className="ct-row">
        <AddressName address={link.seat} withParty />
      </h3>
      <QrCode className="ct-qr" text={link.url} label={say('links.qr', { who: names.say(link.seat, pick, say, true) })} />
      <div className="ct-row">
        <TextInput
          ref={field}
          className="ct-grow"
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
