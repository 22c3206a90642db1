"""How a post's text is prepared, at training and at run time alike.

The same three steps, in this order, stand in hearsay's classifier; a model sees
the wrong texts if either side changes alone:

1. links, ``https?://`` or ``www.`` up to the next white space, become ``http``;
2. user names, ``@`` and one or more of ``A-Z a-z 0-9 _`` not preceded by one of
   those, by ``@`` or by ``.`` (an e-mail address stays), become ``@user``;
3. runs of white space become one space, and the ends are trimmed.

Nothing else is changed: case, hashtags, emoji and punctuation stay.
"""

import re

LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
USER = re.compile(r"(?<![A-Za-z0-9_@.])@[A-Za-z0-9_]+")
SPACE = re.compile(r"\s+")


def normalised(text: str) -> str:
    """Return ``text`` as the models see it."""
    text = LINK.sub("http", text)
    text = USER.sub("@user", text)
    return SPACE.sub(" ", text).strip()
