import { having, type Item, type Look, leftOut } from '@entente/engine';
import { usePreferences } from '../../../i18n/preferences.ts';
import { useWords } from '../../../i18n/words.ts';
import { useFullName, useLists } from '../useSharing.ts';
import { languageName } from './sanitised.ts';

/** Who gets a new version: whoever has the whole. The originator may not know all of them; lead control does. */
export function Holding({ look, item }: { readonly look: Look; readonly item: Item }) {
  const t = useWords('forms');
  const full = useFullName();
  const { list } = useLists();
  const out = leftOut(look.world, look.roster, item);
  const holders = having(look, item).filter(
    (h) => h.what === 'whole' && h.until === undefined && !out.some((a) => look.roster.within(h.who, a)),
  );
  const who = list(
    holders.filter((h) => !holders.some((x) => x.who !== h.who && look.roster.within(h.who, x.who))).map((h) => full(h.who)),
  );
  if (who === '') return t('item.toldNobody');
  return t(look.roster.partyOf(look.seat) === undefined ? 'item.toldAll' : 'item.toldRevise', { who });
}

/** Whoever was asked to destroy it gets no new version: to give it to them again is a release of its own. */
export function LeftOut({ look, item }: { readonly look: Look; readonly item: Item }) {
  const t = useWords('forms');
  const full = useFullName();
  const { list } = useLists();
  const out = leftOut(look.world, look.roster, item);
  return out.length > 0 && <p className="soon">{t('item.leftOut', { who: list(out.map(full)) })}</p>;
}

/** Whoever has only something made of it stays with that. */
export function PartsOnly({ look, item }: { readonly look: Look; readonly item: Item }) {
  const t = useWords('forms');
  const full = useFullName();
  const { list } = useLists();
  const who = new Set(having(look, item).flatMap((h) => (h.what === 'whole' || h.until !== undefined ? [] : full(h.who))));
  return who.size > 0 && <p className="soon">{t('item.partsOnly', { who: list([...who]) })}</p>;
}

/** Which languages of a text will be gone. */
export function FallAway({ languages }: { readonly languages: readonly string[] }) {
  const t = useWords('forms');
  const { language } = usePreferences();
  const { list } = useLists();
  if (languages.length === 0) return null;
  return (
    <p className="small soon" role="status">
      {t('item.fallAway', { languages: list(languages.map((l) => languageName(l, language))) })}
    </p>
  );
}
