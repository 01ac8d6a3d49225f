"""Profile, address book and export of customers, as the staff have them in hand."""

from user_service.app.customers.service.books import CustomerBooks
from user_service.app.customers.service.export import CustomerExport
from user_service.app.customers.service.profiles import CustomerProfiles

__all__ = ["CustomerBooks", "CustomerExport", "CustomerProfiles"]
