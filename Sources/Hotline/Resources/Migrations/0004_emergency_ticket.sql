-- The ticket that was written after a call was handed over to 110, 119 or 120 (先转接，再登记); the handover stays the outcome.
-- Empty when the ticket's number is kept from whoever looks at calls.
ALTER TABLE hotline_call ADD COLUMN ticket TEXT;
