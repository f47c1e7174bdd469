// The page around the frame. It may hand over its port as soon as the frame has loaded: main.ts loads this before the rest.
import { signal } from '@preact/signals';
import { type Handover, listenForPort, type ToFrame, type ToHost } from './bridge';

/** Nothing is said to the page before it has handed over a port. */
export const handover = signal<Handover | null>(null);
export const shown = signal(false);
let port: MessagePort | null = null;

export const tell = (message: ToHost): void => port?.postMessage(message);

// Our own address says who is around us; a page that is not allowed to be gets no document (frame-ancestors).
listenForPort({ origin: location.hash.slice(1), window: window.parent }, (handed, given) => {
  port = given;
  port.onmessage = ({ data }: MessageEvent<ToFrame>) => {
    shown.value = data.type === 'shown';
  };
  handover.value = handed;
});
