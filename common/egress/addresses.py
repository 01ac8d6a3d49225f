"""Which addresses a request for somebody else may go to: the public internet, and what EGRESS_ALLOW names."""

import re
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

from yarl import URL

from common.errors import InvalidInput

Address = IPv4Address | IPv6Address

_NAME = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?")
_ENDS_IN_A_NUMBER = re.compile(r"(^|\.)([0-9]+|0x[0-9a-f]*)\.?$")  # an IPv4 address in disguise (WHATWG URL §3.5)
_SPECIAL = (
    ip_network("168.63.129.16/32"),  # the inside of Azure's hosts, though the number is public
    ip_network("192.0.0.0/24"),  # IETF protocols; Oracle's metadata
    ip_network("192.88.99.0/24"),  # 6to4 relays
    ip_network("2001::/23"),  # Teredo and other tunnels
    ip_network("2002::/16"),  # 6to4: holds any IPv4 address
)
# Where one's own servers are. Not link-local nor all of fc00::/7: clouds keep their metadata there.
PRIVATE = ("127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")
_GLOBAL_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")


class AddressNotAllowed(InvalidInput):
    code = "address_not_allowed"
    title = "Requests to this address are not made"


class Places:
    """EGRESS_ALLOW, read once: `host:port` for one place, `10.0.0.0/8` for a network."""

    def __init__(self, allowed: Iterable[str]) -> None:
        texts = [text.strip().lower() for text in allowed]
        self._networks = [ip_network(text) for text in texts if "/" in text]
        self._hosts = {_place(text) for text in texts if "/" not in text}

    def names(self, host: str, port: int) -> bool:
        return (host.rstrip("."), port) in self._hosts

    def check(self, text: str) -> None:
        """AddressNotAllowed unless requests may go to this address."""
        address = plain(ip_address(text))
        if not is_public(address) and not any(address in network for network in self._networks):
            raise AddressNotAllowed("It is not an address of the public internet.")


def _place(text: str) -> tuple[str, int]:
    url = URL(f"http://{text}")
    if url.host is None or url.explicit_port is None:
        raise ValueError(f"EGRESS_ALLOW: {text} is neither host:port nor a network as 10.0.0.0/8")
    return url.host, url.explicit_port


def plain(address: Address) -> Address:
    """The IPv4 address within an IPv6 one that only wraps it; else the address itself."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    return IPv4Address(int(address) & 0xFFFF_FFFF) if address in _NAT64 else address


def is_public(address: Address) -> bool:
    """Whether anybody on the internet may be meant by it: neither private, shared, local, special nor a group."""
    if isinstance(address, IPv6Address) and address not in _GLOBAL_UNICAST:
        return False
    if not address.is_global or address.is_multicast or address.is_reserved:
        return False
    return not any(address in network for network in _SPECIAL)


def literal(host: str) -> Address | None:
    """The address that a host is written as; None for a name; AddressNotAllowed for what is neither."""
    try:
        return ip_address(host.strip("[]").rstrip("."))
    except ValueError:
        pass
    if not _NAME.fullmatch(host) or _ENDS_IN_A_NUMBER.search(host):
        raise AddressNotAllowed("The host is neither a name nor an address in its usual form.")
    return None
