"""What is refused about providers and models."""

from common.errors import Conflict, InvalidInput, NotFound, Unavailable


class NoSuchProvider(NotFound):
    code = "provider_not_found"
    title = "There is no such provider"


class NoSuchModel(NotFound):
    code = "model_not_found"
    title = "There is no such model"


class ProviderExists(Conflict):
    code = "provider_exists"
    title = "There is a provider of this name"


class ModelExists(Conflict):
    code = "model_exists"
    title = "The provider has this model already"


class TooManyProviders(Conflict):
    code = "too_many_providers"
    title = "There are as many providers as a shop may have"


class TooManyModels(Conflict):
    code = "too_many_models"
    title = "There are as many models as a shop may have"


class SetByConfiguration(Conflict):
    code = "set_by_configuration"
    title = "This provider is in the settings of the service and is changed there"


class ApiKeyNeeded(InvalidInput):
    code = "api_key_needed"
    title = "Another server needs its key again: the one that is kept was not meant for it"


class NoModelNamed(InvalidInput):
    code = "no_model_named"
    title = "The provider has no model yet: name one"


class ProviderRefused(Conflict):
    """`reason` is the code of the model error."""

    code = "provider_refused"
    title = "The provider answers, and refuses"


class ProviderAway(Unavailable):
    """`reason` is the code of the model error."""

    code = "provider_away"
    title = "The provider does not answer"
