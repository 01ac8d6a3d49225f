"""The chat model built into the house: rules over words, in English and Chinese, with no network and no weights."""
