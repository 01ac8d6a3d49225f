"""The operations on accounts, one file for each kind."""

from user_service.app.accounts.service.accounts import AccountService
from user_service.app.accounts.service.lookup import CustomerLookup
from user_service.app.accounts.service.passwords import PasswordService
from user_service.app.accounts.service.role_assignment import RoleAssignment

__all__ = ["AccountService", "CustomerLookup", "PasswordService", "RoleAssignment"]
