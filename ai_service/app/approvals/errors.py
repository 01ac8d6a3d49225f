"""What the approvals refuse, and how one that was not given is told to the shopper."""

from common.errors import Conflict, Forbidden, NotFound


class ApprovalNotFound(NotFound):
    code = "approval_not_found"
    title = "There is no such approval"


class ApprovalDecided(Conflict):
    code = "approval_decided"
    title = "This was decided before"


class ApprovalAltered(Conflict):
    code = "approval_altered"
    title = "This is not what you were shown"


class OwnApproval(Forbidden):
    code = "own_approval"
    title = "Somebody else has to approve what you asked for yourself"


class ApprovalExpired(Conflict):
    code = "approval_expired"
    title = "The shop did not get to it in time, so nothing was done; ask again"


class ApprovalRejected(Conflict):
    code = "approval_rejected"
    title = "The shop did not approve this, so nothing was done"
