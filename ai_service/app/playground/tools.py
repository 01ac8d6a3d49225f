"""The tools of a run: those that read do so with the staff member's own rights, those that write only propose."""

import orjson

from ai_service.app.tools.runner import ToolOutcome, ToolRunner
from common.api_clients.llm.types import ToolCall

NOT_DONE = "This is a test run: nothing was changed. In a conversation this call would have been made."


class TryingTools(ToolRunner):
    """A tool that would change something at once is not called. One that asks for confirmation prepares its proposal,
    which nobody can confirm."""

    __slots__ = ()

    async def run(self, call: ToolCall, *, writes_allowed: bool = True) -> ToolOutcome:
        tool = self.registry.tools.get(call.name)
        if tool is None or not tool.changes or tool.approval != "none" or call.name not in self._allowed():
            return await ToolRunner.run(self, call, writes_allowed=writes_allowed)
        data = {"status": "proposed", "detail": NOT_DONE}
        return ToolOutcome(call, True, data, orjson.dumps(data).decode())
