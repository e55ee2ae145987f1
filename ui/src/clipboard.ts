// Copying, also where the window has no permission for the clipboard of the new kind (WebKitGTK outside a secure page).

export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/** What is selected on a page is copied as it reads, without the marks that say where a line may break. */
export function copySelected(event: ClipboardEvent): void {
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
  const selected = String(getSelection());
  if (selected === '') return;
  event.clipboardData?.setData('text/plain', selected.replace(/[\u00AD\u2060]/g, ''));
  event.preventDefault();
}

function copyBySelection(text: string): boolean {
  const holder = document.createElement('textarea');
  holder.value = text;
  holder.className = 'sr-only';
  const before = document.activeElement;
  document.body.append(holder);
  holder.select();
  const copied = document.execCommand('copy');
  holder.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}
