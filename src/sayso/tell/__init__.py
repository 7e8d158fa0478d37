"""From a ledger to briefs and open formats."""
