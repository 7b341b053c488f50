import { useEffect, useRef, useState } from 'react';

/** How often the picture moves while it plays, in ms. */
const BEAT = 100;

export interface Playing {
  readonly playing: boolean;
  readonly rate: number;
  readonly toggle: () => void;
  readonly setRate: (rate: number) => void;
}

/** Moves the moment on by `rate` scenario seconds a second, up to the end, where it stops by itself. */
export function usePlaying(at: number, end: number, moveTo: (at: number) => void): Playing {
  const [playing, setPlaying] = useState(false);
  const [rate, setRate] = useState(60);
  const now = useRef(at);
  now.current = at;
  const move = useRef(moveTo);
  move.current = moveTo;

  useEffect(() => {
    if (!playing) return;
    let before = performance.now();
    const timer = setInterval(() => {
      const wall = performance.now();
      const next = now.current + (wall - before) * rate;
      before = wall;
      move.current(Math.min(next, end));
      if (next >= end) setPlaying(false);
    }, BEAT);
    return () => clearInterval(timer);
  }, [playing, rate, end]);

  const toggle = (): void => {
    if (!playing && at >= end) moveTo(0);
    setPlaying(!playing);
  };
  return { playing, rate, toggle, setRate };
}
