"""What the shop does with webhooks."""

from dataclasses import dataclass

from common.background import Background
from common.clock import Clock
from common.database import Database
from common.egress import Egress
from common.security.secrets import secret_box
from order_service.app.settings import OrderSettings
from order_service.app.webhooks.service.deliveries import WebhookDeliveries
from order_service.app.webhooks.service.endpoints import WebhookEndpoints
from order_service.app.webhooks.service.housekeeping import WebhookHousekeeping
from order_service.app.webhooks.service.recording import WebhookRecording
from order_service.app.webhooks.service.secrets import EndpointSecrets
from order_service.app.webhooks.service.sending import Limits, WebhookSender


@dataclass(frozen=True, slots=True)
class WebhookServices:
    endpoints: WebhookEndpoints
    deliveries: WebhookDeliveries
    recording: WebhookRecording
    sender: WebhookSender
    housekeeping: WebhookHousekeeping


def make_webhooks(settings: OrderSettings, database: Database, clock: Clock, background: Background) -> WebhookServices:
    """All of it; nothing runs before somebody says so."""
    egress, secrets = Egress(settings), EndpointSecrets(secret_box(settings))
    limits = Limits(settings.webhook_timeout, settings.webhooks_at_once, settings.webhooks_at_once_each)
    sender = WebhookSender(database, egress, secrets, clock, background, limits, settings.webhook_failing_days)
    return WebhookServices(
        endpoints=WebhookEndpoints(database, egress, secrets, clock, sender.wake.set),
        deliveries=WebhookDeliveries(database, sender, clock),
        recording=WebhookRecording(database, sender, clock),
        sender=sender,
        housekeeping=WebhookHousekeeping(database, clock, settings.webhook_kept_days),
    )
