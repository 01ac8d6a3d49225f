"""What accounts refuse."""

from common.errors import Conflict, Forbidden, NotFound, Unauthorized


class EmailTaken(Conflict):
    code, title = "email_taken", "There is an account with this email already"


class UserNotFound(NotFound):
    code, title = "user_not_found", "There is no such person here"


class WrongPassword(Forbidden):
    code, title = "wrong_password", "The current password is not right"


class LastOwner(Conflict):
    code, title = "last_owner", "The shop must keep at least one owner"


class AccountDeactivated(Forbidden):
    """Told only to who knows the password."""

    code, title = "account_deactivated", "This account was deactivated: ask the shop"


class PersonAbove(Forbidden):
    code, title = "person_above_you", "This person may do more than you: somebody with their rights has to do it"


class OwnAccount(Conflict):
    code, title = "own_account", "You cannot deactivate yourself: another member of the staff has to do it"


class NotAnAccount(Unauthorized):
    code, title = "sign_in_required", "Guests have no account: sign in first"
