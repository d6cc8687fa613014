import type { Channel, DeliveryFault } from '@ludao/contracts';

/** A message as it leaves the house. */
export interface Outgoing {
  /** The same at every attempt, so that whoever gets it twice can tell. */
  readonly messageId: string;
  /** An e-mail address or a phone number. */
  readonly to: string;
  /** Of an e-mail; other channels have none. */
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
}

/** refused: for good; away: the same may be tried again. */
export type Sent =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused' | 'away'; readonly fault: DeliveryFault };

/** One way out of the house. */
export interface Transport {
  send(message: Outgoing): Promise<Sent>;
  close(): void;
}

/** The ways that are set up. */
export type Transports = Partial<Readonly<Record<Channel, Transport>>>;
