import './press.css';
import type { Text } from '@entente/engine';
import { useNow, useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Check } from '../../../kit/Choice.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { isBlank, sentText, TextField } from '../../../kit/form/TextField.tsx';
import { useForm } from '../../../kit/form/useForm.ts';
import { AddressName } from '../../../kit/Names.tsx';
import type { WriteProps } from '../../../kit/seat/part.ts';
import { type Desk, deskAt } from './desk.ts';
import { InMinutes } from './InMinutes.tsx';
import { inMinutes } from './moments.ts';

interface ConferenceDraft {
  readonly title: Text;
  readonly venue: string;
  readonly hosts: readonly string[];
  readonly until: string;
}

/** Invites the press: where, until when, and who answers. */
export function ConferenceWriting(props: WriteProps) {
  const { world, me } = useSeat();
  const t = useWords('press');
  const desk = deskAt(world, me.seat);
  return desk?.speaks ? <Inviting desk={desk} {...props} /> : <p className="pr-none dim">{t('speak.mayNot')}</p>;
}

function Inviting({ desk, made, done }: WriteProps & { readonly desk: Desk }) {
  const t = useWords('press');
  const { me } = useSeat();
  const now = useNow(10_000);
  const { draft, change, busy, error, run, drop } = useForm<ConferenceDraft>('conference', () => ({
    title: '',
    venue: '',
    hosts: [me.seat],
    until: '30',
  }));
  const submit = async () => {
    const until = inMinutes(now, draft.until);
    const answer = await run({
      type: 'OpenConference',
      title: sentText(draft.title),
      hosts: [...draft.hosts],
      ...(draft.venue.trim() ? { venue: draft.venue.trim() } : {}),
      ...(until === undefined ? {} : { until }),
    });
    if (!answer.ok) return;
    done();
    made(answer.events);
  };
  return (
    <ActForm
      title={t('conference.title')}
      go={t('conference.open')}
      submit={submit}
      missing={isBlank(draft.title) ? '' : draft.hosts.length === 0 ? t('conference.needsHost') : undefined}
      told={t('conference.told')}
      busy={busy}
      error={error}
      cancel={() => {
        drop();
        done();
      }}
      focus
    >
      <TextField both title={t('conference.name')} rows={1} most={300} required value={draft.title} change={(title) => change({ title })} />
      <fieldset className="pr-claims">
        <legend className="field-title">{t('conference.hosts')}</legend>
        {desk.rules.speakers
          .map(({ seat }) => seat)
          .map((seat) => (
            <Check
              key={seat}
              checked={draft.hosts.includes(seat)}
              onChange={(on) => change({ hosts: on ? [...draft.hosts, seat] : draft.hosts.filter((h) => h !== seat) })}
            >
              <AddressName address={seat} />
            </Check>
          ))}
      </fieldset>
      <TextField title={t('speak.venue')} rows={1} most={200} value={draft.venue} change={(venue) => change({ venue })} />
      <InMinutes
        title={t('conference.until')}
        none={t('conference.open-ended')}
        value={draft.until}
        change={(until) => change({ until })}
      />
    </ActForm>
  );
}
