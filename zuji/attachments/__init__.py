"""Files attached to records. Empty until the first workflow needs one."""
