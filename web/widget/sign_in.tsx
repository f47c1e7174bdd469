import { words } from '../words/widget';
import './sign_in.css';

/** In the composer's place where only those may write whom the site knows. */
export function SignIn({ name }: { name: string }) {
  return (
    <section class="sign-in">
      <p class="sign-in-first">{words.signIn(name)}</p>
      <p>{words.signInMore}</p>
    </section>
  );
}
