"""Indexes for what was found by walking through all of a shop's rows."""

from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_index("ix_carts_owner", "carts", ["tenant_id", "owner_id"])
    op.create_index("ix_webhook_deliveries_newest", "webhook_deliveries", ["tenant_id", "endpoint_id", "id"])
    op.create_index("ix_test_provider_refunds_payment", "test_provider_refunds", ["tenant_id", "payment_id"])
    # the customer comes first: a guest who signs in hands over what was used for any promotion
    op.drop_index("ix_promotion_uses_customer", "promotion_uses")
    op.create_index("ix_promotion_uses_customer", "promotion_uses", ["tenant_id", "customer_id", "promotion_id"])
