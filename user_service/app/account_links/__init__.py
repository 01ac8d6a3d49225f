"""Links that work once: an invitation to a new account, a new password for an old one."""
