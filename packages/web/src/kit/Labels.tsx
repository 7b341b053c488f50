import './Labels.css';
import { type Label, type LabelPolicy, readLabel, TLP_POLICY } from '@entente/engine';
import { createContext, type ReactNode, useContext } from 'react';
import { useText } from '../i18n/text.ts';

const Current = createContext<LabelPolicy>(TLP_POLICY);

/** The exercise’s label policy for every chip and field inside; TLP 2.0 where nobody has said otherwise. */
export function PolicyProvider({ policy, children }: { readonly policy: LabelPolicy; readonly children: ReactNode }) {
  return <Current value={policy}>{children}</Current>;
}

export function usePolicy(): LabelPolicy {
  return useContext(Current);
}

/** A label in the policy’s own colours and writing: upper case, never translated, never cut. What it means is its title. */
export function LabelChip({ label }: { readonly label: Label }) {
  const policy = usePolicy();
  const text = useText();
  const level = readLabel(policy, label)?.level;
  const [first, ...categories] = label.split('//');
  const { ink, ground } = level ?? {};
  return (
    <span
      className={`label-chip ${ground ? '' : 'bare'}`}
      style={{ color: ink, background: ground }}
      title={level && text(level.means)}
      lang="en"
      translate="no"
    >
      {first}
      {categories.map((c) => (
        <span key={c} className="label-part">
          {`//${c}`}
        </span>
      ))}
    </span>
  );
}

/** Who may have what carries the label, in words: the level’s meaning, then what its categories ask for. */
export function LabelMeaning({ label }: { readonly label: Label }) {
  const policy = usePolicy();
  const text = useText();
  const read = readLabel(policy, label);
  if (!read) return null;
  const named = policy.categories.flatMap((c) => {
    const listed = read.values.get(c.id);
    if (!listed || listed.length === 0) return [];
    return [`${text(c.name)}: ${listed.map((id) => text(c.values.find((v) => v.id === id)?.name) || id).join(', ')}`];
  });
  return (
    <>
      {text(read.level.means)}
      {named.length > 0 && ` ${named.join(' · ')}`}
    </>
  );
}

/** What stands before a portion: the level’s short mark if the policy has one, else the whole chip. */
export function PortionMark({ label }: { readonly label: Label }) {
  const mark = readLabel(usePolicy(), label)?.level.mark;
  return (
    <>
      {mark && (
        <b className="portion-mark" lang="en" translate="no">
          {mark}
        </b>
      )}
      <LabelChip label={label} />
    </>
  );
}

/** The effective label as a line above and below what carries it, where the policy wants that. */
export function BannerLine({ label }: { readonly label: Label }) {
  const policy = usePolicy();
  if (!policy.banner) return null;
  const { ink, ground } = readLabel(policy, label)?.level ?? {};
  return (
    <p className={`label-banner ${ground ? '' : 'bare'}`} style={{ color: ink, background: ground }} lang="en" translate="no">
      {label}
    </p>
  );
}
