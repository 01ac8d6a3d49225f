"""The operations on accounts, one file for each kind."""

from user_service.app.accounts.service.accounts import AccountService
from user_service.app.accounts.service.activation import Activation
from user_service.app.accounts.service.lookup import CustomerLookup
from user_service.app.accounts.service.passwords import CheckedUser, PasswordService
from user_service.app.accounts.service.role_assignment import RoleAssignment

__all__ = ["AccountService", "Activation", "CheckedUser", "CustomerLookup", "PasswordService", "RoleAssignment"]
