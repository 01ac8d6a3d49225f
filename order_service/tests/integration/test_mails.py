"""Every placed order is confirmed by mail, in its customer's language."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from common.clock import utc_now
from common.database import use_tenant
from common.events import Event
from order_service.tests.shop import Shop


def mails(folder: Path) -> list[EmailMessage]:
    found = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in sorted(folder.glob("*.eml"))]
    return [mail for mail in found if isinstance(mail, EmailMessage)]


async def test_a_confirmation_is_sent_once(shop: Shop, tmp_path: Path) -> None:
    shopper = shop.shopper()
    variant = await shop.variant(title="Desk lamp")
    assert (await shopper.buy(variant)).status_code == 201
    assert await shop.room.mails.send_due() == 1
    assert await shop.room.mails.send_due() == 0
    [mail] = mails(tmp_path / "mails")
    assert (mail["To"], mail["Subject"]) == ("ada@mail.example", "Your order 1001 at Shopkeeper")
    assert "1 × Desk lamp  €49.00" in mail.get_content()
    [row] = await shop.rows("order_mails")
    assert (row["status"], row["due_at"]) == ("sent", None)


async def test_a_chinese_customer_reads_chinese(shop: Shop, tmp_path: Path) -> None:
    shopper = shop.shopper()
    shopper.bearer["Accept-Language"] = "zh"
    order = (await shopper.buy(await shop.variant(title={"en": "Desk lamp", "zh": "台灯"}))).json()  # type: ignore[arg-type]
    await shopper.cancel(order["id"])
    await shop.room.mails.send_due()
    subjects = {str(mail["Subject"]) for mail in mails(tmp_path / "mails")}
    assert subjects == {"您在 Shopkeeper 的订单 1001", "您在 Shopkeeper 的订单 1001 已取消"}
    assert any("台灯" in mail.get_content() for mail in mails(tmp_path / "mails"))


async def _told(shop: Shop, **settings: Any) -> None:
    """As the consumer of user_service's log does it."""
    data = {"version": 1, "settings": settings}
    with use_tenant("default"):
        async with shop.room.database.unit_of_work() as session:
            await shop.room.shop.learn(
                session, Event("settings.changed", "default", data, "evt_1", "default", utc_now(), 1)
            )


async def test_mails_come_from_the_shop_as_it_calls_itself(shop: Shop, tmp_path: Path) -> None:
    await _told(shop, shop_name={"en": "Corner Shop", "zh": "街角小店"}, mail_sender_name="Corner Post")
    await shop.shopper().buy(await shop.variant())
    assert await shop.room.mails.send_due() == 1
    [mail] = mails(tmp_path / "mails")
    assert mail["Subject"] == "Your order 1001 at Corner Shop"
    assert str(mail["From"]).startswith("Corner Post <")


async def test_a_shop_that_switched_them_off_sends_none_and_none_later(shop: Shop, tmp_path: Path) -> None:
    await _told(shop, order_mails=False)
    await shop.shopper().buy(await shop.variant())
    assert await shop.room.mails.send_due() == 1
    [row] = await shop.rows("order_mails")
    assert (row["status"], row["due_at"]) == ("off", None)
    await _told(shop, order_mails=True)
    assert await shop.room.mails.send_due() == 0
    assert mails(tmp_path / "mails") == []


async def test_a_mail_sent_just_before_a_crash_is_the_same_mail_when_sent_again(shop: Shop, tmp_path: Path) -> None:
    await shop.shopper().buy(await shop.variant())
    [row] = await shop.room.mails._claimed()
    await shop.room.mails._send(row)  # and then the process is gone
    assert await shop.room.mails.send_due() == 0
    shop.clock.advance(300)
    assert await shop.room.mails.send_due() == 1
    assert len(mails(tmp_path / "mails")) == 1


async def test_a_mail_that_cannot_be_sent_is_tried_again(shop: Shop, tmp_path: Path) -> None:
    await shop.shopper().buy(await shop.variant())
    (tmp_path / "mails").write_text("in the way")
    await shop.room.mails.send_due()
    [row] = await shop.rows("order_mails")
    assert (row["status"], row["attempts"]) == ("queued", 1)
    (tmp_path / "mails").unlink()
    shop.clock.advance(60)
    await shop.room.mails.send_due()
    assert len(mails(tmp_path / "mails")) == 1
