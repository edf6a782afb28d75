/** A world as plain data. Money is written as decimal strings, per ticket. */
import type { ClearingRule, IssuePrice, PolicyKind, Regime } from './state.ts';

export interface World {
  readonly time: number;
  readonly ticketSize: string;
  readonly guardThreshold: string;
  readonly clipOutsideBid: boolean;
  readonly rulings: { readonly clearing: ClearingRule; readonly cap_quotes_at_par: boolean };
  readonly buckets: readonly WorldBucket[];
  readonly dealers: Readonly<Record<string, WorldDesk>>;
  readonly vbts: Readonly<Record<string, WorldDesk>>;
  readonly traders: readonly { readonly id: string; readonly cash: string; readonly defaulted?: boolean }[];
  readonly tickets: readonly WorldTicket[];
  readonly policy: {
    readonly kind: PolicyKind;
    readonly horizon: number;
    readonly cashBuffer: string;
    readonly maxArrivals: number | null;
    readonly sellProbability: string;
  };
  readonly anchors: { readonly update: boolean };
  readonly rollover: { readonly enabled: boolean; readonly issuePrice: IssuePrice };
  readonly regime: Regime;
}

export interface WorldDesk {
  readonly cash: string;
}

export interface WorldBucket {
  readonly id: string;
  readonly from: number;
  readonly to: number | null;
  readonly outsideMid: string;
  readonly outsideSpread: string;
  readonly midSensitivity: string;
  readonly spreadSensitivity: string;
  readonly minSpread: string;
}

export interface WorldTicket {
  readonly id: string;
  readonly liability: string;
  readonly issuer: string;
  readonly owner: string;
  readonly maturity: number;
  readonly serial: number;
  readonly distance?: number;
  /** First creditor of the liability, where a large holder was given the ticket afterwards. INI-02. */
  readonly creditor?: string;
}
