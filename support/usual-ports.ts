/** Where `diapason serve` puts things, so that a person can remember: Mailpit's ports for the mail, and two beside. */
export const USUAL_PORTS = { portal: 8020, insee: 8021, mail: 8025, smtp: 1025 } as const;
