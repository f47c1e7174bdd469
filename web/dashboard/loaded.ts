import { useEffect, useState } from 'preact/hooks';
import { useDesk } from './context';
import { whyUnsaved } from './saving';

interface Loaded<Body> {
  /** Null until it is there. */
  body: Body | null;
  failed: string | null;
  /** Asks for it anew. */
  again(): void;
  /** It is known to be this now. */
  put(body: Body): void;
}

/** What the server has at this path. */
export function useLoaded<Body>(path: string): Loaded<Body> {
  const { transport } = useDesk();
  const [asked, setAsked] = useState(0);
  const [state, setState] = useState<{ body: Body | null; failed: string | null }>({ body: null, failed: null });
  useEffect(() => {
    let wanted = true;
    void transport.get(path).then((answer) => {
      if (!wanted) return;
      if (answer.status === 200) setState({ body: answer.body as Body, failed: null });
      else setState((before) => ({ ...before, failed: failure(answer.status) ?? whyUnsaved(answer).text }));
    });
    return () => {
      wanted = false;
    };
  }, [path, asked]);
  return {
    ...state,
    again: () => setAsked((times) => times + 1),
    put: (body) => setState({ body, failed: null }),
  };
}

const failure = (status: number) => (status === 0 ? 'The server cannot be reached.' : null);
