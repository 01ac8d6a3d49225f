"""What the ways to pay are called."""

from common.languages import Texts

CARD_NAME: Texts = {"en": "Card", "zh": "银行卡"}
CARD_HINT: Texts = {
    "en": "Your bank may ask you to confirm; the card is charged when the order is placed.",
    "zh": "银行可能会要求您确认；下单成功后才会扣款。",
}
TEST_NAME: Texts = {"en": "Test payment", "zh": "测试支付"}
TEST_HINT: Texts = {"en": "No money moves: for trying the shop out.", "zh": "不会产生真实扣款，仅供试用。"}
TOKENS: dict[str, tuple[Texts, Texts]] = {
    "tok_approve": (
        {"en": "Card that works", "zh": "可用的银行卡"},
        {"en": "The payment goes through at once.", "zh": "付款立即成功。"},
    ),
    "tok_decline": (
        {"en": "Card that is declined", "zh": "被拒绝的银行卡"},
        {"en": "The bank says no; nothing is charged.", "zh": "银行拒绝付款，不会扣款。"},
    ),
    "tok_decline_capture": (
        {"en": "Card that is declined late", "zh": "扣款时被拒的银行卡"},
        {"en": "Promised at first, then declined; the goods go back.", "zh": "预授权成功但扣款失败，商品退回库存。"},
    ),
    "tok_timeout": (
        {"en": "Provider does not hear", "zh": "支付方无响应"},
        {"en": "The payment never arrives; nothing is charged.", "zh": "请求未送达，不会扣款。"},
    ),
    "tok_late": (
        {"en": "Provider is slow", "zh": "支付方响应缓慢"},
        {"en": "The order stays open for some seconds, then it is paid.", "zh": "订单等待数秒后支付成功。"},
    ),
    "tok_charge_timeout": (
        {"en": "Answers get lost", "zh": "响应丢失"},
        {"en": "Charged once, although no answer comes back.", "zh": "虽无响应，也只扣款一次。"},
    ),
    "tok_refund_timeout": (
        {"en": "Answer to a refund gets lost", "zh": "退款响应丢失"},
        {"en": "Paid at once; a refund takes a moment longer.", "zh": "付款立即成功，退款稍后完成。"},
    ),
    "tok_silent": (
        {"en": "Provider says nothing", "zh": "支付方无任何答复"},
        {"en": "Nobody knows: the order goes to payment review.", "zh": "结果未知，订单进入付款审核。"},
    ),
    "tok_silent_capture": (
        {"en": "Provider says nothing about the charge", "zh": "扣款结果未知"},
        {"en": "Nobody knows: the order goes to payment review.", "zh": "结果未知，订单进入付款审核。"},
    ),
}
