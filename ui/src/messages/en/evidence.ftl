### Words about evidence that receipt and command line share, beside those in receipt.ftl.

receipt-time-trusted = { $time }, as the broker says. Seen by a time-stamping authority { $seen }.
receipt-check-userinfo-token = The broker's statement belongs to the login
receipt-check-userinfo-token-holds = Signed by the broker about the same person
receipt-check-userinfo-token-unknown = The evidence does not show it
receipt-check-transaction-token = The broker's long-lived statement
receipt-check-transaction-token-holds = Issued for this approval with a certificate that Tilslut knows
receipt-check-transaction-token-unknown = The certificate is not known
receipt-check-certificate-status = The certificate was valid
receipt-check-certificate-status-holds = Its issuer has confirmed that it was not revoked
receipt-check-certificate-status-unknown = Not examined
receipt-check-time-stamp = Time-stamp
receipt-check-time-stamp-holds = A time-stamping authority has seen the evidence
receipt-check-time-stamp-unknown = The time-stamp does not prove the time
receipt-check-authority = The broker says that the person may represent the organisation
receipt-check-authority-holds = Confirmed by the broker
receipt-check-authority-unknown = Not confirmed by the broker
