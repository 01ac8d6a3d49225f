"""What the agents' desk refuses."""

from common.errors import Conflict, InvalidInput, NotFound


class AgentNotFound(NotFound):
    code = "agent_not_found"
    title = "There is no such agent"


class VersionNotFound(NotFound):
    code = "agent_version_not_found"
    title = "This agent has no such version"


class AgentExists(Conflict):
    code = "agent_exists"
    title = "There is an agent of this name already, perhaps among the archived ones"


class AgentChanged(Conflict):
    code = "agent_changed"
    title = "Somebody else has changed this agent meanwhile"


class AgentArchived(Conflict):
    code = "agent_archived"
    title = "This agent is archived; restore it first"


class AgentNeeded(Conflict):
    code = "agent_needed"
    title = "Shoppers begin with this agent: it can be changed, but neither archived nor kept for the staff"


class NothingToPublish(Conflict):
    code = "nothing_to_publish"
    title = "This is what is published already"


class TooManyAgents(Conflict):
    code = "too_many_agents"
    title = "There are as many agents as a shop may have"


class UnknownTool(InvalidInput):
    code = "unknown_tool"
    title = "There is no such tool"


class AgentFileInvalid(InvalidInput):
    code = "agent_file_invalid"
    title = "This file describes no agent"
