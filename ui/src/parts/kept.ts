// What the signature of a kept e-mail came to, in few words.
import type { KeptMail } from '../backend/contract.gen';
import { t } from '../messages/texts.svelte';

export function saidOfMail(mail: KeptMail): string {
  if (mail.belonging === 'another') return t('kept-mail-another');
  if (mail.worth !== 'signed') return t(`kept-mail-${mail.worth}`);
  const known = mail.listing === 'unlisted' ? 'unlisted' : mail.listing === 'confirmed' ? 'confirmed' : 'unconfirmed';
  return t(`kept-mail-signed-${known}`, { domain: mail.domain ?? '' });
}
