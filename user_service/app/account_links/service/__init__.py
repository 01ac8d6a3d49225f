"""What is done with one-time links: given out, mailed, used."""

from user_service.app.account_links.service.links import AccountLinks
from user_service.app.account_links.service.mails import LinkMails

__all__ = ["AccountLinks", "LinkMails"]
