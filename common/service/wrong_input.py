"""What is wrong with a field, in the reader's language: pydantic says it in English, with the limits as values."""

from typing import Any

from common.languages import LANGUAGES, current_language
from common.sentences import in_readers_language

_OWN = frozenset({"value_error", "assertion_error"})  # raised by our validators: their text is ours
_ZH = {
    "missing": "必填",
    "extra_forbidden": "没有这个字段",
    "none_required": "必须为空",
    "string_type": "须为文本",
    "string_too_short": "至少 {min_length} 个字符",
    "string_too_long": "最多 {max_length} 个字符",
    "string_pattern_mismatch": "格式不正确",
    "string_unicode": "含有无法识别的字符",
    "int_type": "须为整数",
    "int_parsing": "须为整数",
    "int_parsing_size": "整数过大",
    "int_from_float": "须为整数，不能有小数",
    "float_type": "须为数字",
    "float_parsing": "须为数字",
    "decimal_type": "须为数字",
    "decimal_parsing": "须为数字",
    "finite_number": "须为有限的数字",
    "multiple_of": "须为 {multiple_of} 的倍数",
    "bool_type": "须为是或否",
    "bool_parsing": "须为是或否",
    "greater_than": "须大于 {gt}",
    "greater_than_equal": "不能小于 {ge}",
    "less_than": "须小于 {lt}",
    "less_than_equal": "不能大于 {le}",
    "literal_error": "须为 {expected} 之一",
    "enum": "须为 {expected} 之一",
    "list_type": "须为列表",
    "set_type": "须为列表",
    "dict_type": "须为对象",
    "model_type": "须为对象",
    "model_attributes_type": "须为对象",
    "too_short": "至少 {min_length} 项",
    "too_long": "最多 {max_length} 项",
    "date_type": "须为日期",
    "date_parsing": "须为日期，例如 2026-01-05",
    "date_from_datetime_parsing": "须为日期，例如 2026-01-05",
    "date_from_datetime_inexact": "须为日期，不能带时间",
    "datetime_type": "须为时间",
    "datetime_parsing": "须为时间，例如 2026-01-05T09:30:00Z",
    "datetime_from_date_parsing": "须为时间，例如 2026-01-05T09:30:00Z",
    "timezone_aware": "时间必须带有时区",
    "json_invalid": "不是有效的 JSON",
    "json_type": "须为 JSON 文本",
    "url_parsing": "须为网址",
    "url_scheme": "网址须以 {expected_schemes} 开头",
    "url_too_long": "网址最多 {max_length} 个字符",
    "uuid_parsing": "须为 UUID",
    "bytes_too_long": "最多 {max_length} 字节",
    "union_tag_not_found": "缺少 {discriminator}",
    "union_tag_invalid": "{discriminator} 须为 {expected_tags} 之一",
}
TRANSLATED: dict[str, dict[str, str]] = {"zh": _ZH}


def said_of(error: dict[str, Any]) -> str:
    """One of pydantic's errors (`type`, `msg`, `ctx`) as a person reads it; what has no translation in English."""
    kind, values = error["type"], error.get("ctx") or {}
    if kind in _OWN:
        return in_readers_language(str(values.get("error") or error["msg"].partition(", ")[2]))
    language = current_language()
    text = TRANSLATED.get(language, {}).get(kind) if language != LANGUAGES[0] else None
    try:
        return text.format_map(values) if text is not None else str(error["msg"])
    except KeyError:  # another version of pydantic names its values otherwise
        return str(error["msg"])
