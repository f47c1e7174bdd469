import { Button } from '../ui/button';
import { words } from '../words/dashboard';
import './starting.css';

const { shared, starting } = words.app;

/** Before there is anything to show. */
export function Starting({ failed = false }: { failed?: boolean }) {
  return (
    <main class="starting" aria-busy={!failed}>
      {failed ? (
        <>
          <h1>{starting.failed}</h1>
          <p>{starting.why}</p>
          <Button label={shared.tryAgain} tone="primary" onPress={() => location.reload()} />
        </>
      ) : (
        <p role="status">{starting.opening}</p>
      )}
    </main>
  );
}
