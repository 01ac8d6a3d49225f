"""Shapes of the shop's policies."""

from pydantic import BaseModel, ConfigDict


class PolicyName(BaseModel):
    """A policy in a list; `name` is what its address is made of."""

    name: str
    title: str


class PolicySection(BaseModel):
    """One rule, with a little Markdown in its text; `anchor` is where a citation leads, in this language."""

    anchor: str
    title: str
    text: str


class Policy(BaseModel):
    """A policy as the shop's customers read it; `language` is another one where the text is not translated."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "name": "returns",
                "title": "Returns and refunds",
                "language": "en",
                "sections": [
                    {
                        "anchor": "how-long-you-can-return-something",
                        "title": "How long you can return something",
                        "text": "You can return anything within 30 days of delivery.",
                    }
                ],
            }
        }
    )

    name: str
    title: str
    language: str
    sections: list[PolicySection]
