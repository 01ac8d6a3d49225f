"""The one factory of FastAPI services, and what their routes answer with."""

from common.service.application import Build, create_service, json_response, serve
from common.service.problems import Problem

__all__ = ["Build", "Problem", "create_service", "json_response", "serve"]
