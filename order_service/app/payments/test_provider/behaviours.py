"""What each token makes the test provider do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Behaviour:
    """`loses_*`: the call is never heard. `silent_on_*`: done, the answer is lost. `late`: done only later."""

    declines: bool = False
    declines_capture: bool = False
    late: bool = False
    loses_authorise: bool = False
    silent_on_authorise: bool = False
    silent_on_capture: bool = False
    silent_on_refund: bool = False
    silent_on_questions: bool = False


BEHAVIOURS = {
    "tok_approve": Behaviour(),
    "tok_decline": Behaviour(declines=True),
    "tok_decline_capture": Behaviour(declines_capture=True),
    "tok_timeout": Behaviour(loses_authorise=True),
    "tok_late": Behaviour(late=True),
    "tok_charge_timeout": Behaviour(silent_on_authorise=True, silent_on_capture=True),
    "tok_refund_timeout": Behaviour(silent_on_refund=True),
    "tok_silent": Behaviour(silent_on_authorise=True, silent_on_questions=True),
    "tok_silent_capture": Behaviour(silent_on_capture=True, silent_on_questions=True),
}
