import { Button } from '../ui/button';
import './starting.css';

/** Before there is anything to show. */
export function Starting({ failed = false }: { failed?: boolean }) {
  return (
    <main class="starting" aria-busy={!failed}>
      {failed ? (
        <>
          <h1>Wrapup could not start</h1>
          <p>A part of the page did not arrive. Check your connection and try again.</p>
          <Button label="Try again" tone="primary" onPress={() => location.reload()} />
        </>
      ) : (
        <p role="status">Opening your inbox…</p>
      )}
    </main>
  );
}
