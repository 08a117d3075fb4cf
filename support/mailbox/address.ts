import { domainToASCII } from 'node:url';

/** A person as a mail names them. */
export interface Address {
  readonly name: string;
  readonly address: string;
}

/**
 * The form under which two spellings of one address compare equal: lower case, and the domain in
 * punycode because a mail server may write either form of `é.fr`.
 */
export function normalAddress(address: string): string {
  const lower = address.trim().toLowerCase();
  const at = lower.lastIndexOf('@');
  const domain = lower.slice(at + 1);
  return at < 0 ? lower : `${lower.slice(0, at)}@${domainToASCII(domain) || domain}`;
}
