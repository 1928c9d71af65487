import type { ReactNode } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { lieOver } from './lie-over.ts';

interface InReachProps {
  /** What is open in front of the screen. */
  readonly dialogue: HTMLElement | null;
  readonly children: ReactNode;
}

/**
 * What can be reached whatever is open: it has its place here, and in the open dialogue while there is one. It is one box that moves,
 * so that an answer under way, or why one was refused, moves along.
 */
export function InReach({ dialogue, children }: InReachProps) {
  const place = useRef<HTMLDivElement>(null);
  const [box] = useState(makeBox);
  useLayoutEffect(() => {
    const home = place.current;
    // Moving what is in its place already would take the focus from it.
    if (box.parentElement !== home) home?.append(box);
    // One that was closed by the very change that brings this about is gone by now.
    return home && dialogue?.isConnected ? lieOver(dialogue, box, home) : undefined;
  }, [dialogue, box]);
  return <div ref={place}>{createPortal(children, box)}</div>;
}

/** What is always in reach: over an open dialogue it is a part of it; null: nobody is signed in. */
export function inReach(): HTMLElement | null {
  return document.querySelector('.in-reach');
}

function makeBox(): HTMLElement {
  const box = document.createElement('div');
  box.className = 'in-reach';
  return box;
}
