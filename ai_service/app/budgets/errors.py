"""What budgets refuse."""

from typing import Any

from common.errors import InvalidInput, NotFound, TooManyRequests, wrong_at


class BudgetNotFound(NotFound):
    code = "budget_not_found"
    title = "There is no such budget"


class BudgetMakesNoSense(InvalidInput):
    code = "invalid_budget"
    title = "This budget makes no sense"

    def __init__(self, detail: str, field: str) -> None:
        super().__init__(detail, errors=wrong_at(field, detail))


class BudgetExhausted(TooManyRequests):
    """`facts` are for staff: which budget, how much of it is used, and until when."""

    code = "budget_exhausted"
    title = "The budget of the AI staff is used up"

    def __init__(self, facts: dict[str, Any]) -> None:
        super().__init__()
        self.facts = facts
