"""What the setup link refuses."""

from common.errors import NotFound


class SetupLinkSpent(NotFound):
    code, title = "setup_link_spent", "This link was used, or never was one"
