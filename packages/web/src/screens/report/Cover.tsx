import { isSimulated } from '@entente/engine/seats';
import type { ReactNode } from 'react';
import { usePreferences } from '../../i18n/preferences.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../i18n/words.ts';
import { momentOf } from '../../kit/calendar.ts';
import { useDirectory } from '../../kit/Directory.tsx';
import { PartyMark } from '../../kit/Marks.tsx';
import { AddressName } from '../../kit/Names.tsx';
import { spanWords } from '../../kit/relative.ts';
import type { Report, TakenSeat } from '../../kit/report/model.ts';
import { useWording } from '../../kit/review/useWording.ts';
import { useSideName } from '../review/record/SeeAs.tsx';

/** The first page: what, when, for whom, who took part as far as this audience knows. */
export function Cover({ report }: { readonly report: Report }) {
  const t = useWords('report');
  const text = useText();
  const sideName = useSideName();
  const { title } = useDirectory();
  const kind = report.edition.split(':')[0] as string;
  return (
    <header className="rp-cover">
      <p className="rp-draft">
        <b>{t('draft')}</b> {t('draftWhy')}
      </p>
      <h1>{text(title)}</h1>
      <p className="read">{t('kind')}</p>
      <dl>
        <Row name={t('cover.audience')}>
          <b>{sideName(report.edition)}</b>
          <span className="dim"> {t(`cover.only.${kind}`, { side: sideName(report.edition) })}</span>
        </Row>
        <Row name={t('cover.dates')}>
          <ScenarioDates report={report} />
        </Row>
        <Row name={t('cover.held')}>
          <Held report={report} />
        </Row>
        <Row name={t('cover.parties')}>
          <Parties />
        </Row>
        <Row name={t('cover.marking')}>
          <b lang="en" translate="no">
            EXERCISE EXERCISE EXERCISE
          </b>
          <span className="dim"> {t('cover.markingWhy')}</span>
        </Row>
        {report.seats.length > 0 && (
          <Row name={t('cover.seats')}>
            <Seats seats={report.seats} />
          </Row>
        )}
      </dl>
    </header>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function ScenarioDates({ report }: { readonly report: Report }) {
  const t = useWords('report');
  const kit = useWords('kit');
  const { language } = usePreferences();
  const exercise = report.world.seats.exercise;
  if (!exercise) return null;
  const from = momentOf(exercise.start, 0, language);
  const until = momentOf(exercise.start, report.until, language);
  const ended = report.world.clock.reading?.status === 'ended';
  return t(ended ? 'cover.span' : 'cover.spanSoFar', {
    from: `${from.date} ${from.time}`,
    until: from.day === until.day ? until.time : `${until.date} ${until.time}`,
    planned: spanWords(kit, exercise.duration),
  });
}

/** Wall time, in the reader's own zone. */
function Held({ report }: { readonly report: Report }) {
  const t = useWords('report');
  const { language } = usePreferences();
  if (!report.held) return t('cover.notStarted');
  const locale = language === 'ko' ? 'ko' : 'en-GB';
  const format = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: language === 'ko' ? 'numeric' : 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  return format.formatRange(report.held.from, report.held.to);
}

function Parties() {
  const t = useWords('report');
  const text = useText();
  const { parties } = useDirectory();
  return (
    <ul className="rp-parties">
      {parties.map((party, order) => (
        <li key={party.id} className="row">
          <PartyMark order={order} letter={party.letter} />
          <span>
            {text(party.name)}
            {party.playedByControl && <span className="dim"> ({t('cover.byControl')})</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Seats({ seats }: { readonly seats: readonly TakenSeat[] }) {
  const { who } = useWording();
  const kit = useWords('kit');
  // A person entered under the seat's own name, as in a demonstration, says nothing new; that nobody sat there does.
  const persons = ({ seat, people }: TakenSeat): string =>
    people
      .filter((p) => p.name !== who(seat) || isSimulated(p))
      .map((p) => (isSimulated(p) ? kit('simulated') : [p.name, p.function].filter(Boolean).join(', ')))
      .join(' · ');
  return (
    <ul className="rp-seats">
      {seats.map((taken) => (
        <li key={taken.seat}>
          <AddressName address={taken.seat} />
          <span className="dim">{persons(taken)}</span>
        </li>
      ))}
    </ul>
  );
}
