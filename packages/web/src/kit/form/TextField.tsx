import type { Text } from '@entente/engine';
import { Textarea, TextInput } from '@mantine/core';
import { type ChangeEvent, Fragment, type ReactNode, useState } from 'react';
import { useSeat } from '../../connection/SeatProvider.tsx';
import { LANGUAGES, type Language, prefer, usePreferences } from '../../i18n/preferences.ts';
import { useWords } from '../../i18n/words.ts';
import { Button } from '../Button.tsx';

interface FieldProps {
  readonly title: string;
  readonly help?: string | undefined;
  /** 1: a single line. Otherwise it grows with what is written. */
  readonly rows?: number | undefined;
  /** Characters. */
  readonly most: number;
  readonly required?: boolean | undefined;
  /** What is wrong with what is written. */
  readonly error?: string | undefined;
}
interface OneProps extends FieldProps {
  readonly both?: undefined;
  readonly value: string;
  readonly change: (value: string) => void;
}
interface BothProps extends FieldProps {
  readonly both: true;
  readonly value: Text;
  readonly change: (value: Text) => void;
  /** What stands below the field of one language. */
  readonly below?: ((language: string) => ReactNode) | undefined;
}

/**
 * A text as a person writes it. With `both` it may be written in either language, or in both: that of the screen first, the
 * other one behind “Add 한국어”; who writes in the other one alone says so by “Write in 한국어”, and what was written goes with
 * it. Its value is then a `Text`, from the first letter by language: `{en: …}`, `{en: …, ko: …}`; a value that is one string
 * (an old draft) counts as the screen’s own. `sentText` gives what a command takes of it.
 */
export function TextField(props: OneProps | BothProps) {
  return props.both ? <BothFields {...props} /> : <OneField {...props} />;
}

function OneField({
  title,
  help,
  rows = 3,
  most,
  required = false,
  error,
  value,
  change,
  lang,
}: Omit<OneProps, 'both'> & { readonly lang?: string }) {
  const given = {
    label: title,
    description: help,
    value,
    maxLength: most,
    required,
    error,
    ...(lang ? { lang } : {}),
    onChange: (e: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => change(e.currentTarget.value),
  };
  return rows === 1 ? <TextInput {...given} autoComplete="off" /> : <Textarea {...given} autosize minRows={rows} maxRows={16} />;
}

function BothFields({ both: _, value, change, below, ...props }: BothProps) {
  const t = useWords('form');
  const { language, writes = language } = usePreferences();
  const { world } = useSeat();
  const [added, add] = useState(false);
  const written: Readonly<Record<string, string>> = typeof value === 'string' ? { [language]: value } : value;
  const there = LANGUAGES.filter((l) => written[l]?.trim());
  const spoken = (l: Language): boolean => world.seats.exercise?.languages.includes(l) ?? true;
  // What is written says its language; before that, the writer does.
  const one = there.length === 1 ? (there[0] as Language) : spoken(writes) ? writes : language;
  const other = LANGUAGES.find((l) => l !== one) ?? one;
  // Once both stand there they stay, even if one is cleared to be written anew.
  if (there.length > 1 && !added) add(true);
  const shown = added || there.length > 1 ? [language, ...LANGUAGES.filter((l) => l !== language)] : [one];
  const say = (l: Language): void => {
    const { [one]: words = '', ...rest } = written;
    prefer({ writes: l });
    change({ ...rest, [l]: words });
  };
  return (
    <div className="act-texts">
      {shown.map((l, i) => (
        <Fragment key={l}>
          <OneField
            {...props}
            title={l === language ? props.title : t(`titleIn.${l}`, { title: props.title })}
            help={i === 0 ? props.help : undefined}
            // Written in the other language alone, it is written.
            required={props.required && (i === 0) === (there.length === 0 || there.includes(shown[0] as Language))}
            lang={l}
            value={written[l] ?? ''}
            change={(words) => change({ ...written, [l]: words })}
          />
          {below?.(l)}
        </Fragment>
      ))}
      {shown.length === 1 && spoken(other) && (
        <div className="act-languages">
          <Button kind="quiet" size="small" icon="plus" onClick={() => add(true)}>
            {t(`add.${other}`)}
          </Button>
          <Button kind="quiet" size="small" onClick={() => say(other)}>
            {t(`in.${other}`)}
          </Button>
        </div>
      )}
    </div>
  );
}

/** True if nothing is written in any language. */
export function isBlank(text: Text): boolean {
  return typeof text === 'string' ? text.trim() === '' : Object.values(text).every((words) => words.trim() === '');
}

/** What a command takes of a text: trimmed, without languages in which nothing is written. */
export function sentText<T extends Text>(text: T): T {
  if (typeof text === 'string') return text.trim() as T;
  return Object.fromEntries(Object.entries(text).flatMap(([l, words]) => (words.trim() === '' ? [] : [[l, words.trim()]]))) as T;
}
