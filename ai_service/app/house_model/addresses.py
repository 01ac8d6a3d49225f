"""Reads a postal address out of what a person typed, in the ways people write them in English and in Chinese."""

import re
import unicodedata
from dataclasses import dataclass

from ai_service.app.house_model.normalise import has_cjk

_POSTCODE = re.compile(r"\b(?:[A-Za-z]{1,2}-)?(\d{4,6})\b|\b([A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2})\b")
_EMAIL = re.compile(
    r"(?:[,,.;]?\s*(?:my\s+)?(?:e-?mail|mail|邮箱|电子邮件)(?:\s+address)?\s*(?:is|是|[::])?\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE | re.ASCII,
)
_STREET = re.compile(
    r"\b(street|st|road|rd|avenue|ave|lane|ln|drive|boulevard|blvd|square|court|way|rue|via|calle|\w*stra(?:ss|ß)e"
    r"|\w*str|\w*platz|\w*weg|\w*allee|\w*gasse|\w*laan|\w*straat)\b\.?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^.*?\b(?:(?:ship|deliver|send)\s+(?:it|them|this|everything)?\s*to"
    r"|address(?: is)?|live (?:at|in)|it'?s|to)\b[:\s]*",
    re.IGNORECASE,
)
_CJK_LEAD = re.compile(r"^.*?(?:寄到|送到|发到|寄给|地址是|地址[::]?|我住在|我住|配送到)")
_CJK_PLACE = re.compile(r"(?:省|市|区|县|镇|路|街|道|巷|弄|号|室|栋|楼)")
_CJK_REGION = re.compile(r"^(.{2,8}?(?:省|自治区))")
_CJK_CITY = re.compile(r"^(.{2,6}?市)")
_CJK_NAME = re.compile(r"(?:收件人|收货人|姓名|我叫|名字)(?:是|[::])?\s*([\u4e00-\u9fff]{2,4}|[A-Za-z][A-Za-z .'-]+)")
_NAME = re.compile(r"^[^\W\d_][^\W\d_.'-]*(?: [^\W\d_][^\W\d_.'-]*){1,3}$")

REQUIRED = ("address1", "city", "zip", "country")


@dataclass(frozen=True, slots=True)
class Places:
    """Country names in all languages to ISO codes."""

    countries: dict[str, str]

    def country(self, text: str) -> str:
        return self.countries.get(text.strip(" .。").lower(), "")


def looks_like_address(text: str) -> bool:
    """A house number with a postcode or a street's name, or several Chinese place words with a number."""
    bare = unicodedata.normalize("NFKC", _EMAIL.sub("", text))
    if has_cjk(bare) and len(_CJK_PLACE.findall(bare)) >= 2:
        return bool(re.search(r"\d|[一二三四五六七八九十]号", bare))
    street, postcode = _STREET.search(bare), _POSTCODE.search(bare)
    numbers = re.findall(r"\b\d+\w?\b", bare)
    separated = bare.count(",") + bare.count("\n") >= 1
    return bool((street and numbers and (postcode or separated)) or (postcode and separated and len(numbers) >= 2))


def parse_address(text: str, places: Places) -> dict[str, str]:
    """The parts that were found; compare with REQUIRED for what is missing."""
    bare = unicodedata.normalize("NFKC", _EMAIL.sub("", text)).replace("。", ",").replace(";", ",").strip()
    named: dict[str, str] = {}
    if name := _CJK_NAME.search(bare):
        named["name"] = name.group(1).strip()
        bare = bare.replace(name.group(0), "").strip(" ,")
    if has_cjk(bare) and _CJK_PLACE.search(bare):
        return named | _parse_chinese(bare, places)
    return named | _parse_western(_LEAD.sub("", _CJK_LEAD.sub("", bare, count=1), count=1), places)


def _parse_western(text: str, places: Places) -> dict[str, str]:
    parts = [part.strip(" .") for part in re.split(r"[,\n]+", text) if part.strip(" .")]
    found: dict[str, str] = {}
    if parts and (country := _country_at_end(parts, places)):
        found["country"] = country
    if len(parts) > 1 and _NAME.match(parts[0]) and re.search(r"\d", parts[1]):
        found["name"] = re.sub(r"^(?:i'?m|my name is|name:?)\s+", "", parts.pop(0), flags=re.IGNORECASE)
    for i in range(len(parts) - 1, -1, -1):
        match = _POSTCODE.search(parts[i])
        if match and (i > 0 or len(parts) == 1):
            found["zip"] = (match.group(1) or match.group(2)).upper()
            before, after = parts[i][: match.start()].strip(), parts[i][match.end() :].strip()
            parts[i : i + 1] = [part for part in (_city(before, found), after) if part]
            break
    if "state" not in found and len(parts) > 2 and re.fullmatch(r"[A-Z]{2,3}", parts[-1]):
        found["state"] = parts.pop()
    if parts:
        found["address1"] = parts.pop(0)
    if parts:
        found["city"] = parts.pop()
    if parts:
        found["address2"] = ", ".join(parts)
    return found


def _country_at_end(parts: list[str], places: Places) -> str:
    if country := places.country(parts[-1]):
        parts.pop()
        return country
    words = parts[-1].split()
    for size in (3, 2, 1):
        if len(words) > size and (country := places.country(" ".join(words[-size:]))):
            parts[-1] = " ".join(words[:-size])
            return country
    return ""


def _city(text: str, found: dict[str, str]) -> str:
    """Takes a state's letters ("San Francisco CA") off the city."""
    if match := re.search(r"(?:^|\s)([A-Z]{2})$", text):
        found["state"] = match.group(1)
        return text[: match.start()].strip()
    return text


def _take_name(text: str) -> tuple[str, str]:
    """A name standing apart before or after the address: "李四，北京市…" or "…1号 王五"."""
    parts = [part for part in re.split(r"[,\s]+", text) if part]
    for place in (0, -1):
        if (
            len(parts) > 1
            and re.fullmatch(r"[\u4e00-\u9fff]{2,4}", parts[place])
            and not _CJK_PLACE.search(parts[place])
        ):
            name = parts.pop(place)
            return ",".join(parts), name
    return text, ""


def _parse_chinese(text: str, places: Places) -> dict[str, str]:
    found: dict[str, str] = {}
    if postcode := re.search(r"(?:邮编|邮政编码)?(?:是|[::])?\s*(?<!\d)(\d{5,6})(?!\d)", text):
        found["zip"] = postcode.group(1)
        text = text.replace(postcode.group(0), "")
    text, name = _take_name(_CJK_LEAD.sub("", text, count=1).strip(" ,"))
    found |= {"name": name} if name else {}
    text = re.sub(r"[,\s]+", "", _CJK_LEAD.sub("", text, count=1))
    country = next((name for name in places.countries if has_cjk(name) and text.startswith(name)), "")
    found["country"] = places.countries.get(country, "CN")
    text = text.removeprefix(country)
    if region := _CJK_REGION.match(text):
        found["state"] = region.group(1)
        text = text[region.end() :]
    if city := _CJK_CITY.match(text):
        found["city"] = city.group(1)
        text = text[city.end() :]
    if text:
        found["address1"] = text
    return found
