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


class NotAnAccount(Unauthorized):
    code, title = "sign_in_required", "Guests have no account: sign in first"
