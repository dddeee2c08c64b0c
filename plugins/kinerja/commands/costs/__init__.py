"""Commands of whoever keeps or inspects the ledger of costs."""
