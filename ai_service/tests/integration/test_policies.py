"""The policies over HTTP, and the citations that lead to them."""

import httpx

NAMES = ["cancellations", "payment", "privacy", "returns", "shipping", "warranty"]


async def test_everybody_reads_every_policy_in_their_language(client: httpx.AsyncClient) -> None:
    for language, title, first in (
        ("en", "Returns and refunds", "How long you can return something"),
        ("zh-CN", "退货与退款", "多久之内可以退货"),
    ):
        headers = {"Accept-Language": language}
        listed = (await client.get("/api/v1/policies", headers=headers)).json()
        assert [one["name"] for one in listed["items"]] == NAMES
        assert (listed["items"][3]["title"], listed["next_cursor"]) == (title, None)
        policy = (await client.get("/api/v1/policies/returns", headers=headers)).json()
        assert (policy["title"], policy["language"]) == (title, language[:2])
        assert policy["sections"][0]["title"] == first
        assert len({section["anchor"] for section in policy["sections"]}) == len(policy["sections"]) == 6


async def test_an_unchanged_policy_is_not_sent_again(client: httpx.AsyncClient) -> None:
    first = await client.get("/api/v1/policies/shipping")
    again = await client.get("/api/v1/policies/shipping", headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")


async def test_a_policy_that_there_is_not(client: httpx.AsyncClient) -> None:
    for name in ("unknown", "%2e%2e", "%00", "x" * 64):
        assert (await client.get(f"/api/v1/policies/{name}")).status_code == 404, name
    assert (await client.get("/api/v1/policies/unknown")).json()["code"] == "no_such_policy"


async def test_a_citation_leads_to_a_section_of_the_page(client: httpx.AsyncClient, app) -> None:
    for language, question in (("en", "how do I return something"), ("zh", "怎么退货")):
        hit = app.state.room.policies.search(question, language)[0]
        page, anchor = hit["url"].split("#")
        headers = {"Accept-Language": language}
        policy = (await client.get(f"/api/v1{page}", headers=headers)).json()
        [section] = [one for one in policy["sections"] if one["anchor"] == anchor]
        assert (section["title"], section["text"]) == (hit["section"], hit["text"])
