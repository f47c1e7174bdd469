import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../sync/transport';
import { words } from '../words/dashboard';
import { useDesk } from './context';
import { whyUnsaved } from './saving';

type State<Body> = Pick<Loaded<Body>, 'body' | 'failed' | 'loading'>;

interface Loaded<Body> {
  /** The last that there was, also while the next is on its way or cannot be had; null until there is one. */
  body: Body | null;
  failed: string | null;
  loading: boolean;
  /** Asks for it anew. */
  again(): void;
  /** It is known to be this now. */
  put(body: Body): void;
  /** Of what is there, it is known to be this now. */
  change(by: (body: Body) => Body): void;
}

/** What the server has at this path. */
export function useLoaded<Body>(path: string): Loaded<Body> {
  const { transport } = useDesk();
  const [asked, setAsked] = useState(0);
  const [state, setState] = useState<State<Body>>({ body: null, failed: null, loading: true });
  useEffect(() => {
    let wanted = true;
    setState((before) => (before.loading ? before : { ...before, loading: true }));
    void transport.get(path).then((answer) => {
      if (!wanted) return;
      if (answer.status === 200) setState(known(answer.body as Body));
      else setState((before) => ({ ...before, failed: whyNot(answer), loading: false }));
    });
    return () => {
      wanted = false;
    };
  }, [path, asked]);
  return {
    ...state,
    again: () => setAsked((times) => times + 1),
    put: (body) => setState(known(body)),
    change: (by) => setState((before) => (before.body === null ? before : { ...before, body: by(before.body) })),
  };
}

const known = <Body>(body: Body): State<Body> => ({ body, failed: null, loading: false });

const whyNot = (answer: Answer) => (answer.status === 0 ? words.settings.saving.unreachable : whyUnsaved(answer).text);
