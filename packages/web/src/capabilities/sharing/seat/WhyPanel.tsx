import '../forms/forms.css';
import '../../../kit/form/form.css';
import { type Address, having, type Item, type Look, standingCard, why } from '@entente/engine';
import { useId, useState } from 'react';
import { useText } from '../../../i18n/text.ts';
import { useWords } from '../../../i18n/words.ts';
import { Button } from '../../../kit/Button.tsx';
import { Choose } from '../../../kit/form/Choose.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { useNamer } from '../../../kit/Names.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { otherParties, useFullName } from '../useSharing.ts';
import { HavingLines } from './HavingLines.tsx';

/** Who has it; then why can that seat see it, or not? Answered rule by rule, as far as the asker’s own record tells. */
export function WhyPanel({ look, item, done }: { readonly look: Look; readonly item: Item; readonly done: () => void }) {
  const t = useWords('sharing');
  const text = useText();
  const name = useNamer('mark');
  const full = useFullName();
  const own = look.roster.partyOf(look.seat);
  const parties = [...otherParties(look), ...(own ? [own] : [])];
  const had = having(look, item);
  const holders = useId();
  const [seat, setSeat] = useState<Address | ''>('');
  const reasons = seat === '' ? undefined : why(look.world, look.roster, look.now, item.id, seat);
  const sees = reasons?.[0]?.ok;
  const part = reasons?.some((r) => r.rule === 'part');
  return (
    <section className="act-form" aria-label={t('whyPanel.title')}>
      <h2 className="read">{t('whyPanel.of', { title: text(standingCard(item)?.title) })}</h2>
      <section className="stack small" aria-labelledby={holders}>
        <h3 id={holders} className="eyebrow">
          {t('whyPanel.holders')}
        </h3>
        {had.length === 0 ? (
          <p className="dim">{t('whyPanel.nobody')}</p>
        ) : (
          <ul className="stack">
            <HavingLines rows={had} />
          </ul>
        )}
      </section>
      <Choose
        title={t('whyPanel.seat')}
        data={[
          { value: '', label: t('whyPanel.choose') },
          ...parties.map((p) => ({
            group: name(`party:${p}`),
            items: look.roster.members(`party:${p}`).map((s) => ({ value: s, label: name(s) })),
          })),
        ]}
        value={seat}
        change={setSeat}
      />
      {reasons && (
        <div className="stack" aria-live="polite">
          <p className="read strong">{t(sees ? 'whyPanel.sees' : part ? 'whyPanel.seesPart' : 'whyPanel.seesNot', { seat: full(seat) })}</p>
          <ol className="stack">
            {reasons.map((r, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an answer is made anew as a whole
              <li key={i} className={r.ok ? 'no-obstacle' : 'obstacle'}>
                <Icon name={r.ok ? 'check' : 'cross'} />
                <span>
                  <b>{t(`rule.${r.rule}`)}</b> {t(`because.${r.rule === 'reach' ? (r.ok ? 'reach-ok' : 'reach') : r.because}`)}
                  {r.at !== undefined && (
                    <span className="dim">
                      {' '}
                      <ExactTime at={r.at} />
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ol>
          {!sees && <p className="small dim">{t('whyPanel.help')}</p>}
        </div>
      )}
      <div>
        <Button onClick={done}>{t('close')}</Button>
      </div>
    </section>
  );
}
