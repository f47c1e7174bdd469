// The page around the frame. It may hand over its port as soon as the frame has loaded.
import { signal } from '@preact/signals-core';
import { type Call, type Handover, isCall, isStand, listenForPort, type ToHost } from './bridge';

/** How long the page is given to say where it is: it may hang. */
const patience_ms = 500;

/** Nothing is said to the page before it has handed over a port. */
export const handover = signal<Handover | null>(null);
export const shown = signal(false);
/** Whether somebody has opened it, on this page. */
export const attended = signal(false);
let port: MessagePort | null = null;
let page = '';
const asking = new Set<() => void>();
let answer: ((call: Call) => void) | null = null;
/** What was asked before somebody answered. */
const early: Call[] = [];

export const tell = (message: ToHost): void => port?.postMessage(message);

/** From now on, and what was asked before. */
export function answerWith(how: (call: Call) => void): void {
  answer = how;
  for (const call of early.splice(0)) how(call);
}

/** Where the visitor is now: pages of one document come and go without a load. */
export async function pageNow(): Promise<string> {
  await new Promise<void>((done) => {
    asking.add(done);
    setTimeout(done, patience_ms);
    tell({ event: 'stand', data: undefined });
  });
  return page;
}

// Our own address says who is around us; a page that is not allowed to be gets no document (frame-ancestors).
listenForPort({ origin: location.hash.slice(1), window: window.parent }, (handed, given) => {
  port = given;
  page = handed.page;
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isStand(data)) {
      page = data.page;
      attended.value = data.attended;
      shown.value = data.shown;
      for (const done of asking) done();
      asking.clear();
    } else if (isCall(data)) {
      if (answer) answer(data);
      else early.push(data);
    }
  };
  handover.value = handed;
});
