// A new version of the page: it waits until nobody is writing, and until somebody says so.
import { signal } from '@preact/signals';
import { workerAddress } from './trusted';

/** The worker of the new version, once all that it needs has arrived. */
const waiting = signal<ServiceWorker | null>(null);

export const updateWaits = () => waiting.value !== null;

/** Only pages of a secure origin have service workers; the others start with the network, as any page. */
export async function registerWorker(): Promise<void> {
  try {
    const registration = await navigator.serviceWorker.register(workerAddress, { scope: '/dashboard/' });
    const look = () => {
      // Without a worker before it, there is nothing that it has to wait for.
      if (registration.waiting && navigator.serviceWorker.controller) waiting.value = registration.waiting;
    };
    look();
    registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
  } catch {
    // It starts with the network.
  }
}

/** Loads the page again, as the new version if there is one. */
export function update(): void {
  const worker = waiting.peek();
  if (!worker) {
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  worker.postMessage('update');
}
