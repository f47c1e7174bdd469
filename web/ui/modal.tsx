import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Dialog } from './dialog';
import './modal.css';

interface ModalProps {
  title: string;
  text: string;
  onClose: () => void;
  children: ComponentChildren;
}

// A question that has to be answered first.
export function Modal({ title, text, onClose, children }: ModalProps) {
  const id = useId();
  return (
    <Dialog class="modal" labelledBy={`${id}title`} describedBy={`${id}text`} onClose={onClose}>
      <h2 id={`${id}title`}>{title}</h2>
      <p id={`${id}text`}>{text}</p>
      <div class="modal-actions">{children}</div>
    </Dialog>
  );
}
